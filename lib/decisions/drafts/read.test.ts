import { expect, test } from 'vitest'
import { readTyped } from '../../corrections/values.ts'
import { readDraft } from './read.ts'
import { blankEntry, type DraftContent, type DraftEntry, emptyDraft } from './schema.ts'

const WRITTEN: DraftContent = {
  ...emptyDraft(),
  heading: 'Beslut',
  decisionDate: '13 juni 2019',
  county: 'Dalarnas län',
  reason: 'Så står det i protokollet.',
}

const read = (words: Partial<DraftContent>, entry: Partial<DraftEntry> = {}) =>
  readDraft({ ...WRITTEN, ...words, entries: [{ ...blankEntry('a'), name: 'Stegen', ...entry }] })

test.each([
  ['decisionDate', '1 januari 1901'],
  ['decisionDate', '2019-02-30'],
  ['county', 'Nonsens'],
  ['heading', 'x'.repeat(301)],
  ['publisher', 'Nås på 070-123 45 67'],
] as const)('%s is refused as a correction of it would be, with one sentence: %s', (field, text) => {
  const corrected = readTyped('decision', field, { text, kind: '', rounding: '' })
  const why = corrected.ok ? null : corrected.problem
  expect(why).not.toBeNull()
  expect(read({ [field]: text }).problems).toEqual([{ entry: null, field, why }])
})

test('a name that no correction could hold is refused', () => {
  expect(read({}, { name: 'x'.repeat(301) }).problems).toMatchObject([{ entry: 'a', field: 'name' }])
})

test('what is as it should be is read as corrections read it', () => {
  const { decision, problems } = read({})
  expect(problems).toEqual([])
  expect(decision).toMatchObject({ decisionDate: '2019-06-13', county: 'Dalarna', region: 'SE31' })
})

test('what nobody sees of copied text is taken out, and hides nothing', () => {
  const { decision, entries, reason, source, problems } = read(
    { heading: 'Be\u00ADslut', reason: 'Så står det\u200B i bilagan.', source: 'https://example.se/\uFEFFb' },
    {
      name: 'Pro\u00ADjekt',
      applicant: 'Sala\u200B kommun',
      unit: 'En\u2060heten',
      amount: '1\u200B234',
      partners: 'Heby\u200B kommun',
      projectNumber: '2019/\u200B09100',
    },
  )
  expect(problems).toEqual([])
  expect([decision.heading, reason, source]).toEqual([
    'Beslut',
    'Så står det i bilagan.',
    'https://example.se/b',
  ])
  expect(entries[0]).toMatchObject({
    name: 'Projekt',
    applicant: { organisation: 'Sala kommun', unit: 'Enheten' },
    amount: { value: 1234 },
    partners: { value: { organisations: ['Heby kommun'] } },
    projectNumber: '2019/09100',
  })
  expect(read({ reason: 'Fråga kim\u200B.exempel@exa\u200Bmple.se om det.' }).problems).toHaveLength(1)
})
