import { useLocale, useTranslations } from 'next-intl'
import { type Choice, choiceParam, choiceString } from '../../lib/follow-up/table/choice.ts'
import { MOST_ROWS } from '../../lib/follow-up/table/rows.ts'
import { formatNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { Facet } from '../../lib/projects/search/types.ts'
import { Filters } from '../projects/Filters.tsx'
import { TextField } from '../staff/TextField.tsx'

type Props = { choice: Choice; count: number; facets: Facet[]; tooWide: boolean }

/** Projects chosen as the public list is narrowed, with how many they are and their template. Works without any script. */
export function ChooseForm({ choice, count, facets, tooWide }: Props) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  return (
    <form action={`${pathOf(locale, { page: 'staff/follow-up-tables' })}#valj`}>
      <p className="mb-3 max-w-text">{t('chooseLead')}</p>
      <p className="mb-6 max-w-text">{t('chooseMore')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="lg:order-last">
          <div className="grid gap-5">
            <Chosen choice={choice} count={count} tooWide={tooWide} />
            <TextField name="q" label={t('words')} defaultValue={choice.query.q} maxLength={200} />
            <TextField
              name={choiceParam('endedBefore', locale)}
              type="date"
              label={t('endedBefore')}
              hint={t('endedBeforeHint')}
              defaultValue={choice.endedBefore ?? ''}
              short
            />
            <TextField
              name={choiceParam('address', locale)}
              label={t('address')}
              hint={t('addressHint')}
              maxLength={4000}
              autoComplete="off"
            />
            <div>
              <button type="submit" className="button-quiet">
                {t('apply')}
              </button>
            </div>
          </div>
        </div>
        <Filters facets={facets} query={choice.query} />
      </div>
    </form>
  )
}

/** How many the filters choose, and their template; aside as long as projects are chosen by number instead. */
function Chosen({ choice, count, tooWide }: Omit<Props, 'facets'>) {
  const t = useTranslations('followUpTable')
  const locale = useLocale()
  const hrefOf = (format: string) =>
    `/api/follow-up-tables/template?locale=${locale}&format=${format}&${choiceString(choice, locale)}`
  return (
    <div className="rounded-sm border border-edge p-4">
      <p className="hidden group-has-data-chosen:block">{t('numbersInstead')}</p>
      <div className="group-has-data-chosen:hidden">
        <p className="font-semibold">{t('count', { count, amount: formatNumber(locale, count) })}</p>
        {tooWide ? (
          <p className="mt-1">{t('tooWide')}</p>
        ) : count > MOST_ROWS ? (
          <p className="mt-1">{t('tooMany', { most: formatNumber(locale, MOST_ROWS) })}</p>
        ) : (
          count > 0 && (
            <p className="mt-3 flex flex-wrap gap-3">
              <a href={hrefOf('xlsx')} className="button no-underline" download>
                {t('downloadXlsx')}
              </a>
              <a href={hrefOf('csv')} className="button-quiet no-underline" download>
                {t('downloadCsv')}
              </a>
            </p>
          )
        )}
      </div>
    </div>
  )
}
