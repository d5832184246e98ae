import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChooseForm } from '../../../../../components/follow-up-tables/ChooseForm.tsx'
import { NumbersForm } from '../../../../../components/follow-up-tables/NumbersForm.tsx'
import { TablesView } from '../../../../../components/follow-up-tables/TablesView.tsx'
import { UploadForm } from '../../../../../components/follow-up-tables/UploadForm.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { choiceString, readChoice, readTablesPage } from '../../../../../lib/follow-up/table/choice.ts'
import { countChosen } from '../../../../../lib/follow-up/table/choose.ts'
import { MOST_BYTES } from '../../../../../lib/follow-up/table/open.ts'
import { listTables } from '../../../../../lib/follow-up/table/queries.ts'
import { MOST_ROWS } from '../../../../../lib/follow-up/table/rows.ts'
import { formatNumber } from '../../../../../lib/format.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { pageLocale } from '../../../page-locale.ts'
import { countNumbersAction } from './actions.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('followUpTable')
  return { title: t('title') }
}

/** Follow-up for many projects at once: the template, the way back, and the tables that came. */
export default async function FollowUpTablesPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('followUps.write')
  const asked = await searchParams
  const choice = readChoice(asked, locale)
  const tables = await listTables(readTablesPage(asked, locale))
  const query = (language: Locale) => {
    const text = choiceString(choice, language)
    return text && `?${text}`
  }
  return (
    <StaffFrame here={{ page: 'staff/follow-up-tables', query: { sv: query('sv'), en: query('en') } }}>
      <TablesView
        tables={tables}
        choose={
          <div className="group">
            <ChooseForm choice={choice} {...(await countChosen(choice))} />
            <Numbers locale={locale} />
          </div>
        }
        upload={<Upload locale={locale} />}
      />
    </StaffFrame>
  )
}

async function Numbers({ locale }: { locale: Locale }) {
  const t = await getTranslations('followUpTable')
  return (
    <div className="mt-10">
      <h3 className="mb-3 text-h3">{t('byNumbers')}</h3>
      <NumbersForm
        action={countNumbersAction}
        locale={locale}
        texts={{
          numbers: t('numbers'),
          hint: t('numbersHint', { most: formatNumber(locale, MOST_ROWS) }),
          count: t('numbersCount'),
          xlsx: t('numbersXlsx'),
          csv: t('numbersCsv'),
        }}
      />
    </div>
  )
}

async function Upload({ locale }: { locale: Locale }) {
  const t = await getTranslations('followUpTable')
  const size = Math.round(MOST_BYTES / 1024 / 1024)
  return (
    <UploadForm
      locale={locale}
      texts={{
        file: t('file'),
        hint: t('fileHint', { size, rows: formatNumber(locale, MOST_ROWS) }),
        send: t('send'),
        sending: t('sending'),
        wrong: t('wrong'),
        failed: t('failed'),
      }}
    />
  )
}
