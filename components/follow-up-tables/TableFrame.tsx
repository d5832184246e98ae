import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TOLD, Told } from '../../lib/follow-up/table/params.ts'
import type { TableView } from '../../lib/follow-up/table/view.ts'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { Moment } from '../accounts/Moment.tsx'
import { PageHead } from '../ui/PageHead.tsx'

type Props = { one: TableView; told: Told | null; children: ReactNode }

/** What the page of a table begins with, whatever state it is in. */
export function TableFrame({ one, told, children }: Props) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const { id, state, fileName, at, by, undoneAt, undoneReason } = one
  return (
    <>
      <PageHead kicker={`${t('one', { id })} · ${t(`state.${state}`)}`} title={fileName}>
        <p className="mt-2 text-muted text-small">
          {t('began')} <Moment locale={locale} at={at.toISOString()} /> {t('by', { name: by })}
        </p>
        <p className="mt-2 text-small">
          <a href={pathOf(locale, { page: 'staff/follow-up-tables' })} className="inline-block py-1">
            {t('back')}
          </a>
        </p>
      </PageHead>
      {told && <ToldBox told={told} />}
      {state === 'cancelled' && <p>{t('cancelledLead')}</p>}
      {undoneAt && (
        <div className="mb-8 max-w-text border-accent border-s-4 ps-4">
          <p>{t('undo.undone', { day: formatDate(locale, dayInSweden(undoneAt)) })}</p>
          {undoneReason && <p className="whitespace-pre-line">{t('undo.why', { reason: undoneReason })}</p>}
        </div>
      )}
      {children}
    </>
  )
}

const REFUSALS = [
  'signedOut',
  'forbidden',
  'secondFactor',
  'foreign',
] as const satisfies (typeof TOLD)[number][]

/** Why something was not done. */
function ToldBox({ told }: { told: Told }) {
  const t = useTranslations()
  const refusal = REFUSALS.find((one) => one === told)
  return (
    <div
      role="alert"
      className="mb-8 max-w-text rounded-sm border border-differ border-s-4 bg-raised px-4 py-3"
    >
      {refusal
        ? t(`staff.refusal.${refusal}`)
        : t(`followUpTable.told.${told as Exclude<Told, (typeof REFUSALS)[number]>}`)}
    </div>
  )
}
