/** Who bears costs; `total` is all together. */
export const FINANCIERS = ['total', 'eu', 'public', 'private'] as const
/** By gender as the programmes count; `total` is everybody, also those whom nobody asked. */
export const GENDERS = ['total', 'women', 'men', 'nonBinary'] as const
export type Gender = (typeof GENDERS)[number]

/** Everything that is counted, with its parts and what kind of number it is. Kronor, people, or an indicator's own unit. */
export const MEASURES = {
  /** Costs to date. */
  costs: { parts: FINANCIERS, type: 'amount' },
  /** Support paid before costs were shown (förskott). */
  advances: { parts: ['total'], type: 'amount' },
  /** Support that had to be paid back (återkrav). */
  recovered: { parts: ['total'], type: 'amount' },
  planned: { parts: GENDERS, type: 'count' },
  reached: { parts: GENDERS, type: 'count' },
  baseline: { parts: ['total'], type: 'number' },
  target: { parts: GENDERS, type: 'number' },
  actual: { parts: GENDERS, type: 'number' },
} as const satisfies Record<string, { parts: readonly string[]; type: 'amount' | 'count' | 'number' }>
export type MeasureName = keyof typeof MEASURES

/** What was promised in money: what a project's page says, or what a decided change moved it to. Kronor. */
const PROMISES = ['budget', 'support'] as const
export const isPromise = (key: string): boolean => (PROMISES as readonly string[]).includes(key)

/** A measure: what is counted, of whom, and in which row of a follow-up (a group of people, an indicator). */
export type Measure = { name: MeasureName; part: string; row: string | null }

/** A measure as a key: `costs.eu`, `reached.women`, `reached.women@unga`, `actual.total@CO01`. */
export const measureKey = ({ name, part, row }: Measure): string =>
  `${name}.${part}${row === null ? '' : `@${row}`}`

// A row goes by an indicator's code, or by the words that name it, as an address writes them.
const MEASURE_KEY = /^([a-z]+)\.([a-zA-Z]+)(?:@([A-Za-z0-9-]{1,80}))?$/

/** Reads a key; undefined for what is none. Pure. */
export function measureOf(key: string): Measure | undefined {
  const [, name = '', part = '', row = null] = MEASURE_KEY.exec(key) ?? []
  if (!Object.hasOwn(MEASURES, name)) return undefined
  const { parts }: { parts: readonly string[] } = MEASURES[name as MeasureName]
  return parts.includes(part) ? { name: name as MeasureName, part, row } : undefined
}

/** The part that is all the others together. */
export const WHOLE = 'total'

/** The keys of a measure's parts without the whole: of them a whole can be made. */
export const partsOf = ({ name, row }: Measure): string[] =>
  MEASURES[name].parts.filter((part) => part !== WHOLE).map((part) => measureKey({ name, part, row }))

/** Whether figures and what they promise are kept by a key. */
export const isMeasure = (key: string): boolean => measureOf(key) !== undefined || isPromise(key)

/** The key of the whole that a measure is part of, or its own; null for what is no measure. */
export function wholeOf(key: string): string | null {
  const of = measureOf(key)
  return of ? measureKey({ ...of, part: WHOLE }) : null
}

const NAMES = Object.keys(MEASURES) as MeasureName[]

/**
 * Negative where one key goes before another wherever figures are listed: promises, then what is counted of all, then row by
 * row; of each in the order of MEASURES, the whole before its parts. What is no measure goes first. Pure.
 */
export function compareMeasures(a: string, b: string): number {
  const [one, other] = [placeOf(a), placeOf(b)]
  if (one.row !== other.row) return one.row < other.row ? -1 : 1
  return one.name - other.name || one.part - other.part
}

function placeOf(key: string): { row: string; name: number; part: number } {
  const of = measureOf(key)
  if (!of) return { row: '', name: -1, part: (PROMISES as readonly string[]).indexOf(key) }
  const parts: readonly string[] = MEASURES[of.name].parts
  return { row: of.row ?? '', name: NAMES.indexOf(of.name), part: parts.indexOf(of.part) }
}
