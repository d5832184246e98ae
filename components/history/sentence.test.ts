import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { ACTORS } from '../../lib/history/actions.ts'
import type { ChangeView, EventView, SubjectView } from '../../lib/history/view.ts'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import { LOCALES } from '../../lib/paths.ts'
import { longValues, sentenceOf } from './sentence.ts'
import { fieldLabel, tracedText } from './traced-text.ts'
import type { Words } from './words.ts'

/** Words that fail where a text is missing. */
const wordsIn = (locale: Words['locale']): Words => ({
  locale,
  t: createTranslator({
    locale,
    messages: MESSAGES[locale],
    timeZone: 'Europe/Stockholm',
    onError: (error) => {
      throw error
    },
  }),
})

const changeWith = (event: EventView, more: Partial<ChangeView> = {}): ChangeView => ({
  id: '7',
  at: '2026-11-22T13:32:00.000Z',
  revision: 5,
  who: { actor: 'editor', name: null },
  subject: { kind: 'project', slug: '2015-00311', name: 'MAP2020', of: null },
  event,
  reason: null,
  evidence: null,
  byImport: false,
  documents: [],
  moreDocuments: 0,
  isReported: false,
  hasState: false,
  ...more,
})

const value = (held: string | number) => ({ state: 'value', value: held }) as const
const corrected = {
  action: 'corrected',
  field: 'plannedParticipants',
  from: value(145),
  to: value(300),
} as const

test('a correction says who, what field, from what, to what', () => {
  expect(sentenceOf(changeWith(corrected), wordsIn('sv'))).toBe(
    'En redaktör rättade ”Planerade deltagare” från 145 till 300.',
  )
  expect(sentenceOf(changeWith(corrected), wordsIn('en'))).toBe(
    'An editor corrected “Planned participants” from 145 to 300.',
  )
})

test('a project that nothing speaks of any longer is gone by an import or by what somebody withdrew', () => {
  const gone: EventView = { action: 'takenBack' }
  expect(sentenceOf(changeWith(gone, { byImport: true }), wordsIn('sv'))).toMatch(
    /^En redaktör tog tillbaka importen/,
  )
  expect(sentenceOf(changeWith(gone), wordsIn('sv'))).toMatch(
    /: ingenting säger något om projektet längre\.$/,
  )
})

test('a decision may be gone by what somebody withdrew, an organisation only by an import', () => {
  const about = (kind: 'decision' | 'organisation') =>
    sentenceOf(
      changeWith({ action: 'takenBack' }, { subject: { kind, slug: 'x', name: 'Stegen', of: null } }),
      wordsIn('sv'),
    )
  expect(about('decision')).toMatch(/: ingenting säger något om beslutet längre\.$/)
  expect(about('organisation')).toMatch(/^En redaktör tog tillbaka importen som organisationen kom med/)
})

test('whoever agrees is named, with the role', () => {
  const named = changeWith(corrected, { who: { actor: 'administrator', name: 'Kim Exempel' } })
  expect(sentenceOf(named, wordsIn('sv'))).toMatch(/^Administratören Kim Exempel rättade /)
  expect(sentenceOf(named, wordsIn('en'))).toMatch(/^The administrator Kim Exempel corrected /)
})

test('values are written as pages write them, with kind, rounding and code', () => {
  const sv = wordsIn('sv')
  const amount = { state: 'value', value: 9_900_000, code: 'AWARDED', precision: 100_000 } as const
  expect(tracedText('item', 'amount', amount, sv)).toBe(
    'cirka\u00a09,9\u00a0miljoner\u00a0kr (beviljat belopp)',
  )
  const region = { state: 'value', value: 'Hela Sverige', code: 'SE0' } as const
  expect(tracedText('project', 'region', region, sv)).toBe('Hela landet')
  expect(tracedText('decision', 'region', value('SE11'), sv)).toBe('Stockholm')
  expect(tracedText('decision', 'decisionDate', value('2020-03-19'), sv)).toBe('19\u00a0mars 2020')
  expect(tracedText('organisation', 'number', value('2120001124'), sv)).toBe('212000-1124')
  expect(tracedText('project', 'totalCosts', { state: 'unreported', value: 0 }, sv)).toBe('inte redovisat')
  expect(tracedText('project', 'plannedParticipants', null, sv)).toBe('ingen uppgift')
})

test('long values leave the sentence, and are kept whole beside it', () => {
  const from = value('Kort')
  const to = value('Ett långt stycke. '.repeat(20))
  const change = changeWith({ action: 'corrected', field: 'recipientAddress', from, to })
  expect(sentenceOf(change, wordsIn('sv'))).toBe('En redaktör rättade ”Stödmottagarens adress”.')
  expect(longValues(change, wordsIn('sv'))).toEqual({ before: 'Kort', after: to.value })
  expect(longValues(changeWith(corrected), wordsIn('sv'))).toBeNull()
})

