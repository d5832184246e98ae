import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { Example } from './Example.tsx'

const EXAMPLES = ['example1', 'example2', 'example3'] as const

export function Hero() {
  const t = useTranslations('start')
  const locale = useLocale()
  return (
    <div className="mb-16 grid grid-cols-[minmax(0,1fr)] items-end gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <h1 className="max-w-[19ch] text-hero">{t('title')}</h1>
        <p className="mt-6 max-w-text text-lead">{t('lead')}</p>
        <form action={pathOf(locale, { page: 'projects' })} className="mt-8 max-w-[40rem]">
          <SearchField label={t('searchLabel')} hint={t('searchHint')} submit={t('submit')} />
        </form>
        <p className="mt-3 text-muted text-small">
          {t('searchExamples')}:{' '}
          {EXAMPLES.map((example, at) => (
            <span key={example} lang="sv">
              {at > 0 && ', '}
              <a href={pathOf(locale, { page: 'projects', query: `?q=${encodeURIComponent(t(example))}` })}>
                {t(example)}
              </a>
            </span>
          ))}
        </p>
      </div>
      <Example />
    </div>
  )
}
