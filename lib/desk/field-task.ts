import 'server-only'
import { basisOf } from '../corrections/basis.ts'
import { type Loaded, type LoadedField, loadRecord, refolded } from '../corrections/load.ts'
import { database } from '../db.ts'
import { type CorrectionNote, fieldViews } from '../projects/field-view.ts'
import type { FieldType } from '../projects/fields.ts'
import { documentReference, saying, sayingsIn } from '../registry/sayings.ts'
import type { FieldTaskKey } from './task-key.ts'
import type { ChangeView, DeskRecord, DisagreementView } from './view.ts'

/** A field that sources say different things of, with all their words; null where there is no such field. */
export async function findDisagreement(key: FieldTaskKey): Promise<DisagreementView | null> {
  const found = await open(key)
  if (!found) return null
  const { field } = found.view
  return {
    ...found.view,
    isOpen: field.rivals.length > 0 && found.loaded.shown?.correction === null,
    choices: [...(field.shown ? [field.shown] : []), ...field.rivals],
  }
}

/** A field that was corrected, with what its corrector saw and what the source says now; null where it is no such. */
export async function findChange(key: FieldTaskKey): Promise<ChangeView | null> {
  const found = await open(key)
  const correction = found && standing(found.loaded)
  if (!found || !correction) return null
  const now = refolded(found.loaded, [])?.statement ?? null
  return {
    ...found.view,
    isOpen: found.loaded.shown?.sourceChanged ?? false,
    before: found.sayings.get(correction.seenStatementId ?? -1) ?? null,
    now: found.sayings.get(now ?? -1) ?? null,
    correctionKind: correction.kind,
  }
}

/** The correction that is shown. */
const standing = ({ corrections, shown }: LoadedField) =>
  corrections.find(({ id }) => id === shown?.correction)

/** A record's field as it stands now, with the words of all that is said of it. */
async function open({ kind, id, field }: FieldTaskKey) {
  const [record, about] = await Promise.all([loadRecord(database(), { kind, id }), aboutOf(kind, id)])
  const loaded = record?.fields[field]
  if (!record || !about || !loaded || loaded.type === 'link' || loaded.type === 'membership') return null
  const { sayings, notes } = await wordsOf(loaded)
  const views = fieldViews<string>(
    { [field]: loaded.type as FieldType },
    loaded.shown ? { [field]: loaded.shown } : {},
    sayings,
    notes,
  )
  const view = views[field]
  if (!view) return null
  const basis = basisOf(loaded.shown)
  return {
    loaded,
    sayings,
    view: { record: recordOf(record, about), field: view, period: about.period, basis },
  }
}

type About = { about: string; period: string | null }

/** What a record is told apart by: a project's number, an entry's decision. */
async function aboutOf(kind: FieldTaskKey['kind'], id: number): Promise<About | null> {
  if (kind === 'project') {
    const row = await database().project.findUnique({ where: { id }, select: { number: true, period: true } })
    return row && { about: row.number, period: row.period }
  }
  const row = await database().decisionItem.findUnique({
    where: { id },
    select: { decision: { select: { heading: true } } },
  })
  return row && { about: row.decision.heading, period: null }
}

const recordOf = ({ subject: { kind, id }, slug, name }: Loaded, { about }: About): DeskRecord =>
  kind === 'project'
    ? { kind, id, slug, name, number: about }
    : { kind: 'item', id, slug, name, heading: about }

/** The words of every statement of a field, and the notes of its corrections. Two queries. */
async function wordsOf({ candidates, corrections }: LoadedField) {
  const [rows, notes] = await Promise.all([
    database().statement.findMany({
      where: { id: { in: candidates.map(({ id }) => id) } },
      select: { ...saying, document: { select: documentReference } },
      orderBy: { id: 'asc' },
    }),
    database().correction.findMany({
      where: { id: { in: corrections.map(({ id }) => id) } },
      select: { id: true, reason: true, evidence: true, actor: true, at: true },
    }),
  ])
  return { ...sayingsIn(rows), notes: new Map<number, CorrectionNote>(notes.map((note) => [note.id, note])) }
}
