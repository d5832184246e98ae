import { createHash } from 'node:crypto'
import type pg from 'pg'
import { nameKey, numberKey, slugOf, slugOfNumber } from '../../lib/matching/keys.ts'
import { itemColumns, ownerNames, projectColumns } from '../../lib/projects/columns.ts'
import { ITEM_FIELDS, PROJECT_FIELDS } from '../../lib/projects/fields.ts'
import { foldFields } from '../../lib/projects/fold.ts'
import { searchTexts } from '../../lib/projects/search/index.ts'
import { type CopyValue, copyRows, type Table } from './copy.ts'
import { type PlacedSaid, saidOfItem, saidOfProject, writeDocument } from './documents.ts'
import { type GeneratedProject, makeProject, organisationNames } from './projects.ts'
import { Random } from './random.ts'

/** Rows that wait for their tables. Ids go on over all batches. */
type Rows = { [Name in TableName]: CopyValue[][] }

/** Tables in the order in which rows may be written, each after those it refers to. */
const TABLES = {
  organisation: table('organisation', 'id slug name'),
  document: table(
    'source_document',
    'id sha256 slug kind layout mediaType encoding byteLength title publisher url fetchedAt publicText parserVersion sourceKey importId',
  ),
  content: table('document_content', 'documentId bytes text'),
  organisationName: table('organisation_name', 'key name organisationId documentId'),
  project: table(
    'project',
    `id slug number name nameKey ownerId ownerUnit region plannedParticipants startDate endDate totalBudget
    grantedSupport fund period programmeArea specificObjective description disagreements shown revision`,
  ),
  identifier: table('project_identifier', 'key value projectId'),
  decision: table('decision', 'id slug key heading publisher region fund decisionDate'),
  item: table(
    'decision_item',
    `id decisionId position key name nameKey applicant amount amountKind amountPrecision fund shown projectId linkedBy
    numberKey`,
  ),
  participation: table('participation', 'organisationId role itemId name position'),
  statement: table(
    'statement',
    'id documentId projectId itemId field origin state label raw value code precision start end before after parserVersion',
  ),
  search: table('staged_search', 'id names organisations text numbers'),
} satisfies Record<string, Table>
type TableName = keyof typeof TABLES

function table(name: string, columns: string): Table {
  return { name, columns: columns.split(/\s+/) }
}

const BATCH = 5000
const ITEMS_OF_A_DECISION = 20
const EVERY_THIRD = 3
const MOST_PARTNERS = 3
const PARSER_VERSION = 1
const FETCHED = '2026-01-15'
const KINDS = { page: 'PROJECT_PAGE', list: 'DECISION_LIST' } as const

/** A registry being generated: numbers that have been given, and what is waiting for its decision. */
type Work = {
  random: Random
  projects: number
  organisations: string[]
  next: { document: number; statement: number; decision: number; item: number }
  waiting: GeneratedProject[]
  rows: Rows
}

/** Writes so many projects, with all that belongs to them, into a migrated and empty database. One transaction. */
export async function writeRegistry(client: pg.Client, projects: number, seed: number): Promise<void> {
  const work = startWork(projects, seed)
  await client.query('BEGIN')
  await trustRows(client)
  await client.query(`CREATE TEMP TABLE staged_search
    (id int, names text, organisations text, text text, numbers text) ON COMMIT DROP`)
  await client.query(`INSERT INTO import (id, actor, summary) VALUES (1, 'generator', '{}')`)
  addOrganisations(work)
  for (let id = 1; id <= projects; id++) {
    addProject(work, makeProject(work.random, id, projects, work.organisations.length))
    if (id % BATCH === 0 || id === projects) await flush(client, work)
  }
  await writeVectors(client)
  await countOn(client, work)
  await client.query('UPDATE registry SET revision = 1 WHERE id = 1')
  await client.query('COMMIT')
}

/** What is generated refers to what is there: checking a million references takes a third of the time. */
async function trustRows(client: pg.Client) {
  const { rows } = await client.query<{ is_superuser: string }>('SHOW is_superuser')
  if (rows[0]?.is_superuser === 'on') await client.query('SET LOCAL session_replication_role = replica')
}

function startWork(projects: number, seed: number): Work {
  return {
    random: new Random(seed),
    projects,
    organisations: organisationNames(projects),
    next: { document: 1, statement: 1, decision: 1, item: 1 },
    waiting: [],
    rows: emptyRows(),
  }
}

