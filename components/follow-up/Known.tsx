import { useLocale, useTranslations } from 'next-intl'
import { type MeasureName, measureOf } from '../../lib/follow-up/measures.ts'
import {
  followUpAddress,
  type Known as Knowledge,
  type KnownFigure,
  type StaffFollowUp,
} from '../../lib/follow-up/staff-view.ts'
import { formatCount, formatDate, formatKronor, formatPeriod } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { useWords } from '../history/words.ts'
import { followUpLabel } from './labels.ts'
import { figureText, whatText } from './texts.ts'

/** Which figures help whom. */
const SHOWN: Record<FollowUpKind, readonly MeasureName[]> = {
  COSTS: ['costs', 'advances', 'recovered'],
  PARTICIPANTS: ['planned', 'reached'],
  INDICATORS: ['baseline', 'target', 'actual'],
  RESULTS: ['reached'],
  EVENT: ['costs', 'recovered'],
  DOCUMENT: [],
}

/** What is known already of what a draft is about: to write beside, and to hold figures against. */
export function Known({ followUp: { kind, known } }: { followUp: Pick<StaffFollowUp, 'kind' | 'known'> }) {
  const t = useTranslations('followUpForm')
  const facts = useFacts(known)
  const figures = known.figures.filter(({ measure }) => {
    const of = measureOf(measure)
    return of && SHOWN[kind].includes(of.name)
  })
  const isNothing = facts.length === 0 && figures.length === 0 && known.published.length === 0
  return (
    <aside aria-labelledby="kant-rubrik" className="text-small">
      <h2 id="kant-rubrik" className="border-ink border-t pt-3 text-h3">
        {t('known')}
      </h2>
      {isNothing && <p className="mt-2 text-muted">{t('knownNothing')}</p>}
      {facts.length > 0 && (
        <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-2 lg:grid-cols-1">
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-muted">{label}</dt>
              <dd className="tabular-nums">{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {figures.length > 0 && <Figures figures={figures} />}
      {known.published.length > 0 && <Published published={known.published} />}
    </aside>
  )
}

function useFacts({ planned, budget, support, startDate, endDate }: Knowledge) {
  const t = useTranslations()
  const locale = useLocale()
  const period = formatPeriod(locale, startDate, endDate)
  return [
    planned !== null && { label: t('field.plannedParticipants'), text: formatCount(locale, planned) },
    budget !== null && { label: t('field.totalBudget'), text: formatKronor(locale, budget) },
    support !== null && { label: t('field.grantedSupport'), text: formatKronor(locale, support) },
    period !== null && { label: t('followUpForm.knownPeriod'), text: period },
  ].filter((fact) => fact !== false)
}

function Figures({ figures }: { figures: KnownFigure[] }) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  const aboutText = ({ asOf, followUpId }: KnownFigure) =>
    [
      asOf && t('figureAsOf', { day: formatDate(words.locale, asOf) }),
      followUpId === null && t('onPage'),
    ].filter(Boolean)
  return (
    <>
      <h3 className="mt-5 font-semibold">{t('figures')}</h3>
      <dl className="mt-1 grid gap-1.5">
        {figures.map((figure) => (
          <div key={figure.measure}>
            <dt className="text-muted">{followUpLabel(figure.measure, words)}</dt>
            <dd className="tabular-nums">
              {figureText(figure.measure, figure.value, words)}
              <span className="text-muted"> {aboutText(figure).join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Published({ published }: Pick<Knowledge, 'published'>) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  return (
    <>
      <h3 className="mt-5 font-semibold">{t('earlier')}</h3>
      <ul className="mt-1">
        {published.map((row) => (
          <li key={row.id}>
            <a href={pathOf(words.locale, followUpAddress(row.id))} className="inline-block py-0.5">
              {whatText(row, words)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
