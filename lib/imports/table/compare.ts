import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { ahead } from '../../ahead.ts'
import { asOneAct, asTrial, database, type Transaction } from '../../db.ts'
import { jsonPieces } from '../../json-pieces.ts'
import { nameKey, numberKey } from '../../matching/keys.ts'
import type { Candidate } from '../../matching/match.ts'
import { subjectOfRow } from '../../matching/subject-of-draft.ts'
import { isProjectField } from '../../projects/fields.ts'
import type { ShownFields } from '../../projects/fold.ts'
import { settlePart } from '../../registry/settle.ts'
import { nothingTouched } from '../../registry/touched.ts'
import { Problems, severityOf } from '../../tables/problems.ts'
import { findCandidates } from '../candidates.ts'
import { entryField } from '../desk/entry-field.ts'
import { foundHere, noteHere } from '../desk/here.ts'
import { isStillReading, noteReviewed } from '../desk/moves.ts'
import { progressOf } from '../desk/progress.ts'
import type { EntryField, Verdict } from '../desk/state.ts'
import { isSafe, verdictOf } from '../desk/verdicts.ts'
import { keepDocument } from '../store.ts'
import { bytesOf } from './bytes.ts'
import { tableDocument } from './document.ts'
import type { RowDraft } from './row-draft.ts'
import { draftsOf } from './rows.ts'
import type { TableWork } from './settings.ts'
import { type PlannedRow, storeRows } from './store.ts'

/**
 * Compares the rows of a table with the registry, a thousand at a time, and leaves the import in review. What somebody has
 * decided stands, but for rows that would do something else now. Returns whether there are any. May be begun anew at any
 * time: rows that were compared are written over.
 */
export async function compareTable(id: number): Promise<boolean> {
  const held = await database().import.findUniqueOrThrow({
    where: { id },
    select: { settings: true, files: { select: { id: true, sha256: true, outcome: true }, take: 1 } },
  })
  const [file] = held.files
  const work = held.settings as unknown as TableWork
  if (!file) return false
  const revision = await currentRevision()
  const here = await foundHere(database(), [file.sha256])
  const hasFileMoved = await asOneAct((tx) => noteHere(tx, [file], here))
  if (here.size > 0) {
    await noteReviewed(id, { revision, moved: true })
    return true
  }
  const problems = new Problems()
  const tell = progressOf(id)
  let [done, skipped, moved] = [0, 0, 0]
  for await (const { compared, ...batch } of ahead(comparedRows(id, await bytesOf(file.id), work))) {
    if (!(await isStillReading(id))) return false
    problems.add(batch.problems)
    skipped += batch.skipped
    done += batch.rows
    moved += await keepRows(id, file.id, compared)
    await tell({ step: 'comparing', done, of: work.table?.rowCount ?? done })
  }
  const settings = { ...work, problems: problems.list(), skipped } as unknown as Prisma.InputJsonObject
  const hasMoved = hasFileMoved || moved > 0
  await noteReviewed(id, { revision, moved: hasMoved, settings })
  return hasMoved
}

async function* comparedRows(id: number, bytes: Uint8Array, work: TableWork) {
  for await (const { drafts, ...batch } of draftsOf(bytes, work))
    yield { ...batch, compared: await compareRows(id, drafts) }
}

async function currentRevision(): Promise<number> {
  const row = await database().registry.findUniqueOrThrow({ where: { id: 1 }, select: { revision: true } })
  return row.revision
}

type Compared = {
  draft: RowDraft
  projectId: number | null
  verdict: Verdict
  isSafe: boolean
  warnings: number
  fields: EntryField[]
  candidates: Candidate[]
}

