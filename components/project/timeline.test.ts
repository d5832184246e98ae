import { expect, test } from 'vitest'
import { fakeFollowUp } from '../../lib/follow-up/testing/fake.ts'
import type { FollowUpView } from '../../lib/follow-up/view.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { eventsOf } from './timeline.ts'

type Given = { call?: string; start?: string; end?: string; decided?: string; followUps?: FollowUpView[] }

/** Only what the timeline reads of a project. */
const project = ({ call, start, end, decided, followUps = [] }: Given) =>
  ({
    items: decided ? [{ decision: { slug: 'beslut', decidedOn: decided } }] : [],
    documents: [{ slug: 'abc', fetchedOn: '2026-11-01', importedOn: '2026-11-02T10:00:00Z' }],
    fields: {
      callNumber: { value: call ?? null },
      startDate: { value: start ?? null },
      endDate: { value: end ?? null },
    },
    followUp: { followUps },
  }) as unknown as ProjectView

const told = (given: Given) =>
  eventsOf(project(given)).map((event) => (event.kind === 'followUp' ? event.moment.is : event.kind))

test('goes from the call and the decision to the evaluation, and then to the sources', () => {
  const followUps = [
    fakeFollowUp('EVENT', { event: 'started' }, '2016-01-11', 1),
    fakeFollowUp('COSTS', { 'costs.total': 1 }, '2018-12-31', 2),
    fakeFollowUp('DOCUMENT', { documentType: 'evaluation', title: 'X' }, '2019-06-01', 3),
  ]
  const given = { call: '2015/1', decided: '2015-12-01', start: '2016-01-01', end: '2018-12-31', followUps }
  expect(told(given)).toEqual(['call', 'decided', 'started', 'event', 'told', 'ends', 'document', 'captured'])
})

test('has the call on its day where a document about it is attached', () => {
  const attached = fakeFollowUp('DOCUMENT', { documentType: 'call', title: 'Utlysning 2015/1' }, '2015-05-04')
  const given = { call: '2015/1', decided: '2015-12-01', followUps: [attached] }
  expect(told(given)).toEqual(['document', 'decided', 'captured'])
})

test('says once what the page and a follow-up say of the same day', () => {
  const followUps = [
    fakeFollowUp('EVENT', { event: 'started' }, '2016-01-01', 1),
    fakeFollowUp('EVENT', { event: 'endedEarly' }, '2018-06-30', 2),
  ]
  expect(told({ start: '2016-01-01', end: '2018-12-31', followUps })).toEqual([
    'event',
    'event',
    'endsByPage',
    'captured',
  ])
})

test('ends on the day that a change moved it to, and tells the day of the page beside', () => {
  const followUps = [
    fakeFollowUp('EVENT', { event: 'periodChanged', endDate: '2019-06-30' }, '2018-03-01', 1),
  ]
  const events = eventsOf(project({ end: '2018-12-31', followUps }))
  expect(events.map(({ kind, on }) => [kind, on])).toEqual([
    ['followUp', '2018-03-01'],
    ['endsByPage', '2018-12-31'],
    ['ends', '2019-06-30'],
    ['captured', '2026-11-01'],
  ])
})
