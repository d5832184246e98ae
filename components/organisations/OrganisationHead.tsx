import { useLocale, useTranslations } from 'next-intl'
import { formatOrganisationNumber } from '../../lib/format.ts'
import type { OrganisationView } from '../../lib/projects/view.ts'
import { PageHead } from '../ui/PageHead.tsx'

export function OrganisationHead({ organisation }: { organisation: OrganisationView }) {
  const t = useTranslations('organisation')
  const roles = useRoles(organisation)
  return (
    <PageHead kicker={t('kicker')} title={organisation.name} titleLang="sv">
      {roles && (
        <p className="mt-4 text-lead">
          {t('roles')}: {roles}
        </p>
      )}
      <p className="mt-2 text-muted">
        {t('number')}:{' '}
        <span className="figures">
          {organisation.number ? formatOrganisationNumber(organisation.number) : t('numberUnknown')}
        </span>
      </p>
    </PageHead>
  )
}

function useRoles({ owned, applied, partner }: OrganisationView): string {
  const t = useTranslations('organisation')
  const locale = useLocale()
  const roles = [
    owned > 0 && t('roleOwner'),
    applied > 0 && t('roleApplicant'),
    partner > 0 && t('rolePartner'),
  ]
  return new Intl.ListFormat(locale).format(roles.filter((role) => role !== false))
}
