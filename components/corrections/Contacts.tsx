import { useTranslations } from 'next-intl'
import type { ContactView } from '../../lib/corrections/view.ts'

/** Who can be asked about a record. Private: pages that show this are for signed-in staff alone, and are never kept. */
export function Contacts({ contacts }: { contacts: ContactView[] }) {
  const t = useTranslations('corrections')
  if (contacts.length === 0) return null
  return (
    <section aria-labelledby="kontakter-rubrik" className="mt-14 border-ink border-t pt-3">
      <h2 id="kontakter-rubrik" className="text-h3">
        {t('contacts')}
      </h2>
      <p className="mt-1 max-w-text text-muted text-small">{t('contactsPrivate')}</p>
      <ul className="mt-3 grid gap-2">
        {contacts.map(({ name, email, phone }) => (
          <li key={[name, email, phone].join(' ')} className="flex flex-wrap gap-x-4">
            {name && <span>{name}</span>}
            {email && <a href={`mailto:${email}`}>{email}</a>}
            {phone && <span>{phone}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
