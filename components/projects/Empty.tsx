import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { withoutFacet, withoutFacets } from '../../lib/projects/search/links.ts'
import type { Hint, ProjectQuery } from '../../lib/projects/search/types.ts'
import { projectsHref } from './address.ts'

type Props = { query: ProjectQuery; hints: Hint[] }

/** Nothing found: what to try instead, with how much it would give. */
export function Empty({ query, hints }: Props) {
  const t = useTranslations('projects')
  return (
    <div className="mt-6 max-w-text">
      <p className="mb-3 font-serif text-h3">{t('empty')}</p>
      <ul className="grid list-disc gap-2 ps-5 marker:text-accent">
        {hints.map((hint) => (
          <li key={JSON.stringify(hint)}>
            <HintText hint={hint} query={query} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function HintText({ hint, query }: { hint: Hint; query: ProjectQuery }): ReactNode {
  const t = useTranslations('projects')
  const locale = useLocale()
  switch (hint.kind) {
    case 'unknown-word':
      return t('hint.unknown-word', { word: hint.word })
    case 'fewer-words':
      return t('hint.fewer-words')
    case 'clear-facet':
      return (
        <a href={projectsHref(withoutFacet(query, hint.key), locale)}>
          {t('hint.clear-facet', { facet: t(`facet.${hint.key}`), total: hint.total })}
        </a>
      )
    case 'clear-all':
      return (
        <a href={projectsHref(withoutFacets(query), locale)}>{t('hint.clear-all', { total: hint.total })}</a>
      )
  }
}
