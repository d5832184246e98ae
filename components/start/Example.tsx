import { useLocale, useTranslations } from 'next-intl'
import { formatKronor } from '../../lib/format.ts'

const KRONOR = 42_319_953

/** The one idea, drawn: a figure, and the words that it was read from. The words are those of project 2015/00311. */
export function Example() {
  const t = useTranslations('start')
  const locale = useLocale()
  return (
    <figure className="max-w-md text-small">
      <figcaption className="mb-3 font-semibold text-muted">{t('example')}</figcaption>
      <div className="rounded-md border border-line bg-raised px-5 pt-4 pb-5">
        <p className="text-fine text-muted">{t('exampleShown')}</p>
        <p className="font-semibold font-serif text-h2">
          <span className="underline decoration-[1.5px] decoration-accent decoration-dotted underline-offset-[0.26em]">
            {formatKronor(locale, KRONOR)}
          </span>
        </p>
      </div>
      <div aria-hidden="true" className="ms-9 h-6 w-0 border-accent border-s-2 border-dotted" />
      <div className="rounded-md bg-sunken px-5 pt-4 pb-5">
        <p className="mb-1 text-fine text-muted">{t('exampleSource')}</p>
        <p lang="sv" className="font-serif text-base text-muted leading-relaxed">
          Total Kostnader: 0
          <br />
          Beviljat ESF-stöd: <mark>42 319 953</mark>
          <br />
          Specifikt mål: 2.1
        </p>
      </div>
      <p className="mt-3 text-muted">{t('exampleText')}</p>
    </figure>
  )
}
