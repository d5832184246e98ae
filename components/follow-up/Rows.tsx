import { useLocale, useTranslations } from 'next-intl'
import { formatMoment } from '../../lib/corrections/when.ts'
import { followUpAddress, publicAddress, type StaffRow, type Tab } from '../../lib/follow-up/staff-view.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { whatText } from './texts.ts'

export type RestoreAction = (form: FormData) => Promise<void>
type Props = { list: Page<StaffRow>; tab: Tab; restore: RestoreAction }

/** Follow-ups in a list of the staff: what each is, of what, and who wrote it last. */
export function Rows({ list, tab, restore }: Props) {
  const t = useTranslations('followUpForm')
  if (list.rows.length === 0) return <p className="text-muted">{t(`none.${tab}`)}</p>
  return (
    <ul className="divide-y divide-line">
      {list.rows.map((row) => (
        <Row key={row.id} row={row} restore={restore} />
      ))}
    </ul>
  )
}

function Row({ row, restore }: { row: StaffRow; restore: RestoreAction }) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  const { locale } = words
  const { about } = row
  return (
    <li className="grid gap-1 py-4 first:pt-0">
      <h3 className="text-h3">
        <a href={pathOf(locale, followUpAddress(row.id))}>{whatText(row, words)}</a>
      </h3>
      <p lang="sv" className="text-small">
        {about.kind === 'project'
          ? `${about.number} – ${about.name}`
          : `${about.name} (${about.decision.heading})`}
      </p>
      <p className="text-muted text-small">
        {row.state === 'WITHDRAWN' && `${t('isWithdrawn')} `}
        {writtenText(row)} {row.begunBy && row.state === 'DRAFT' && t('begunBy', { name: row.begunBy })}
      </p>
      {row.state === 'PUBLISHED' && (
        <p className="text-small">
          <a href={pathOf(locale, publicAddress(about, row.id))} className="py-1">
            {t('public')}
          </a>
        </p>
      )}
      {row.state === 'DISCARDED' && <Restore id={row.id} action={restore} />}
    </li>
  )

  function writtenText({ updatedAt, updatedBy }: StaffRow) {
    const at = formatMoment(locale, updatedAt)
    return updatedBy === null ? t('writtenAt', { at }) : t('writtenBy', { at, name: updatedBy })
  }
}

/** Takes a draft up again that was set aside. */
export const Restore = ({ id, action }: { id: number; action: RestoreAction }) => (
  <form action={action}>
    <input type="hidden" name="locale" value={useLocale()} />
    <input type="hidden" name="id" value={id} />
    <button type="submit" className="button-quiet">
      {useTranslations('followUpForm')('restore')}
    </button>
  </form>
)
