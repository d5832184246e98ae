import { useLocale, useTranslations } from 'next-intl'
import { staffListAddress } from '../../lib/follow-up/staff-view.ts'
import { pathOf } from '../../lib/paths.ts'

/** The way to a new follow-up of a project, by its slug, or of an entry, by its id. */
export function AddFollowUp({ of }: { of: { project: string } | { item: number } }) {
  const t = useTranslations('followUpForm')
  return (
    <p className="mt-10 border-line border-t pt-5">
      <a href={pathOf(useLocale(), staffListAddress(of))} className="button-quiet no-underline">
        {t('add')}
      </a>
    </p>
  )
}