const emptyRows = (): Rows =>
  Object.fromEntries(Object.keys(TABLES).map((name) => [name, []])) as unknown as Rows

function addOrganisations({ organisations, rows }: Work) {
  organisations.forEach((name, index) => {
    rows.organisation.push([index + 1, slugOf(name), name])
  })
}

/** A project with its page; every third also stands on a decision list. */
function addProject(work: Work, project: GeneratedProject) {
  const owner = work.organisations[project.owner] ?? ''
  const title = `${project.number} - ${project.name}`
  const said = saidOfProject(project, owner)
  const document = addDocument(work, { kind: 'page', title, said, key: `project:${project.number}` })
  const partners = project.id % EVERY_THIRD === 0 ? partnersOf(work, project) : []
  const columns = addColumns(work, project, addStatements(work, document, { projectId: project.id }))
  if (document.id === 1) nameOrganisations(work)
  const texts = searchTexts({
    name: project.name,
    otherNames: [],
    numbers: [project.number],
    organisations: [
      ...ownerNames(columns.shown),
      ...partners.map((place) => work.organisations[place] ?? ''),
    ],
    units: project.unit ? [project.unit] : [],
    text: columns.description,
  })
  work.rows.search.push([project.id, texts.names, texts.organisations, texts.text, texts.numbers])
  if (partners.length > 0) work.waiting.push(project)
  const isLast = project.id === work.projects
  if (work.waiting.length >= ITEMS_OF_A_DECISION || (isLast && work.waiting.length > 0)) addDecision(work)
}

/** The owner applies; who joins in follows from the project's id, so that both its page and its list know. */
function partnersOf({ organisations }: Work, { id, owner }: GeneratedProject): number[] {
  const others = Array.from(
    { length: (id / EVERY_THIRD) % (MOST_PARTNERS + 1) },
    (_, index) => (id * 31 + index * 17) % organisations.length,
  )
  return [...new Set([owner, ...others])]
}

type Document = { id: number; placed: PlacedSaid[] }
type DocumentInput = {
  kind: keyof typeof KINDS
  title: string
  said: Parameters<typeof writeDocument>[1]
  key: string
}

function addDocument({ next, rows }: Work, { kind, title, said, key }: DocumentInput): Document {
  const { text, placed } = writeDocument(title, said)
  const id = next.document++
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  rows.document.push([
    id,
    sha256,
    sha256.slice(0, 12),
    KINDS[kind],
    kind === 'page' ? '2014' : 'list',
    'text/plain',
    'utf-8',
    bytes.length,
    title,
    'Fondspårs generator',
    null,
    FETCHED,
    text,
    PARSER_VERSION,
    key,
    1,
  ])
  rows.content.push([id, `\\x${bytes.toString('hex')}`, text])
  return { id, placed }
}

type Kept = PlacedSaid & { id: number }

function addStatements(
  { next, rows }: Work,
  document: Document,
  about: { projectId?: number; itemId?: number },
): Kept[] {
  return document.placed.map((said) => {
    const id = next.statement++
    const { field, origin, label, raw, value, code, start, end, before, after } = said
    rows.statement.push([
      ...[
        id,
        document.id,
        about.projectId ?? null,
        about.itemId ?? null,
        field,
        origin,
        'READ',
        label || null,
        raw,
      ],
      ...[JSON.stringify(value), code, precisionOf(said), start, end, before, after, PARSER_VERSION],
    ])
    return { ...said, id }
  })
}

const AMOUNTS = new Set(['totalBudget', 'grantedSupport', 'amount'])
const precisionOf = ({ field }: PlacedSaid): number | null => (AMOUNTS.has(field) ? 1 : null)

const candidates = (kept: readonly Kept[], source: 'page' | 'list') =>
  kept.map((said) => ({
    ...said,
    source,
    state: 'READ' as const,
    precision: precisionOf(said),
    qualifier: said.origin === 'PROSE' ? 'drygt' : null,
    capturedAt: Date.parse(FETCHED),
    isReplaced: false,
  }))

