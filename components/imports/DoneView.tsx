import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { shortened } from '../../lib/format.ts'
import { importAddress } from '../../lib/imports/desk/params.ts'
import type { ImportView } from '../../lib/imports/desk/view.ts'
import type { FileReport } from '../../lib/imports/report.ts'
import type { Page } from '../../lib/paths.ts'
import { pathOf } from '../../lib/paths.ts'
import type { TracedValue } from '../../lib/projects/fold.ts'
import { fieldLabel, tracedText } from '../history/traced-text.ts'
import { useWords } from '../history/words.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Section } from '../ui/Section.tsx'
import { FileList, leftOut } from './FileList.tsx'
import { Files } from './StateViews.tsx'

type Props = {
  one: ImportView
  /** What taking it back would do, and the form for it; null where nobody has asked. */
  takingBack: ReactNode
  /** What is left for the editors beside the queues of the desk. */
  left: ReactNode
}

/** What an import did, what it left for the editors, and the way back from it. */
export function DoneView({ one, takingBack, left }: Props) {
  const t = useTranslations('imports')
  const locale = useLocale()
  return (
    <>
      {one.problem && (
        <p role="alert" className="mb-8 max-w-text border-differ border-s-4 ps-4">
          <span className="font-semibold">{t('page.undoFailed')}</span> {one.problem[locale]}
        </p>
      )}
      {takingBack}
      {one.report ? <Told one={one} report={one.report} /> : <Untold one={one} />}
      <Left one={one} more={left} />
      {!takingBack && (
        <Section id="ta-tillbaka" title={t('undo.title')}>
          <p className="mb-4 max-w-text">{t('undo.lead')}</p>
          <a
            href={`${pathOf(locale, importAddress(one.id, { isTakingBack: true }))}#ta-tillbaka`}
            className="button-quiet no-underline"
          >
            {t('undo.show')}
          </a>
        </Section>
      )}
    </>
  )
}

/** An import of the command line keeps no report. */
function Untold({ one }: { one: ImportView }) {
  const t = useTranslations('imports.done')
  return (
    <>
      {one.by.actor === 'operator' && <p className="max-w-text">{t('operator')}</p>}
      <Files one={one} />
    </>
  )
}

type Report = NonNullable<ImportView['report']>

function Told({ one, report }: { one: ImportView; report: Report }) {
  const t = useTranslations('imports')
  const left = leftOut(one.fileViews)
  return (
    <>
      <Section id="filer" title={t('done.files')}>
        <ul className="divide-y divide-line border-line border-y empty:hidden">
          {report.files.map((file) => (
            <li
              key={`${file.file} ${'slug' in file ? file.slug : ''}`}
              className="grid gap-0.5 py-3 text-small"
            >
              <BroughtIn file={file} />
            </li>
          ))}
        </ul>
        {left.length > 0 && (
          <div className="mt-6">
            <h3 className="mb-2 text-h3">{t('file.left')}</h3>
            <FileList files={left} />
          </div>
        )}
      </Section>
      <Section id="andrat" title={t('done.changes')}>
        <Changes report={report} />
      </Section>
    </>
  )
}

function BroughtIn({ file }: { file: FileReport }) {
  const t = useTranslations('imports.done')
  const locale = useLocale()
  const link = (page: Page, slug: string, words: string) => (
    <a href={pathOf(locale, { page, slug })} className="inline-block min-w-0 break-words py-0.5">
      {words}
    </a>
  )
  if (file.outcome === 'refused')
    return (
      <>
        <p className="break-words font-semibold">{file.file}</p>
        <p>{file.reason[locale]}</p>
      </>
    )
  return (
    <>
      <p className="break-words font-semibold">{file.file}</p>
      <p>{link('documents', file.slug, t('document', { title: file.title }))}</p>
      {file.outcome === 'imported' && (
        <>
          {file.replaces && <p className="text-muted">{t('replaces')}</p>}
          {file.project && (
            <p>
              {link(
                'projects',
                file.project.slug,
                t(file.project.isNew ? 'projectNew' : 'projectKnown', { name: file.project.name }),
              )}
            </p>
          )}
          {file.decisions.map(({ slug, heading, isNew, items, newItems }) => (
            <p key={slug}>
              {link('decisions', slug, t(isNew ? 'decisionNew' : 'decisionKnown', { heading }))}{' '}
              <span className="text-muted">({t('items', { items, newItems })})</span>
            </p>
          ))}
        </>
      )}
    </>
  )
}

/** More than anybody reads here. */
const MOST_CHANGES = 300

