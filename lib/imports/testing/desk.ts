import { expect } from 'vitest'
import { basisOf } from '../../corrections/basis.ts'
import { correctRecord } from '../../corrections/commands.ts'
import type { SubjectKind } from '../../corrections/fields.ts'
import { loadRecord } from '../../corrections/load.ts'
import { database } from '../../db.ts'
import { commitImportNow, decideEntry, decideMany, takeBackNow } from '../desk/commands.ts'
import { findImport, findReview } from '../desk/queries.ts'
import { beginImport } from '../desk/receive.ts'
import type { Choice } from '../desk/state.ts'
import { workOnImport } from '../desk/work.ts'
import { explainTable } from '../table/commands.ts'
import type { TableWork } from '../table/settings.ts'

// What administrators do at the import desk, for tests.

/** A file as it is given, made of lines. */
export const given = (name: string, lines: readonly string[], { fetchedOn = '', url = '' } = {}) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
  isPasted: false,
  url,
  fetchedOn,
})
type Given = ReturnType<typeof given>

/** Begins an import and has it read, as a worker does. */
export async function begin(...files: Given[]): Promise<number> {
  const begun = await beginImport(files)
  if (!begun.ok) throw new Error(JSON.stringify(begun.problem))
  await workOnImport(begun.value.id)
  return begun.value.id
}

/** The same, and a table with the columns that are guessed. */
export async function review(...files: Given[]): Promise<number> {
  const id = await begin(...files)
  if ((await view(id)).state === 'MAPPING') await confirmColumns(id)
  return id
}

/** Says that the columns of a table mean what is guessed, and has its rows read. */
export async function confirmColumns(id: number) {
  const { choice } = await tableWork(id)
  expect(await explainTable({ ...(await seen(id)), choice, isConfirmed: true })).toMatchObject({ ok: true })
  await workOnImport(id)
}

/** How a table is read so far. */
export const tableWork = async (id: number) =>
  (await database().import.findUniqueOrThrow({ where: { id } })).settings as unknown as TableWork

export async function view(id: number) {
  const found = await findImport(id)
  if (!found) throw new Error('no such import')
  return found
}
/** An import as somebody sees it now. */
export const seen = async (importId: number) => ({ importId, version: (await view(importId)).version })

export const entriesOf = async (id: number) =>
  (await findReview(id, { page: 1 })).entries.sort((a, b) => a.position - b.position)

/** An entry by its place in the list, as its page has it. */
export async function entryOf(importId: number, at: number) {
  const entryId = (await entriesOf(importId))[at]?.id
  const { open } = await findReview(importId, { page: 1, entryId })
  if (!open) throw new Error('no such entry')
  return open
}

type Decision = { choice: Choice; project?: string; edits?: Record<string, string> }

/** Decides on an entry by its place in the list. */
export async function decide(importId: number, at: number, decision: Decision) {
  const { id: entryId, version } = await entryOf(importId, at)
  return decideEntry({ importId, entryId, version, ...decision })
}

/** Accepts all that nobody has decided on and that can be brought in, leaves the rest out, and has the import brought in. */
export async function commit(importId: number) {
  for (const choice of ['accept', 'skip'])
    expect(await decideMany({ ...(await seen(importId)), choice })).toMatchObject({ ok: true })
  await press(importId)
  return view(importId)
}

/** Has an import brought in as it is decided. */
export async function press(importId: number) {
  expect(await commitImportNow(await seen(importId))).toMatchObject({ ok: true })
  await workOnImport(importId)
}

/** Brings files in, accepting everything. */
export async function bringIn(...files: Given[]): Promise<number> {
  const id = await review(...files)
  expect(await commit(id)).toMatchObject({ state: 'DONE' })
  return id
}

export async function takeBack(id: number) {
  const reason = 'Det var fel lista som kom in.'
  expect(await takeBackNow({ ...(await seen(id)), reason })).toMatchObject({ ok: true })
  await workOnImport(id)
  expect(await view(id)).toMatchObject({ state: 'UNDONE' })
}

/** Corrects one field of a record, as a person of the staff. */
export async function correct(kind: SubjectKind, id: number, field: string, text: string) {
  const record = await loadRecord(database(), { kind, id })
  if (!record) throw new Error('no such record')
  const basis = basisOf(record.fields[field]?.shown ?? null)
  const saved = await correctRecord({
    kind,
    id,
    version: record.version,
    changes: [{ field, basis, as: 'typed', text }],
    reason: 'Så står det i slutrapporten, sidan 4.',
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
}
