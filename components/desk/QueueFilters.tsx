import { useLocale, useTranslations } from 'next-intl'
import { queueAddress } from '../../lib/desk/addresses.ts'
import { type DeskFilter, filterParam, isFiltered } from '../../lib/desk/filter.ts'
import { QUEUE_PAGES, type WorkedQueue } from '../../lib/desk/queues.ts'
import { FUND_CODES, fundShort, REGION_CODES, regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import { SelectField } from '../ui/SelectField.tsx'

export type FilterChoice = {
  key: 'field' | 'code' | 'severity'
  label: string
  options: { value: string; label: string }[]
}
type Props = { queue: WorkedQueue; filter: DeskFilter; choices: FilterChoice[] }

/** Which part of a queue is shown. */
export function QueueFilters({ queue, filter, choices }: Props) {
  const t = useTranslations('desk')
  const field = useTranslations('field')
  const locale = useLocale()
  const regions = REGION_CODES.map((value) => ({ value, label: regionName(locale, value) ?? value }))
  const funds = FUND_CODES.map((value) => ({ value, label: fundShort(locale, value) }))
  const any = { value: '', label: t('any') }
  const all = [
    { key: 'region' as const, label: field('region'), options: regions },
    { key: 'fund' as const, label: t('fund'), options: funds },
    ...choices,
  ]
  return (
    <form
      action={pathOf(locale, { page: QUEUE_PAGES[queue] })}
      aria-label={t('filter')}
      className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden"
    >
      {all.map(({ key, label, options }) => (
        <SelectField
          key={key}
          name={filterParam(key, locale)}
          label={label}
          value={filter[key] ?? ''}
          options={[any, ...options]}
        />
      ))}
      <button type="submit" className="button-quiet">
        {t('show')}
      </button>
      {isFiltered(filter) && (
        <a href={pathOf(locale, queueAddress(queue, { page: 1 }))} className="py-1 text-small">
          {t('clear')}
        </a>
      )}
    </form>
  )
}