function Changes({ report: { changes, files } }: { report: Report }) {
  const t = useTranslations('imports.done')
  if (changes.length === 0) return <p className="text-muted">{t('noChanges')}</p>
  const shown = changes.slice(0, MOST_CHANGES)
  const names = new Map(
    files.flatMap((file) =>
      file.outcome === 'imported' && file.project ? [[file.project.slug, file.project.name] as const] : [],
    ),
  )
  return (
    <>
      <ul className="grid gap-4">
        {[...Map.groupBy(shown, ({ project }) => project)].map(([slug, own]) => (
          <ChangesOf key={slug} slug={slug} name={names.get(slug) ?? slug} changes={own} />
        ))}
      </ul>
      {changes.length > shown.length && (
        <p className="mt-3 text-muted text-small">
          {t('moreChanges', { count: changes.length - shown.length })}
        </p>
      )}
    </>
  )
}

/** So many are in sight at once. */
const IN_SIGHT = 6

function ChangesOf({ slug, name, changes }: { slug: string; name: string; changes: Report['changes'] }) {
  const t = useTranslations('imports.entry')
  const tDone = useTranslations('imports.done')
  const locale = useLocale()
  const lines = <ChangeLines changes={changes} />
  // Made of an entry, as somebody decided: nothing was shown before.
  if (changes.some(({ field, from }) => field === 'name' && from === null))
    return (
      <li className="min-w-0 text-small">
        <a href={pathOf(locale, { page: 'projects', slug })} className="inline-block py-0.5">
          {tDone('projectNew', { name: nameIn(changes) ?? name })}
        </a>
      </li>
    )
  return (
    <li className="min-w-0 text-small">
      <a lang="sv" href={pathOf(locale, { page: 'projects', slug })} className="inline-block py-0.5">
        {name}
      </a>
      {changes.length > IN_SIGHT ? (
        <Disclosure
          summary={
            <>
              {t('count', { count: changes.length })}
              <span className="sr-only">: {name}</span>
            </>
          }
        >
          {lines}
        </Disclosure>
      ) : (
        lines
      )}
    </li>
  )
}

/** The name that a change gives. */
function nameIn(changes: Report['changes']): string | null {
  const to = changes.find(({ field }) => field === 'name')?.to as TracedValue | null | undefined
  return typeof to?.value === 'string' ? to.value : null
}

/** So much of a value as tells which it is. */
const LONGEST = 160

function ChangeLines({ changes }: { changes: Report['changes'] }) {
  const t = useTranslations('imports.done')
  const words = useWords()
  return (
    <ul className="grid gap-1 ps-4">
      {changes.map(({ field, from, to }) => {
        // What the trace keeps of a shown value: lib/projects/fold.ts.
        const text = (value: unknown) =>
          shortened(tracedText('project', field, value as TracedValue | null, words), LONGEST)
        return (
          <li key={`${field} ${JSON.stringify(to).slice(0, 60)}`} className="list-disc">
            {t('change', { field: fieldLabel(field, words), from: text(from), to: text(to) })}
          </li>
        )
      })}
    </ul>
  )
}

/** What is left for the editors, with the way to each queue. */
function Left({ one: { totals }, more }: { one: ImportView; more: ReactNode }) {
  const t = useTranslations('imports.done')
  const locale = useLocale()
  const warnings = totals.warnings ?? 0
  const disagreements = totals.disagreements ?? 0
  const sourceChanges = totals.sourceChanges ?? 0
  const hasUnlinked = (totals.itemsNew ?? 0) > (totals.linked ?? 0)
  const rows = [
    warnings > 0 && { page: 'staff/work/warnings', text: t('leftWarnings', { count: warnings }) },
    disagreements > 0 && {
      page: 'staff/work/disagreements',
      text: t('leftDisagreements', { count: disagreements }),
    },
    sourceChanges > 0 && {
      page: 'staff/work/changed-sources',
      text: t('leftSourceChanges', { count: sourceChanges }),
    },
    hasUnlinked && { page: 'staff/work/without-project', text: t('leftUnlinked') },
  ].filter((row) => row !== false) as { page: Page; text: string }[]
  return (
    <Section id="kvar" title={t('left')}>
      {rows.length === 0 && !more && <p className="text-muted">{t('leftNone')}</p>}
      <ul className="grid gap-1">
        {rows.map(({ page, text }) => (
          <li key={page}>
            <a href={pathOf(locale, { page })} className="inline-block py-0.5">
              {text}
            </a>
          </li>
        ))}
      </ul>
      {more}
    </Section>
  )
}
