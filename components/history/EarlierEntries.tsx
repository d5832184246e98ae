import type { EarlierEntry, EarlierView, NamedRecord } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { ComparedFields, Today } from './ComparedFields.tsx'
import { useWords } from './words.ts'

/** The entries of a decision as they were, and those that have come since. */
export function EarlierEntries({ earlier: { entries, later } }: { earlier: EarlierView }) {
  const { t } = useWords()
  return (
    <Section
      id="poster"
      title={t('history.earlier.entries')}
      aside={t('decisions.items', { count: entries.length })}
    >
      <ol className="grid gap-8">
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries may have the same name, and never change places
          <li key={at} className="min-w-0">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {later.length > 0 && (
        <div className="mt-8">
          <Disclosure summary={`${t('history.earlier.later')} (${later.length})`}>
            <ul lang="sv" className="grid list-disc gap-1 ps-5 text-small">
              {later.map((name, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries may have the same name, and never change places
                <li key={at}>{name}</li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

function Entry({ entry: { name, fields, project, inForce } }: { entry: EarlierEntry }) {
  const { t } = useWords()
  return (
    <>
      <h3 lang="sv" className="mb-3 break-words text-h3">
        {name}
      </h3>
      {!inForce.was && <p className="mb-2 text-differ text-small">{t('history.earlier.onNoList')}</p>}
      {inForce.was !== inForce.is && (
        <p className="mb-2 text-differ text-small">
          {t(inForce.is ? 'history.earlier.onAListToday' : 'history.earlier.onNoListToday')}
        </p>
      )}
      <ComparedFields kind="item" fields={fields} period={null} />
      <Project project={project} />
    </>
  )
}

function Project({ project: { was, is } }: { project: EarlierEntry['project'] }) {
  const { t, locale } = useWords()
  if (!was && !is) return null
  const nameOf = (record: NamedRecord | null) => record?.name ?? t('history.earlier.noProject')
  return (
    <div className="mt-2 text-small">
      <span className="text-muted">{t('history.earlier.project')}: </span>
      {was ? <a href={pathOf(locale, { page: 'projects', slug: was.slug })}>{was.name}</a> : nameOf(null)}
      {was?.slug !== is?.slug && <Today>{nameOf(is)}</Today>}
    </div>
  )
}
