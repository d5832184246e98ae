import { beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../testing/registry.ts'
import { importFiles } from './commands.ts'
import type { GivenFile } from './read.ts'

inOwnRegistry()

beforeEach(emptyRegistry)

let count = 0
type Facts = {
  number?: string
  diary?: string
  name?: string
  owner?: string
  ownerNumber?: string
  start?: string
  day?: string
  url?: string
  more?: string[]
}

function page({
  number,
  diary,
  name = 'Stegen',
  owner = 'Exempelstads kommun',
  ownerNumber,
  start = '2019-08-01',
  day,
  url,
  more = [],
}: Facts): GivenFile {
  const lines = [
    ...(number ? [`${number} - ${name}`, 'Projektnummer:', number] : [name]),
    ...(diary ? ['Diarienummer:', diary] : []),
    ...['Namn:', name, 'Region:', 'Stockholm', 'Projektägare:', owner],
    ...(ownerNumber ? ['Projektägare organisationsnummer:', ownerNumber] : []),
    ...[
      'Planerat antal deltagare:',
      '100',
      'Projektperiod:',
      `${start} - 2022-06-30`,
      'Total projektbudget:',
      '2 000 000',
    ],
    ...['Beviljat ESF-stöd:', '', 'Specifikt mål:', '2.1', ...more, '', `Ett påhittat exempel ${count++}.`],
  ]
  return { ...textFile(`page-${count}.txt`, lines, day), ...(url && { url }) }
}

function list(
  entries: string[],
  {
    fund = 'ESF',
    day = '2019-07-01',
    url = 'https://example.se/stockholm',
    heading = 'Prioriterade projekt',
    place = 'Stockholm',
  } = {},
): GivenFile {
  const lines = [
    `Projekt i ${place} ${count++}`,
    '',
    `${heading} ${fund}, beslut 13 juni 2019`,
    ...(place ? [`Strukturfondspartnerskapet ${place} har prioriterat följande projekt.`] : []),
    '',
    ...entries,
  ]
  return { ...textFile(`list-${count}.txt`, lines, day), url }
}
const entry = (name: string, amount: string, applicant = 'Exempelstads kommun', more: string[] = []) => [
  name,
  `Sökande: ${applicant}`,
  amount,
  ...more,
  '',
]

const bringIn = (...files: GivenFile[]) => importFiles(files, { actor: 'test' })

test('a newer list that says what was applied for takes back what was awarded', async () => {
  await bringIn(list(entry('Stegen', 'Beviljat belopp: 500 000 kronor')), page({ number: '2019/09100' }))
  expect(await database().project.findFirst()).toMatchObject({ grantedSupport: 500_000n })
  await bringIn(list(entry('Stegen', 'Sökt belopp: 900 000 kronor'), { day: '2020-01-01' }))
  expect(await database().decisionItem.findMany()).toMatchObject([
    { amount: 900_000n, amountKind: 'APPLIED' },
  ])
  await noDrift()
})

test('an entry that a newer list dropped is out of force, and tells nothing of its project any more', async () => {
  await bringIn(list(entry('Stegen', 'Beviljat belopp: 700 000 kronor')), page({ number: '2019/09100' }))
  await bringIn(
    list(entry('Stegen', 'Beviljat belopp: 700 000 kronor', 'Provköpings kommun'), { day: '2020-01-01' }),
  )
  expect(await database().decisionItem.count({ where: { inForce: true } })).toBe(1)
  expect(await database().project.findFirst()).toMatchObject({ grantedSupport: null })
  await noDrift()
})

test('an entry of another fund is no entry of the project, whatever its name', async () => {
  await bringIn(
    page({ number: '2019/09100' }),
    list(entry('Stegen', 'Beviljat belopp: 500 000 kronor'), { fund: 'ERUF' }),
  )
  expect(await database().project.findFirst()).toMatchObject({ grantedSupport: null, fund: 'ESF' })
  expect(await database().decisionItem.findFirst()).toMatchObject({ projectId: null })
})

test('which entry is linked does not depend on what came first', async () => {
  const [early, late] = [
    page({ number: '2018/09100', start: '2019-07-01' }),
    page({ number: '2019/09100', start: '2019-08-01' }),
  ]
  await bringIn(early)
  await bringIn(list(entry('Stegen', 'Beviljat belopp: 500 000 kronor')))
  expect(await database().decisionItem.findFirst()).toMatchObject({ projectId: expect.any(Number) })
  // Two fit now: neither is certain.
  await bringIn(late)
  expect(await database().decisionItem.findFirst()).toMatchObject({ projectId: null, linkedBy: null })
  expect(await database().project.findMany()).toMatchObject([
    { grantedSupport: null },
    { grantedSupport: null },
  ])
  expect(await database().change.count({ where: { action: 'unlinked' } })).toBe(1)
  await noDrift()
})

test('two organisations with one name and two numbers stay two', async () => {
  await bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Vuxenskolan', ownerNumber: '212000-1124' }),
    page({ number: '2019/00002', name: 'Två', owner: 'Vuxenskolan', ownerNumber: '556036-0793' }),
  )
  expect(await database().organisation.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { number: '2120001124', owned: 1 },
    { number: '5560360793', owned: 1 },
  ])
})

