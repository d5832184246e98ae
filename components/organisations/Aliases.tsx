import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatOrganisationNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationAlias, OrganisationView } from '../../lib/projects/view.ts'
import { SideSection } from '../project/SideSection.tsx'

/** The organisations that were found to be this one: since when, why, and where more is told. */
export function Aliases({ organisation: { slug, aliases } }: { organisation: OrganisationView }) {
  const t = useTranslations('merges.public')
  const locale = useLocale()
  if (aliases.length === 0) return null
  return (
    <SideSection id="alias" title={t('title')}>
      <p className="mb-4 text-fine text-muted">{t('note')}</p>
      <ul className="grid gap-4 text-small">
        {aliases.map((alias) => (
          <Alias key={alias.slug} alias={alias} />
        ))}
      </ul>
      <p className="mt-4 text-small">
        <a href={pathOf(locale, { page: 'history/organisations', slug })}>{t('history')}</a>
      </p>
    </SideSection>
  )
}

function Alias({ alias: { name, number, since, reason, evidence } }: { alias: OrganisationAlias }) {
  const t = useTranslations('merges.public')
  const locale = useLocale()
  return (
    <li>
      <span lang="sv" className="block font-semibold">
        {name}
      </span>
      {number && <span className="block">{t('number', { number: formatOrganisationNumber(number) })}</span>}
      <span className="block text-muted">{t('since', { date: formatDate(locale, since) })}</span>
      <span lang="sv" className="block break-words">
        {reason}
      </span>
      {evidence && <Evidence evidence={evidence} />}
    </li>
  )
}

/** A web address is a link; anything else is words. */
const Evidence = ({ evidence }: { evidence: string }) => {
  const t = useTranslations('merges.public')
  return /^(?:https?:\/\/|\/)/.test(evidence) ? (
    <a href={evidence} rel="nofollow" className="break-all">
      {t('evidence')}
    </a>
  ) : (
    <span className="block break-words">{evidence}</span>
  )
}
