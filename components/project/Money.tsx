import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatKronor, formatShare } from '../../lib/format.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'
import { useWords } from '../history/words.ts'
import { figureText } from '../outcome/figure-text.ts'
import { figureId } from '../outcome/place.ts'
import { useFieldLabel } from '../source/reader.ts'
import { noteId, SourceSign } from '../source/SourceButton.tsx'
import { SourcedValue } from '../source/SourcedValue.tsx'
import { SourceNote } from '../source/SourceNote.tsx'
import { Section } from '../ui/Section.tsx'
import { amountsOf } from './amounts.ts'
import { MoneyBar } from './MoneyBar.tsx'
import { costsToldIn } from './told.ts'

/** What the project costs and who pays: a bar, and the same figures as a table. */
export function Money({ project }: { project: ProjectView }) {
  const t = useTranslations('project')
  const { totalBudget, grantedSupport, totalCosts } = project.fields
  const amounts = amountsOf(project)
  const fields = [totalBudget, grantedSupport, totalCosts]
  const costs = costsToldIn(project.followUp)
  if (fields.every(({ state }) => state === 'absent') && !costs) {
    return (
      <Section id="pengar" title={t('money')}>
        <p className="text-muted">{t('moneyNone')}</p>
      </Section>
    )
  }
  const share = (part: number | null) =>
    part !== null && amounts.budget && amounts.other !== null ? part / amounts.budget : null
  return (
    <Section id="pengar" title={t('money')}>
      <MoneyBar amounts={amounts} />
      <table className="money table">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('post')}</th>
            <th scope="col">{t('kronor')}</th>
            <th scope="col">{t('shareHead')}</th>
          </tr>
        </thead>
        <tbody>
          <Row field={grantedSupport} swatch="bg-accent" share={share(amounts.support)} isMain />
          <Derived kronor={amounts.other} share={share(amounts.other)} />
          <Row field={totalBudget} share={null} />
          <Row
            field={totalCosts}
            swatch={amounts.costs === null ? undefined : 'bg-ink'}
            share={null}
            otherwise={costs && <CostsTold costs={costs} />}
          />
        </tbody>
      </table>
      {amounts.budget !== null && amounts.support !== null && amounts.other === null && (
        <p className="mt-3 text-muted text-small">{t('supportExceeds')}</p>
      )}
    </Section>
  )
}

type RowProps = {
  field: FieldView
  swatch?: string | undefined
  share: number | null
  isMain?: boolean
  /** What to say where the project's page has no such field, or has a 0 by which nothing is reported. */
  otherwise?: ReactNode
}

function Row({ field, swatch, share, ...how }: RowProps) {
  const labelOf = useFieldLabel()
  return (
    <MoneyRow label={labelOf(field.key)} swatch={swatch} share={share}>
      <Value field={field} {...how} />
    </MoneyRow>
  )
}

function Value({ field, isMain = false, otherwise }: Pick<RowProps, 'field' | 'isMain' | 'otherwise'>) {
  if (field.state === 'absent') return otherwise || <Absent />
  if (field.state === 'unreported' && otherwise)
    return <InsteadOfZero field={field}>{otherwise}</InsteadOfZero>
  return (
    <span className={isMain ? 'font-semibold font-serif text-[1.5rem] leading-tight' : ''}>
      <SourcedValue field={field} />
    </span>
  )
}

/** What others have reported, with the way to the page's own 0. */
const InsteadOfZero = ({ field, children }: { field: FieldView; children: ReactNode }) => (
  <>
    {children} <SourceSign field={field} target={noteId(field.key)} />
    <SourceNote field={field} id={noteId(field.key)} period={null} />
  </>
)

function Absent() {
  const t = useTranslations('value')
  return <span className="text-muted">{t('absent')}</span>
}

/** The way to the costs that were reported later than the page tells. */
function CostsTold({ costs: { total } }: { costs: NonNullable<ReturnType<typeof costsToldIn>> }) {
  const { t, locale } = useWords()
  if (total === null)
    return (
      <a href="#utfall" className="inline-block py-0.5">
        {t('outcome.toOutcome')}
      </a>
    )
  return (
    <a href={`#${figureId(total.measure, {})}`} className="inline-block py-0.5">
      {t('outcome.toCosts', { costs: figureText(locale, total) })}
    </a>
  )
}

/** What nobody says, but follows: the budget without the support. */
function Derived({ kronor, share }: { kronor: number | null; share: number | null }) {
  const t = useTranslations('project')
  const locale = useLocale()
  if (kronor === null) return null
  return (
    <MoneyRow label={t('otherFinancing')} note={t('otherFinancingNote')} swatch="bg-accent-mid" share={share}>
      {formatKronor(locale, kronor)}
    </MoneyRow>
  )
}

type MoneyRowProps = {
  label: string
  note?: string
  swatch?: string
  share: number | null
  children: ReactNode
}

function MoneyRow({ label, note, swatch, share, children }: MoneyRowProps) {
  const locale = useLocale()
  return (
    <tr>
      <th scope="row">
        <span aria-hidden="true" className={`me-2.5 inline-block size-3 rounded-[2px] ${swatch ?? ''}`} />
        {label}
        {note && <span className="ms-5.5 block text-fine text-muted">{note}</span>}
      </th>
      <td className="number">{children}</td>
      <td className="number share">{share === null ? '' : formatShare(locale, share)}</td>
    </tr>
  )
}