async function compareRows(importId: number, drafts: readonly RowDraft[]): Promise<Compared[]> {
  const sound = drafts.filter((draft) => !isBad(draft))
  const known = await knownProjects(sound)
  const candidates = await candidatesFor(sound.filter(({ row }) => !known.has(row)))
  const sides = await tryOut(
    importId,
    sound.flatMap((draft) => plannedIf(draft, known.get(draft.row))),
  )
  return drafts.map((draft): Compared => {
    const projectId = known.get(draft.row) ?? null
    const side = sides.get(draft.row)
    const fields = draft.statements.map((statement) => fieldOf(statement, side))
    const verdict = isBad(draft)
      ? 'refused'
      : verdictOf({ isNew: projectId === null, isLinked: false, fields })
    const own = candidates.get(draft.row) ?? []
    const severities = draft.problems.map(({ kind }) => ({ severity: severityOf(kind) }))
    return {
      draft,
      projectId,
      verdict,
      isSafe: isSafe(verdict, severities, {
        hasLikely: own.some((one) => one.verdict !== 'possible'),
        disagrees: verdict === 'disagrees',
      }),
      warnings: severities.filter(({ severity }) => severity !== 'info').length,
      fields,
      candidates: own,
    }
  })
}

/** A row that names no operation cannot be brought in. */
const isBad = ({ name, numbers, problems }: RowDraft): boolean =>
  (name === '' && numbers.length === 0) || problems.some(({ kind }) => kind === 'no-name')

const plannedIf = (draft: RowDraft, projectId: number | undefined): PlannedRow[] =>
  projectId === undefined ? [] : [{ draft, projectId }]

/** The projects that rows are about by their numbers, by row: by the first, or by another where the name is the same. */
async function knownProjects(drafts: readonly RowDraft[]): Promise<Map<number, number>> {
  const keys = [...new Set(drafts.flatMap(({ numbers }) => numbers.map(numberKey)))]
  const rows = await database().projectIdentifier.findMany({
    where: { key: { in: keys }, project: { inForce: true } },
    select: { key: true, projectId: true, project: { select: { nameKey: true } } },
  })
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return new Map(
    drafts.flatMap(({ row, numbers, name }): [number, number][] => {
      const found = numbers.map(numberKey).flatMap((key) => byKey.get(key) ?? [])
      const first = byKey.get(numberKey(numbers[0] ?? ''))
      const one = first ?? found.find(({ project }) => project.nameKey === nameKey(name))
      return one ? [[row, one.projectId]] : []
    }),
  )
}

/** Projects that rows without a known number may be about: looked for by name only where the number does not tell. */
async function candidatesFor(drafts: readonly RowDraft[]): Promise<Map<number, Candidate[]>> {
  const namesakes = await namesHeld(drafts)
  const asked = drafts.filter(({ numbers, name }) => numbers.length === 0 || namesakes.has(nameKey(name)))
  if (asked.length === 0) return new Map()
  // In a transaction of its own: how near names have to be is set for one.
  const found = await asOneAct((tx) => findCandidates(tx, asked.map(subjectOfRow)))
  return new Map(asked.map(({ row }, at) => [row, found.get(at) ?? []]))
}

async function namesHeld(drafts: readonly RowDraft[]): Promise<Set<string>> {
  const keys = [...new Set(drafts.map(({ name }) => nameKey(name)))]
  const rows = await database().project.findMany({
    where: { nameKey: { in: keys }, inForce: true },
    select: { nameKey: true },
    distinct: ['nameKey'],
  })
  return new Set(rows.map((row) => row.nameKey))
}

type Sides = { before: ShownFields<string>; after: ShownFields<string> }

/** What projects that are there would show if rows were brought in: does it, and undoes it. */
const tryOut = async (importId: number, planned: readonly PlannedRow[]): Promise<Map<number, Sides>> =>
  planned.length === 0 ? new Map() : asTrial((tx) => sidesOf(tx, importId, planned))

const NO_BYTES = new Uint8Array()

