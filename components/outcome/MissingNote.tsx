import { useTranslations } from 'next-intl'
import { LACKS, type Missing } from '../../lib/follow-up/missing.ts'

/** What a project that has ended has not told of, in a sentence or two. */
export function MissingNote({ missing }: { missing: Missing | null }) {
  const t = useTranslations('outcome.missing')
  if (!missing) return null
  // From two years on nobody counts months.
  return (
    <p className="mb-6 max-w-text border-edge border-s-3 ps-3.5">
      {missing.months < 24
        ? t('endedMonths', { count: missing.months })
        : t('endedYears', { count: Math.floor(missing.months / 12) })}{' '}
      {t(`lacks.${combined(missing)}.none`)}
    </p>
  )
}

type Combined =
  | 'costs'
  | 'participants'
  | 'report'
  | 'costsParticipants'
  | 'costsReport'
  | 'participantsReport'
  | 'all'

const combined = ({ lacks }: Missing): Combined =>
  lacks.length === LACKS.length
    ? 'all'
    : (lacks.map((lack, at) => (at === 0 ? lack : capital(lack))).join('') as Combined)
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
