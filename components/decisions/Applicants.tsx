import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { ItemView } from '../../lib/projects/view.ts'
import { noteId, SourceSign } from '../source/SourceButton.tsx'
import { SourceNote } from '../source/SourceNote.tsx'

/** Who applied: one organisation with its unit, or several together. */
export function Applicants({ item }: { item: ItemView }) {
  const t = useTranslations('decision')
  const locale = useLocale()
  const field = item.fields.find(({ key }) => key === 'applicant')
  if (item.applicants.length === 0) return null
  return (
    <div className="text-small">
      <span className="text-muted">{t('applicant')}: </span>
      {item.applicants.map(({ slug, name }, at) => (
        <span key={name} lang="sv">
          {at > 0 && ', '}
          {slug ? <a href={pathOf(locale, { page: 'organisations', slug })}>{name}</a> : name}
        </span>
      ))}
      {item.applicantUnit && <span lang="sv">, {item.applicantUnit}</span>}
      {field && (
        <>
          {' '}
          <SourceSign field={field} target={noteId('applicant', item.id)} />
          <SourceNote field={field} id={noteId('applicant', item.id)} />
        </>
      )}
    </div>
  )
}
