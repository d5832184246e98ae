import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { ItemView } from '../../lib/projects/view.ts'

/** Who takes part beside the applicant: a list, or the source's own sentence. */
export function Partners({ item: { partners, partnersOpen, partnersText } }: { item: ItemView }) {
  const t = useTranslations('project')
  const locale = useLocale()
  if (partners.length === 0 && !partnersText) return null
  return (
    <p className="text-small">
      <span className="text-muted">{t('partners')}: </span>
      {partners.length === 0 && <span lang="sv">{partnersText}</span>}
      {partners.map((partner, at) => (
        <span key={partner.name} lang="sv">
          {at > 0 && ', '}
          {partner.slug ? (
            <a href={pathOf(locale, { page: 'organisations', slug: partner.slug })}>{partner.name}</a>
          ) : (
            partner.name
          )}
        </span>
      ))}
      {partnersOpen && partners.length > 0 && ` ${t('partnersOpen')}`}
    </p>
  )
}
