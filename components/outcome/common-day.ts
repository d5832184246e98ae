import type { OutcomesView } from '../../lib/follow-up/view.ts'

/**
 * The one day that all given outcomes of follow-ups are of, ISO: said once instead of with each. Null where they are of
 * several days, or one has none.
 */
export function commonDay(view: OutcomesView, measures: readonly string[]): string | null {
  const shown = measures.flatMap((measure) => view.outcomes[measure] ?? [])
  const days = new Set(shown.map(({ asOf, source }) => (source.kind === 'page' ? null : asOf)))
  const [day] = days
  return days.size === 1 && day ? day : null
}
