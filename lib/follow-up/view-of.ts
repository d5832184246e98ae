import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { FileView } from '../files/view.ts'
import type { Shown } from '../projects/shown.ts'
import type { DecisionReference } from '../projects/view.ts'
import { COMMON_FIELDS, followUpKeys, typeOfFollowUpField } from './fields.ts'
import { figuresIn } from './figures.ts'
import { type Figure, foldOutcomes } from './fold.ts'
import { INDICATORS, indicatorOf } from './indicators.ts'
import { MEASURES, measureOf } from './measures.ts'
import { missingOf } from './missing.ts'
import type { Stated } from './stated.ts'
import type {
  FieldCorrection,
  FigureView,
  FollowUpField,
  FollowUpView,
  OutcomeRow,
  OutcomesView,
  OutcomeView,
  Said,
} from './view.ts'

/** A published follow-up as the database keeps it; days are ISO. */
export type FollowUpRow = {
  id: number
  kind: FollowUpKind
  asOf: string | null
  publishedAt: number
  isExample: boolean
  shown: Readonly<Record<string, Shown>>
  stated: Stated
  file: FileView | null
  /** Those that stand. */
  corrections: readonly (FieldCorrection & { id: number })[]
  /** Of the registry's document that its source is. */
  title: string | null
  /** The decision that it follows from. */
  decision: DecisionReference | null
}

/** What pages of the project, or of the entry, say that belongs beside its follow-ups. */
export type PageSays = {
  /** Measures, and `budget` and `support`, that the page states, with the page's field. */
  figures: readonly { field: string; figure: Figure; isDisputed: boolean }[]
  /** ISO day; null where nobody says, and for entries, of which nothing is missing. */
  endDate: string | null
}

/** What came of a project or an entry, of all that its published follow-ups and its page say. `today`: an ISO day. Pure. */
export function outcomesViewOf(rows: readonly FollowUpRow[], page: PageSays, today: string): OutcomesView {
  const sorted = [...rows].sort((a, b) =>
    (a.asOf ?? '') < (b.asOf ?? '') ? -1 : a.asOf === b.asOf ? a.id - b.id : 1,
  )
  const followUps = sorted.map(followUpOf)
  const outcomes = outcomesOf(sorted, followUps, page)
  const measures = Object.keys(outcomes)
  const planned = outcomes['planned.total']?.value ?? null
  return {
    followUps,
    outcomes,
    rows: rowsOf(followUps),
    decisions: Object.fromEntries(
      rows.flatMap(({ decision }) => (decision ? [[decision.slug, decision]] : [])),
    ),
    missing: missingOf({ endDate: page.endDate, planned, followUps, measures }, today),
  }
}

function followUpOf(row: FollowUpRow): FollowUpView {
  const text = (key: string) => {
    const value = row.shown[key]?.value
    return typeof value === 'string' ? value : null
  }
  const common: readonly string[] = COMMON_FIELDS
  const keys = followUpKeys(row.kind, Object.keys(row.shown))
  return {
    id: row.id,
    kind: row.kind,
    asOf: row.asOf,
    isExample: row.isExample,
    source: {
      url: text('sourceUrl'),
      title: row.title,
      page: text('sourcePage'),
      words: text('sourceWords'),
      file: row.file,
    },
    comment: text('comment'),
    fields: keys.flatMap((key) => (common.includes(key) ? [] : (fieldOf(row, key) ?? []))),
    corrections: keys.flatMap((field) => {
      const correction = correctionOf(row, field)
      return correction ? [{ ...correction, field }] : []
    }),
  }
}

function fieldOf(row: FollowUpRow, key: string): FollowUpField | undefined {
  const shown = row.shown[key]
  if (!shown) return undefined
  return { key, type: typeOfFollowUpField(key) ?? 'text', ...saidIn(shown), ...correctedIn(row, key) }
}

const saidIn = ({ value, precision, qualifier }: Said): Said => ({ value, precision, qualifier })

