import 'server-only'
import { basisOf } from '../../corrections/basis.ts'
import type { Subject } from '../../corrections/fields.ts'
import { loadRecord } from '../../corrections/load.ts'
import { resolveChange } from '../../corrections/resolve.ts'
import { type FieldSave, saveCorrections } from '../../corrections/save.ts'
import type { Transaction } from '../../db.ts'
import { slugOfProject } from '../../matching/keys.ts'
import { type Acting, actingBy } from '../../registry/acting.ts'
import { freeSlugs } from '../../registry/free-slugs.ts'
import { settle } from '../../registry/settle.ts'
import { touch } from '../../registry/touched.ts'
import type { ImportReport } from '../report.ts'
import { itemPlace, type StoredDocument } from '../store.ts'
import type { ImportBy } from '../store-all.ts'
import type { DecidedEntry, FilePlan } from './plan.ts'
import type { KeptDraft } from './reading.ts'
import { AT_IMPORT } from './texts.ts'

type Stored = {
  by: ImportBy
  userId: number | null
  planned: readonly (FilePlan & { fileId: number })[]
  stored: readonly StoredDocument[]
  entries: readonly DecidedEntry[]
  report: ImportReport
}

/** What a person decided of an entry that was kept, with the record that it became. */
export type Decided = {
  entry: Pick<DecidedEntry, 'choice' | 'chosenProjectId' | 'edits'>
  subject: Subject
  name: string
  number: string
}

/**
 * Writes what a person decided beside what the documents say: values given at the import are corrections, and so are links
 * to projects that the person named or had made. Returns the tags of pages that became old.
 */
export const applyDecisions = (tx: Transaction, all: Stored): Promise<string[]> =>
  applyAll(tx, all, decidedIn(all))

/** The same for what is known to be decided. */
export async function applyAll(
  tx: Transaction,
  { by, userId, report }: Pick<Stored, 'by' | 'userId' | 'report'>,
  decided: readonly Decided[],
): Promise<string[]> {
  if (decided.length === 0 || userId === null) return []
  const acting = actingBy({ ...by, userId })
  const made: Made = new Map()
  for (const one of decided) await applyOne(tx, acting, made, one)
  const { tags, projects } = await settle(tx, acting)
  report.totals.projectsNew += [...acting.touched.projects.values()].filter(({ isNew }) => isNew).length
  const led = decided.filter(({ subject, entry }) => subject.kind === 'item' && entry.choice !== 'accept')
  report.totals.linked += new Set(led.map(({ subject }) => subject.id)).size
  for (const { slug, changes } of projects)
    report.changes.push(...changes.map((change) => ({ project: slug, ...change })))
  return tags
}

function decidedIn({ planned, stored, entries }: Stored): Decided[] {
  return planned.flatMap(({ fileId, whole }, at) => {
    const document = stored[at]
    const own = entries.filter((entry) => entry.fileId === fileId && asksForMore(entry))
    return document ? own.flatMap((entry) => recordOf(document, whole, entry) ?? []) : []
  })
}

const asksForMore = ({ choice, place, edits }: DecidedEntry): boolean =>
  choice !== null &&
  choice !== 'skip' &&
  (Object.keys(edits).length > 0 || (!('page' in place) && choice !== 'accept'))

function recordOf(document: StoredDocument, whole: KeptDraft, entry: DecidedEntry): Decided | null {
  const { place } = entry
  if (!('item' in place))
    return document.projectId === null
      ? null
      : { entry, subject: { kind: 'project', id: document.projectId }, name: '', number: '' }
  const decision = whole.decisions[place.decision]
  const item = decision?.items[place.item]
  const kept = decision && item && document.items.get(itemPlace(decision, item))
  if (!kept) return null
  const number = item.statements.find(({ field }) => field === 'projectNumber')?.value
  return {
    entry,
    subject: { kind: 'item', id: kept.id },
    name: item.name,
    number: typeof number === 'string' ? number : '',
  }
}

/** The projects that were made of entries, by the entry's id: two files may tell of one. */
type Made = Map<number, number>

async function applyOne(
  tx: Transaction,
  acting: Acting,
  made: Made,
  { entry, subject, name, number }: Decided,
) {
  const linkTo =
    subject.kind === 'item'
      ? await projectFor(tx, acting, made, { entry, id: subject.id, name, number })
      : null
  const record = await loadRecord(tx, subject)
  if (!record) throw new Error('a decision is about a record that is not there')
  const changes: FieldSave[] = []
  for (const [field, text] of Object.entries(entry.edits)) {
    const basis = basisOf(record.fields[field]?.shown ?? null)
    const resolved = await resolveChange(tx, record, {
      field,
      basis,
      as: 'typed',
      text,
      // A sum stays a sum of its kind.
      kind: field === 'amount' ? (record.fields.amount?.shown?.code ?? '') : '',
      rounding: '',
    })
    // It could be read when it was decided: what cannot be any longer stops the import, rather than be left out unseen.
    if (!resolved.ok) throw new Error(`a value given for ${field} cannot be read`)
    changes.push(resolved.value)
  }
  if (linkTo !== null) {
    const basis = basisOf(record.fields.project?.shown ?? null)
    const typed = { value: linkTo, code: null, precision: null, qualifier: null }
    changes.push({ field: 'project', basis, as: 'value', typed })
  }
  for (const change of changes) {
    const saved = await saveCorrections(tx, acting, {
      subject,
      changes: [change],
      reason: AT_IMPORT,
      evidence: null,
    })
    // What the source says by itself needs no correction.
    if (!saved.ok && !(saved.problem.kind === 'field' && saved.problem.why === 'sameValue'))
      throw new Error(`a decision could not be written: ${saved.problem.kind}`)
  }
}

async function projectFor(
  tx: Transaction,
  acting: Acting,
  made: Made,
  { entry, id: itemId, name, number }: Omit<Decided, 'subject'> & { id: number },
): Promise<number | null> {
  if (entry.choice === 'project') return entry.chosenProjectId
  if (entry.choice !== 'new') return null
  const before = made.get(itemId)
  if (before !== undefined) return before
  const [slug = ''] = await freeSlugs(tx, 'project', [slugOfProject({ number, name })])
  const { id } = await tx.project.create({ data: { slug, number, name, shown: {} }, select: { id: true } })
  touch(acting.touched.projects, id, { isNew: true })
  made.set(itemId, id)
  return id
}
