import 'server-only'
import type { Subject } from '../corrections/fields.ts'
import { type LoadedField, loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { type CorrectionNote, fieldViews } from '../projects/field-view.ts'
import type { FieldType } from '../projects/fields.ts'
import type { Shown } from '../projects/shown.ts'
import type { FieldView, Saying } from '../projects/view.ts'
import { documentReference, saying, sayingsIn } from '../registry/sayings.ts'
import { type About, THE_SITE } from './about.ts'
import { namedBy } from './record.ts'
import type { ReportedRecord, ReportSubject } from './view.ts'

/** Finds what a report is about; null where there is no such record. What it points at of fields need not exist. */
export async function findSubject(about: About): Promise<ReportSubject | null> {
  if (about.kind === 'page') return { ...theSite(), about: { ...about, field: null } }
  const record = await namedBy(database(), about)
  return record && showRecord(about.field, record)
}

/** No record: the site as a whole. */
export const theSite = (): ReportSubject => ({
  about: THE_SITE,
  record: null,
  fields: [],
  field: null,
})

/** A known record with its fields. */
export async function showRecord(field: string | null, record: ReportedRecord): Promise<ReportSubject> {
  const { subject } = record
  const fields = subject ? await fieldsOf(subject, field) : []
  const found = fields.find(({ key }) => key === field) ?? null
  return {
    about: { kind: record.kind, key: record.key, field: found?.key ?? null },
    record,
    fields,
    field: found,
  }
}

/** Every field of a record; the words of sources, and who corrected it why, are looked up for one of them. */
async function fieldsOf(subject: Subject, wanted: string | null): Promise<FieldView[]> {
  const record = await loadRecord(database(), subject)
  const loaded = Object.entries(record?.fields ?? {}).filter(isStated)
  const shown = Object.fromEntries(loaded.flatMap(([key, { shown }]) => (shown ? [[key, shown]] : [])))
  const [sayings, notes] = await wordsFor(wanted && Object.hasOwn(shown, wanted) ? shown[wanted] : undefined)
  const types = Object.fromEntries(loaded.map(([key, { type }]) => [key, type]))
  const views = Object.values(fieldViews(types, shown, sayings, notes))
  return subject.kind === 'decision' ? views.map(withRegion) : views
}

/** A decision's region is kept as the code itself; pages write a code by its name. */
const withRegion = (view: FieldView): FieldView =>
  view.key === 'region' && typeof view.value === 'string' ? { ...view, code: view.value } : view

type StatedField = LoadedField & { type: FieldType }

/** Whether a field is one that sources have words for: a link and a place on a list are not. */
const isStated = (entry: [string, LoadedField]): entry is [string, StatedField] =>
  entry[1].type !== 'link' && entry[1].type !== 'membership'

type Words = [ReadonlyMap<number, Saying>, ReadonlyMap<number, CorrectionNote>]

async function wordsFor(shown: Shown | undefined): Promise<Words> {
  if (!shown) return [new Map(), new Map()]
  const ids = [shown.statement ?? 0, ...shown.rivals, ...shown.agreeing, ...shown.apart, ...shown.older]
  const [rows, note] = await Promise.all([
    database().statement.findMany({
      where: { id: { in: ids } },
      select: { ...saying, document: { select: documentReference } },
      orderBy: { id: 'asc' },
    }),
    shown.correction === null
      ? null
      : database().correction.findUnique({ where: { id: shown.correction }, select: correctionNote }),
  ])
  return [sayingsIn(rows).sayings, new Map(note ? [[note.id, note]] : [])]
}

const correctionNote = { id: true, reason: true, evidence: true, actor: true, at: true } as const
