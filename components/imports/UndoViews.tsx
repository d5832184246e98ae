import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import type { ImportView } from '../../lib/imports/desk/view.ts'
import type { UndoReport } from '../../lib/imports/undo.ts'
import { type Page, pathOf } from '../../lib/paths.ts'
import { fieldLabel } from '../history/traced-text.ts'
import { useWords } from '../history/words.ts'
import { Section } from '../ui/Section.tsx'
import { Files } from './StateViews.tsx'

type TakingProps = {
  /** What taking it back would do; null where that could not be found. */
  preview: UndoReport | null
  /** Asks for a reason, and does it. */
  children: ReactNode
}

/** Before an import is taken back: what goes, what changes, what stays. */
export function TakingBack({ preview, children }: TakingProps) {
  const t = useTranslations('imports.undo')
  return (
    <Section id="ta-tillbaka" title={t('title')}>
      <p className="mb-6 max-w-text">{t('lead')}</p>
      {preview ? (
        <>
          <UndoDetails report={preview} />
          <div className="mt-8">{children}</div>
        </>
      ) : (
        <p role="alert">{t('notNow')}</p>
      )}
    </Section>
  )
}

/** After it: by whom, why, what went and what was left. */
export function UndoneView({ one }: { one: ImportView }) {
  const t = useTranslations('imports.undo')
  const locale = useLocale()
  const { undone, undoReport } = one
  const date = undone ? formatDate(locale, dayInSweden(new Date(undone.at))) : ''
  return (
    <>
      {undone && (
        <div className="mb-8 max-w-text border-accent border-s-4 ps-4">
          <p>{undone.by ? t('undone', { by: undone.by, date }) : t('undoneNobody', { date })}</p>
          {undone.reason && (
            <p className="whitespace-pre-line">
              <span className="font-semibold">{t('undoneReason')}:</span> {undone.reason}
            </p>
          )}
        </div>
      )}
      {undoReport && (
        <Section id="tillbaka" title={t('undoneTitle')}>
          <UndoDetails report={undoReport} isPast />
        </Section>
      )}
      <Files one={one} />
    </>
  )
}

/** `isPast`: what has gone has no pages any longer. */
function UndoDetails({ report, isPast = false }: { report: UndoReport; isPast?: boolean }) {
  const t = useTranslations('imports.undo')
  return (
    <div className="grid max-w-[56rem] gap-6">
      <Part title={t(isPast ? 'goneThen' : 'gone')}>
        <Gone report={report} isPast={isPast} />
      </Part>
      <Part title={t(isPast ? 'changedThen' : 'changed')}>
        <Changed report={report} isPast={isPast} />
      </Part>
      <Part title={t(isPast ? 'leftThen' : 'left')}>
        <Left report={report} />
      </Part>
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h3 className="mb-2 text-h3">{title}</h3>
    {children}
  </div>
)

/** `page`: null for what has none. `about`: what of it, in the page's language. */
type Linked = { slug: string; name: string; page: Page | null; about?: string }

/** Longest list that is read at once. */
const MOST = 50

function Names({ all }: { all: readonly Linked[] }) {
  const t = useTranslations('imports.undo')
  const locale = useLocale()
  if (all.length === 0) return null
  return (
    <ul className="grid gap-0.5 ps-4 text-small">
      {all.slice(0, MOST).map(({ slug, name, page, about }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one record may stand here twice, and never changes places
        <li key={`${at} ${slug}`} className="list-disc">
          {page ? (
            <a lang="sv" href={pathOf(locale, { page, slug })} className="inline-block py-0.5">
              {name}
            </a>
          ) : (
            <span lang="sv">{name}</span>
          )}
          {about && `: ${about}`}
        </li>
      ))}
      {all.length > MOST && <li className="text-muted">{t('more', { count: all.length - MOST })}</li>}
    </ul>
  )
}

function Gone({ report, isPast }: { report: UndoReport; isPast: boolean }) {
  const t = useTranslations('imports.undo')
  const { documents, projectsGone, decisionsGone, itemsGone, organisationsGone } = report
  const isNothing = projectsGone.length + decisionsGone.length + itemsGone + organisationsGone === 0
  return (
    <ul className="grid gap-1.5">
      <li>{t(isPast ? 'documentsThen' : 'documents', { count: documents })}</li>
      {isNothing && <li>{t('nothingGone')}</li>}
      {projectsGone.length > 0 && (
        <li>
          {t('projects', { count: projectsGone.length })}
          <Names all={projectsGone.map((one) => ({ ...one, page: isPast ? null : 'projects' }))} />
        </li>
      )}
      {decisionsGone.length > 0 && (
        <li>
          {t('decisions', { count: decisionsGone.length })}
          <Names all={decisionsGone.map((one) => ({ ...one, page: isPast ? null : 'decisions' }))} />
        </li>
      )}
      {itemsGone > 0 && <li>{t('items', { count: itemsGone })}</li>}
      {organisationsGone > 0 && <li>{t('organisations', { count: organisationsGone })}</li>}
    </ul>
  )
}

function Changed({ report: { projectsChanged }, isPast }: { report: UndoReport; isPast: boolean }) {
  const t = useTranslations('imports.undo')
  const words = useWords()
  if (projectsChanged.length === 0)
    return <p className="text-muted">{t(isPast ? 'nothingChangedThen' : 'nothingChanged')}</p>
  const labels = (fields: readonly string[]) => fields.map((field) => fieldLabel(field, words)).join(', ')
  return (
    <Names
      all={projectsChanged.map(({ slug, name, fields }) => ({
        slug,
        name,
        about: labels(fields),
        page: 'projects',
      }))}
    />
  )
}

function Left({ report: { left } }: { report: UndoReport }) {
  const t = useTranslations('imports.undo')
  const words = useWords()
  const { corrections, laterDocuments, followUps = 0, sourced = 0, reports } = left
  if (corrections.length + laterDocuments.length + followUps + sourced + reports === 0)
    return <p className="text-muted">{t('nothingLeft')}</p>
  return (
    <ul className="grid gap-1.5">
      {corrections.length > 0 && (
        <li>
          {t('corrections', { count: corrections.length })}
          <Names
            all={corrections.map(({ field, of }) => ({
              slug: of.slug,
              name: of.name,
              about: fieldLabel(field, words),
              page: of.kind,
            }))}
          />
        </li>
      )}
      {laterDocuments.length > 0 && (
        <li>
          {t('laterDocuments', { count: laterDocuments.length })}
          <Names all={laterDocuments.map((one) => ({ ...one, page: 'documents' }))} />
        </li>
      )}
      {followUps > 0 && <li>{t('followUps', { count: followUps })}</li>}
      {sourced > 0 && <li>{t('sourced', { count: sourced })}</li>}
      {reports > 0 && <li>{t('reports', { count: reports })}</li>}
    </ul>
  )
}
