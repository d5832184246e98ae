import type { Sentence } from '../documents/parse/reading.ts'
import type { StoredValue } from '../projects/shown.ts'

type Held = (field: string) => StoredValue

/**
 * What is wrong with the values that a record would have together, told of those of them that are being changed. `held`:
 * a field's value as it would be. Pure.
 */
export function problemsTogether(held: Held, changed: ReadonlySet<string>): Record<string, Sentence> {
  const [start, end] = [held('startDate'), held('endDate')]
  if (typeof start !== 'string' || typeof end !== 'string' || start <= end) return {}
  return {
    ...(changed.has('startDate') && { startDate: startsLate(end) }),
    ...(changed.has('endDate') && { endDate: endsEarly(start) }),
  }
}

const startsLate = (end: string): Sentence => ({
  sv: `Starten ligger efter slutet, ${end}. Är det slutet som är fel, rätta det i samma sparning.`,
  en: `The start is after the end, ${end}. If the end is what is wrong, correct it in the same save.`,
})
const endsEarly = (start: string): Sentence => ({
  sv: `Slutet ligger före starten, ${start}. Är det starten som är fel, rätta den i samma sparning.`,
  en: `The end is before the start, ${start}. If the start is what is wrong, correct it in the same save.`,
})