/** Why a field says what it says, where that is not what was published; a review confirms and changes nothing. */
function correctedIn(
  row: FollowUpRow,
  key: string,
): { correction: FieldCorrection | null; stated: Said | null } {
  const correction = correctionOf(row, key)
  const stated = row.stated[key]
  return { correction, stated: correction && stated ? saidIn(stated) : null }
}

function correctionOf(row: FollowUpRow, key: string): FieldCorrection | null {
  const shown = row.shown[key]
  const note = shown?.reviewed ? undefined : row.corrections.find(({ id }) => id === shown?.correction)
  if (!note) return null
  const { reason, evidence, by, on } = note
  return { reason, evidence, by, on }
}

function outcomesOf(
  rows: readonly FollowUpRow[],
  followUps: readonly FollowUpView[],
  page: PageSays,
): Record<string, OutcomeView> {
  const own = rows.flatMap(figuresIn)
  const folded = foldOutcomes([...own, ...page.figures.map(({ figure }) => figure)])
  const views = { followUps: new Map(followUps.map((view) => [view.id, view])), page }
  const disputed = new Set([
    ...[...folded.values()].flatMap(({ measure, rivals }) => (rivals.length > 0 ? [measure] : [])),
    ...page.figures.flatMap(({ figure, isDisputed }) =>
      isDisputed && folded.get(figure.measure)?.source.kind === 'page' ? [figure.measure] : [],
    ),
  ])
  return Object.fromEntries(
    [...folded].map(([measure, { rivals, apart, earlier, ...shown }]) => [
      measure,
      {
        ...figureOf(shown, views),
        rivals: rivals.map((figure) => figureOf(figure, views)),
        apart: apart.map((figure) => figureOf(figure, views)),
        earlier: earlier.map((figure) => figureOf(figure, views)),
        isDisputed: [measure, ...(shown.derivedFrom ?? [])].some((one) => disputed.has(one)),
      },
    ]),
  )
}

type Sources = { followUps: ReadonlyMap<number, FollowUpView>; page: PageSays }

function figureOf(
  { publishedAt: _, isOnce: __, source, ...figure }: Figure,
  { followUps, page }: Sources,
): FigureView {
  if (source.kind === 'page') {
    const field = page.figures.find((one) => one.figure.measure === figure.measure)?.field ?? figure.measure
    return { ...figure, source: { kind: 'page', field }, correction: null, stated: null }
  }
  const fields = followUps.get(source.id)?.fields ?? []
  const said = figure.derivedFrom === null ? fields.find(({ key }) => key === figure.measure) : undefined
  const { correction = null, stated = null } = said ?? {}
  return { ...figure, source, correction, stated }
}

/** The groups and indicators that some number is of. */
function rowsOf(followUps: readonly FollowUpView[]): OutcomeRow[] {
  const rows = new Map<string, OutcomeRow>()
  for (const { fields } of followUps)
    for (const { key, value } of fields) {
      const measure = typeof value === 'number' ? measureOf(key) : undefined
      if (!measure || measure.row === null) continue
      const kind = MEASURES[measure.name].type === 'number' ? 'indicator' : 'group'
      const words = (name: string) => wordsOf(followUps, `${name}@${measure.row}`)
      rows.set(`${kind}:${measure.row}`, {
        key: measure.row,
        kind,
        name: kind === 'group' ? words('group') : indicatorOf(measure.row) ? null : words('name'),
        unit: kind === 'group' ? null : words('unit'),
        period: kind === 'group' ? null : words('period'),
      })
    }
  return [...rows.values()].sort((a, b) => placeOf(a) - placeOf(b))
}

/** What the latest follow-up says that says anything. */
function wordsOf(followUps: readonly FollowUpView[], key: string): string | null {
  const said = followUps.findLast(({ fields }) =>
    fields.some((field) => field.key === key && field.value !== null),
  )
  const value = said?.fields.find((field) => field.key === key)?.value
  return typeof value === 'string' ? value : null
}

const placeOf = ({ kind, key }: OutcomeRow): number => {
  const place = kind === 'indicator' ? INDICATORS.findIndex(({ code }) => code === key) : -1
  return place < 0 ? INDICATORS.length : place
}
