import { useLocale, useTranslations } from 'next-intl'
import { isWorking, type Progress } from '../../lib/imports/desk/state.ts'
import type { ImportRow } from '../../lib/imports/desk/view.ts'

/** What stands in a sentence of what an import did, in this order. */
const TOLD = [
  'documents',
  'projectsNew',
  'projectsMatched',
  'projectsChanged',
  'decisionsNew',
  'itemsNew',
  'linked',
] as const

/** What an import did, piece by piece; empty where it did nothing. */
function useTotals() {
  const t = useTranslations('imports.total')
  return (totals: ImportRow['totals']): string[] =>
    TOLD.flatMap((key) => {
      const count = totals[key] ?? 0
      return count > 0 ? [t(key, { count })] : []
    })
}

/** What became of an import, or what it waits for, in a sentence. */
export function useOutcome() {
  const t = useTranslations('imports.outcome')
  const locale = useLocale()
  const totalsOf = useTotals()
  return ({ state, problem, totals, entries, undecided }: ImportRow): string => {
    if (state === 'REVIEW') {
      if (entries === 0) return t('reviewNothing')
      return undecided > 0 ? t('reviewUndecided', { count: undecided, all: entries }) : t('reviewDecided')
    }
    if (state === 'FAILED') return problem?.[locale] ?? t('FAILED')
    if (state !== 'DONE') return t(state)
    const told = totalsOf(totals)
    return told.length > 0 ? `${told.join(', ')}.` : t('doneNothing')
  }
}

/** Who began an import. */
export function useWho() {
  const t = useTranslations('imports.who')
  return ({ actor, name }: ImportRow['by']): string =>
    name ?? t(actor === 'operator' || actor === 'administrator' ? actor : 'other')
}

/** How far the work has come, in words. */
export function useStep() {
  const t = useTranslations('imports.step')
  return (progress: Progress | null): string =>
    progress
      ? t(progress.step, { at: Math.min(progress.done + 1, Math.max(progress.of, 1)), of: progress.of })
      : t('none')
}

/** What is read out when it changes: the state, without every step of the way. */
export function useAnnounced() {
  const t = useTranslations('imports.state')
  const outcomeOf = useOutcome()
  return (one: ImportRow): string =>
    isWorking(one.state) ? t(one.state) : `${t(one.state)}. ${outcomeOf(one)}`
}