test('an import tells what it brought', () => {
  const totals = { documents: 3, projectsNew: 1, projectsChanged: 0, decisionsNew: 2, itemsNew: 0 }
  const change = changeWith({ action: 'imported', totals }, { who: { actor: 'operator', name: null } })
  expect(sentenceOf(change, wordsIn('sv'))).toBe(
    'En operatör läste in 3 dokument: 1 nytt projekt och 2 nya beslut.',
  )
  expect(sentenceOf(change, wordsIn('en'))).toBe(
    'An operator brought in 3 documents: 1 new project and 2 new decisions.',
  )
})

test('a field that is none is called another value, whatever it is called', () => {
  for (const field of ['', 'a.b', '__proto__', 'constructor', 'nosuch', 'x'.repeat(999)])
    expect(fieldLabel(field, wordsIn('sv'))).toBe('Annan uppgift')
})

const record = { slug: 'x', name: 'Stegen' }
const SUBJECTS: SubjectView['kind'][] = ['project', 'item', 'decision', 'organisation']
const FROM_TO = [
  [null, value('2020-01-01')],
  [value('2020-01-01'), null],
  [value('2020-01-01'), value('2021-01-01')],
  [value('2020-01-01'), value('2020-01-01')],
  [value('x'.repeat(500)), { state: 'unreadable', value: null }],
] as const

/** Every event that there can be. `satisfies` fails when an action has none. */
const EVENTS = {
  created: [{ action: 'created', fields: [] }],
  published: [{ action: 'published', fields: [] }],
  field: fieldEvents('field'),
  corrected: fieldEvents('corrected'),
  reviewed: fieldEvents('reviewed'),
  notStated: fieldEvents('notStated'),
  withdrawn: fieldEvents('withdrawn'),
  linked: [null, 'number', 'nameAndOwner', 'other'].map((why) => ({
    action: 'linked',
    project: record,
    why,
  })),
  unlinked: [
    { action: 'unlinked', project: record },
    { action: 'unlinked', project: null },
  ],
  linkCorrected: (['corrected', 'notStated', 'withdrawn'] as const).map((how) => ({
    action: 'linkCorrected',
    how,
    from: null,
    to: record,
  })),
  membership: (['field', 'notStated', 'withdrawn'] as const).flatMap((how) =>
    [true, false].map((inForce) => ({ action: 'membership' as const, how, inForce })),
  ),
  named: [{ action: 'named', name: 'Stegen AB' }],
  merged: [{ action: 'merged', part: record, whole: record }],
  split: [{ action: 'split', part: record, whole: null }],
  distinct: [{ action: 'distinct', part: record, whole: record }],
  lookedAt: [{ action: 'lookedAt', warning: { sv: 'Talen skiljer sig.', en: 'The figures differ.' } }],
  lookAgain: [{ action: 'lookAgain', warning: null }],
  takenBack: [{ action: 'takenBack' }],
  reportAccepted: [{ action: 'reportAccepted' }],
  reportDeclined: [{ action: 'reportDeclined' }],
  reportAsked: [{ action: 'reportAsked' }],
  reportAnswered: [{ action: 'reportAnswered' }],
  many: (
    ['created', 'linked', 'named', 'lookedAt', 'lookAgain', 'takenBack', 'attached', 'detached'] as const
  ).map((of) => ({
    action: 'many',
    of,
    count: 12,
    names: ['a'],
  })),
  imported: [0, 1, 2].map((count) => ({
    action: 'imported',
    totals: {
      documents: count + 1,
      projectsNew: count,
      projectsChanged: count,
      decisionsNew: count,
      itemsNew: count,
    },
  })),
  attached: [{ action: 'attached', fields: [] }],
  detached: [{ action: 'detached' }],
  other: [{ action: 'other' }],
} satisfies Record<EventView['action'], EventView[]>

function fieldEvents<Action extends 'field' | 'corrected' | 'reviewed' | 'notStated' | 'withdrawn'>(
  action: Action,
) {
  return FROM_TO.map(([from, to]) => ({ action, field: 'startDate', from, to }))
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(EVENTS) as [string, EventView[]][])(
    '%s is one whole sentence, whoever did it and whatever it is about',
    (_, events) => {
      const words = wordsIn(locale)
      for (const event of events)
        for (const kind of SUBJECTS)
          for (const actor of [...ACTORS, 'other'] as const)
            for (const name of [null, 'Kim Exempel'])
              for (const byImport of [true, false]) {
                const subject = { kind, slug: 'x', name: 'Stegen', of: null }
                const change = changeWith(event, { who: { actor, name }, subject, byImport })
                expect(sentenceOf(change, words)).toMatch(/^\p{Lu}[^{}]{5,}[.:]? ?/u)
              }
    },
  )
})