function addColumns({ rows }: Work, project: GeneratedProject, kept: Kept[]) {
  const shown = foldFields(PROJECT_FIELDS, candidates(kept, 'page'), [])
  const numbers = [project.number]
  const columns = projectColumns(shown, { number: project.number, numbers, items: [] })
  rows.project.push([
    ...[
      project.id,
      slugOfNumber(project.number),
      project.number,
      columns.name,
      columns.nameKey,
      project.owner + 1,
    ],
    ...[columns.ownerUnit, columns.region, columns.plannedParticipants, columns.startDate, columns.endDate],
    ...[columns.totalBudget, columns.grantedSupport, columns.fund, columns.period, columns.programmeArea],
    ...[columns.specificObjective, columns.description, columns.disagreements, shown, 1],
  ])
  rows.identifier.push([numberKey(project.number), project.number, project.id])
  return columns
}

/** The first document names all organisations: a name has to be from somewhere. */
function nameOrganisations({ organisations, rows }: Work) {
  organisations.forEach((name, index) => {
    rows.organisationName.push([nameKey(name), name, index + 1, 1])
  })
}

/** A decision on the projects that wait for one, and the list that tells of it. */
function addDecision(work: Work) {
  const { next, rows, random } = work
  const id = next.decision++
  const date = `20${random.between(10, 26)}-${String(random.between(1, 12)).padStart(2, '0')}-15`
  const heading = `Beslut ${id} ${date}`
  rows.decision.push([
    id,
    `${date}-beslut-${id}`,
    `decision:${id}`,
    heading,
    'Fondspårs generator',
    null,
    null,
    date,
  ])
  const projects = work.waiting.splice(0)
  const said = projects.map((project) => saidOfItem(project, work.organisations[project.owner] ?? ''))
  const document = addDocument(work, {
    kind: 'list',
    title: heading,
    said: said.flat(),
    key: `decision:${id}`,
  })
  let from = 0
  projects.forEach((project, position) => {
    const own = document.placed.slice(from, from + (said[position]?.length ?? 0))
    from += own.length
    addItem(work, { project, decision: id, position, document: { id: document.id, placed: own } })
  })
}

type ItemInput = { project: GeneratedProject; decision: number; position: number; document: Document }

function addItem(work: Work, { project, decision, position, document }: ItemInput) {
  const { next, rows, organisations } = work
  const id = next.item++
  const kept = addStatements(work, document, { itemId: id })
  const shown = foldFields(ITEM_FIELDS, candidates(kept, 'list'), [])
  const columns = itemColumns(shown)
  rows.item.push([
    ...[
      id,
      decision,
      position,
      `${id}`,
      columns.name,
      columns.nameKey,
      columns.applicant,
      columns.amount,
      columns.amountKind,
    ],
    ...[columns.amountPrecision, columns.fund, shown, project.id, 'name and owner', columns.numberKey],
  ])
  partnersOf(work, project).forEach((place, order) => {
    const role = order === 0 ? 'APPLICANT' : 'PARTNER'
    rows.participation.push([place + 1, role, id, organisations[place] ?? '', order])
  })
}

async function flush(client: pg.Client, work: Work) {
  for (const name of Object.keys(TABLES) as TableName[]) await copyRows(client, TABLES[name], work.rows[name])
  work.rows = emptyRows()
}

/** The search indexes are made after the rows: adding to a GIN index row by row takes ten times as long. */
async function writeVectors(client: pg.Client) {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'project_search' AND indexdef LIKE '% USING gin %'`,
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`)
  await client.query(`
    INSERT INTO project_search ("projectId", "nameVector", "organisationVector", "textVector")
    SELECT id, to_tsvector('swedish', names) || to_tsvector('simple', numbers),
      to_tsvector('swedish', organisations), to_tsvector('swedish', text)
    FROM staged_search ORDER BY id`)
  for (const { indexdef } of rows) await client.query(indexdef)
}

/** Lets the next row of each table get the next number. */
async function countOn(client: pg.Client, { next, projects, organisations }: Work) {
  const last = {
    import: 1,
    organisation: organisations.length,
    project: projects,
    source_document: next.document - 1,
    statement: next.statement - 1,
    decision: next.decision - 1,
    decision_item: next.item - 1,
  }
  for (const [name, number] of Object.entries(last)) {
    await client.query(`SELECT setval(pg_get_serial_sequence($1, 'id'), $2)`, [name, Math.max(1, number)])
  }
}
