import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { Frame } from './Frame.tsx'

export function NotFound() {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <Frame>
      <PageHead kicker="404" title={t('notFound.title')}>
        <p className="mt-4 max-w-text text-lead text-muted">{t('notFound.text')}</p>
      </PageHead>
      <form action={pathOf(locale, { page: 'projects' })} className="mb-6 max-w-text">
        <SearchField label={t('notFound.search')} hint={t('site.searchHint')} submit={t('site.submit')} />
      </form>
      <a href={pathOf(locale, { page: 'start' })}>{t('notFound.toStart')}</a>
    </Frame>
  )
}
