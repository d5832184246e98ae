import { useLocale, useTranslations } from 'next-intl'
import { editAddress, queueAddress, taskAddress } from '../../lib/desk/addresses.ts'
import type { Found } from '../../lib/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { DeskShortcuts } from './DeskShortcuts.tsx'
import { FindForm } from './FindForm.tsx'
import { RecordNote } from './RecordLine.tsx'

type Kind = 'projects' | 'items' | 'organisations' | 'decisions'
type Props = { q: string; found: Record<Kind, Found[]> }

const TITLES = {
  projects: 'findProjects',
  items: 'findItems',
  organisations: 'findOrganisations',
  decisions: 'findDecisions',
} as const satisfies Record<Kind, string>

/** Records to correct, by kind. */
export function FindView({ q, found }: Props) {
  const t = useTranslations('desk')
  const kinds = (Object.keys(TITLES) as Kind[]).filter((kind) => found[kind].length > 0)
  return (
    <>
      <PageHead title={q ? t('findTitleFor', { q }) : t('findTitle')} />
      <div className="mb-10 flex flex-wrap items-end justify-between gap-4">
        <FindForm q={q} />
        <DeskShortcuts keys={['find']} />
      </div>
      {q && kinds.length === 0 && <p>{t('findNone', { q })}</p>}
      {kinds.map((kind) => (
        <Section key={kind} id={kind} title={t(TITLES[kind])}>
          <ul className="divide-y divide-line border-line border-b">
            {found[kind].map((one) => (
              <FoundRow key={'id' in one.record ? one.record.id : one.record.slug} found={one} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

function FoundRow({ found: { record, note, firstOpen, disagreements } }: { found: Found }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <li className="py-3">
      <a lang="sv" href={pathOf(locale, editAddress(record))} className="font-semibold">
        {record.name}
      </a>
      <RecordNote record={record} />
      {note && (
        <span lang="sv" className="block text-muted text-small">
          {note}
        </span>
      )}
      {disagreements > 0 && (
        <a
          className="block py-1 text-small"
          href={pathOf(
            locale,
            firstOpen
              ? taskAddress('disagreements', firstOpen, { page: 1 })
              : queueAddress('disagreements', { page: 1 }),
          )}
        >
          {t('findDisagreements', { count: disagreements })}
        </a>
      )}
    </li>
  )
}