test('what becomes known of an organisation leaves a trace', async () => {
  await bringIn(page({ number: '2019/00001', name: 'Ett', owner: 'Vuxenskolan' }))
  await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Vuxenskolan', ownerNumber: '212000-1124' }))
  const trace = await database().change.findMany({
    where: { organisationId: { not: null } },
    orderBy: { id: 'asc' },
  })
  expect(trace).toMatchObject([
    { action: 'created' },
    { action: 'named', to: { name: 'Vuxenskolan' } },
    { action: 'field', field: 'number', to: { number: '2120001124' } },
  ])
})

test('a page that states another project’s number as its second one stays with its own', async () => {
  await bringIn(page({ number: '2015/00001', name: 'Ettan' }), page({ number: '2015/00002', name: 'Tvåan' }))
  await bringIn(page({ number: '2015/00002', diary: '2015/00001', name: 'Tvåan', day: '2026-11-01' }))
  expect(await database().project.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { name: 'Ettan' },
    { name: 'Tvåan' },
  ])
})

test('lists that do not say where they decided are not about one decision', async () => {
  const more = (url: string, name: string) =>
    list(entry(name, 'Sökt belopp: 1 000 000 kronor'), { url, place: '' })
  await bringIn(more('https://example.se/a', 'Ett'), more('https://example.se/b', 'Två'))
  expect(await database().decision.count()).toBe(2)
})

test('captures of a page without a number are of one project', async () => {
  const url = 'https://example.se/bank/klara'
  await bringIn(page({ name: 'Klara', start: '2009-01-01', day: '2020-01-01', url }))
  const report = await bringIn(page({ name: 'Klara', start: '2009-01-01', day: '2021-01-01', url }))
  expect(report.totals).toMatchObject({ projectsNew: 0, projectsMatched: 1 })
  expect(await database().project.count()).toBe(1)
})

test('lists whose addresses differ in what they ask for are two sources', async () => {
  await bringIn(
    list(entry('Ett', 'Sökt belopp: 1 000 000 kronor'), { url: 'https://example.se/beslut?id=1' }),
    list(entry('Två', 'Sökt belopp: 1 000 000 kronor'), {
      url: 'https://example.se/beslut?id=2',
      day: '2020-01-01',
    }),
  )
  expect(await database().decisionItem.count({ where: { inForce: true } })).toBe(2)
})

test('a number of people that nobody can mean stops no import', async () => {
  await bringIn(
    page({ number: '2019/09100', more: ['Antal deltagare:', '070 123 456 789'] }),
    page({ number: '2019/09101', name: 'B' }),
  )
  expect(await database().project.count()).toBe(2)
})

test('a person among the partners or behind an owner gets into no public table', async () => {
  await bringIn(
    list(
      entry('Stegen', 'Sökt belopp: 1 kr', 'Exempelstads kommun', [
        'Samverkansparter: Region Skåne (Kim Provsson, 070-123 45 67), Lunds kommun kim.provsson@example.se',
      ]),
    ),
    page({
      number: '2019/09100',
      owner: 'Sala kommun, Kim Provsson',
      more: ['Kontaktperson:', 'Kim Provsson', 'E-post:', 'kim.provsson@example.se'],
    }),
  )
  const tables = [
    'project',
    'project_identifier',
    'organisation',
    'organisation_name',
    'participation',
    'decision',
    'decision_item',
    'statement',
    'change',
    'cache_tag',
    'warning',
    'search_word',
    'source_document',
    'import',
  ]
  for (const table of tables) {
    const rows = await database().$queryRawUnsafe<{ text: string }[]>(
      `SELECT row_to_json(t)::text AS text FROM "${table}" t`,
    )
    for (const { text } of rows) expect(text, table).not.toMatch(/provsson|070-123/i)
  }
})