async function sidesOf(tx: Transaction, importId: number, planned: readonly PlannedRow[]) {
  const ids = [
    ...new Set(planned.flatMap(({ projectId }) => (typeof projectId === 'number' ? projectId : []))),
  ]
  const before = await shownOf(tx, ids)
  const document = { ...(await tableDocument(tx, importId)), bytes: NO_BYTES }
  const { id: documentId } = await keepDocument(tx, document, importId, null)
  const touched = nothingTouched()
  const { names, made, numbersRead } = await storeRows(tx, planned, { documentId, touched, revision: TRIAL })
  const by = { actor: 'administrator', revision: TRIAL }
  await settlePart(tx, { by, touched, names }, { made, numbersRead })
  const after = await shownOf(tx, ids)
  return new Map(
    planned.flatMap(({ draft, projectId }): [number, Sides][] => {
      const id = Number(projectId)
      const sides = { before: before.get(id), after: after.get(id) }
      return sides.before && sides.after ? [[draft.row, sides as Sides]] : []
    }),
  )
}

/** No revision: nothing of a trial is ever seen. */
const TRIAL = 0

async function shownOf(tx: Transaction, ids: number[]) {
  const rows = await tx.project.findMany({ where: { id: { in: ids } }, select: { id: true, shown: true } })
  return new Map(rows.map(({ id, shown }) => [id, shown as unknown as ShownFields<string>]))
}

/** Of a new project every field that can be read is new. */
function fieldOf(statement: RowDraft['statements'][number], sides: Sides | undefined): EntryField {
  const { field, state } = statement
  const made = entryField(statement, isProjectField(field), {
    before: sides?.before[field],
    after: sides?.after[field],
  })
  return !sides && isProjectField(field) && state === 'READ' ? { ...made, effect: 'new' } : made
}

/** A row would do something else than when it was decided on, or the project that somebody named is gone. */
const HAS_MOVED = Prisma.sql`(
  (e.verdict, e."projectId", e.fields) IS DISTINCT FROM (excluded.verdict, excluded."projectId", excluded.fields)
  OR e.choice = 'project' AND NOT EXISTS (SELECT FROM project p WHERE p.id = e."chosenProjectId" AND p."inForce")
)`

/** Writes what was found of some rows. What was decided of a row that does something else now waits to be decided again. */
async function keepRows(importId: number, fileId: number, rows: readonly Compared[]): Promise<number> {
  let moved = 0
  const entries = rows.map(({ draft, fields, candidates, projectId, verdict, isSafe, warnings }) => ({
    position: draft.row,
    name: draft.name || draft.numbers[0] || '',
    place: { row: draft.row, text: draft.text, problems: draft.problems },
    ...{ verdict, isSafe, warnings, fields, candidates, projectId },
  }))
  for (const json of jsonPieces(entries)) moved += await keepPiece(importId, fileId, json)
  return moved
}

async function keepPiece(importId: number, fileId: number, json: string): Promise<number> {
  const moved = await database().$queryRaw<{ moved: boolean }[]>`
    INSERT INTO import_entry AS e
      ("importId", "fileId", position, kind, place, name, verdict, "isSafe", warnings, fields, candidates, "projectId")
    SELECT ${importId}, ${fileId}, r.position, 'row', r.place, r.name, r.verdict, r."isSafe", r.warnings, r.fields, r.candidates,
      r."projectId"
    FROM jsonb_to_recordset(${json}::jsonb) AS r(position int, name text, place jsonb, verdict text, "isSafe" boolean,
      warnings int, fields jsonb, candidates jsonb, "projectId" int)
    ON CONFLICT ("importId", position) DO UPDATE SET
      place = excluded.place, name = excluded.name, verdict = excluded.verdict, "isSafe" = excluded."isSafe",
      warnings = excluded.warnings, fields = excluded.fields, candidates = excluded.candidates,
      "projectId" = excluded."projectId", version = e.version + 1,
      "hasMoved" = e.choice IS NOT NULL AND e.choice <> 'skip' AND ${HAS_MOVED},
      choice = CASE WHEN e.choice <> 'skip' AND ${HAS_MOVED} THEN NULL ELSE e.choice END
    RETURNING "hasMoved" AS moved`
  return moved.filter((row) => row.moved).length
}
