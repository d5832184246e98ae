import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { EVERYTHING, withText } from '../../lib/projects/search/links.ts'
import { projectsHref } from '../projects/address.ts'

/** Nothing found: what to try instead. */
export function OrganisationsEmpty({ q }: { q: string }) {
  const t = useTranslations('organisations')
  const locale = useLocale()
  return (
    <div className="max-w-text">
      <p className="mb-3 font-serif text-h3">{t('empty', { q })}</p>
      <ul className="grid list-disc gap-2 ps-5 marker:text-accent">
        <li>{/\d{4}/.test(q) ? t('emptyNumber') : t('emptyPart')}</li>
        <li>
          <a href={projectsHref(withText(EVERYTHING, q), locale)}>{t('emptyProjects', { q })}</a>
        </li>
        <li>
          <a href={pathOf(locale, { page: 'organisations' })}>{t('all')}</a>
        </li>
      </ul>
    </div>
  )
}
