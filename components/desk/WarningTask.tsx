import { useLocale, useTranslations } from 'next-intl'
import { editAddress } from '../../lib/desk/addresses.ts'
import type { WarningTaskView } from '../../lib/desk/view.ts'
import { formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { Covered } from '../documents/Covered.tsx'
import type { DeskAction } from './form-state.ts'
import { LookForm } from './LookForm.tsx'

type Props = {
  task: WarningTaskView
  action: DeskAction
  hidden: Readonly<Record<string, string>>
  /** Where to go on after the value was corrected. */
  then: string
}

/** A warning with the words that gave rise to it. */
export function WarningTask({ task, action, hidden, then }: Props) {
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
      <section className="grid min-w-0 content-start gap-3">
        <h2 className="text-h3">{t('wordsInSource')}</h2>
        <Words task={task} />
        {task.field && task.record.kind !== 'document' && (
          <p>
            <a href={pathOf(locale, editAddress(task.record, task.field, then))}>{t('correctThis')}</a>
          </p>
        )}
      </section>
      <section className="min-w-0">
        {task.lookedAt ? (
          <LookedAt lookedAt={task.lookedAt} />
        ) : (
          <Form task={task} action={action} hidden={hidden} />
        )}
      </section>
    </div>
  )
}

function Words({ task: { before, words, after, document, start } }: { task: WarningTaskView }) {
  const t = useTranslations('source')
  const locale = useLocale()
  return (
    <figure className="grid gap-2">
      <blockquote
        lang="sv"
        className="whitespace-pre-line break-words rounded-sm bg-sunken px-3.5 py-2.5 font-serif text-muted text-small"
      >
        {before && (
          <>
            …<Covered text={before} />
          </>
        )}
        <mark>{words ? <Covered text={words} /> : t('emptyWords')}</mark>
        {after && (
          <>
            <Covered text={after} />…
          </>
        )}
      </blockquote>
      <figcaption className="grid gap-1 text-fine">
        <span lang="sv">{document.title}</span>
        <a href={`${pathOf(locale, { page: 'documents', slug: document.slug })}#p${start}`} className="py-1">
          {t('openHere')}
        </a>
      </figcaption>
    </figure>
  )
}

function LookedAt({ lookedAt: { on, note } }: { lookedAt: { on: string; note: string | null } }) {
  const t = useTranslations('desk')
  const date = formatDate(useLocale(), on)
  return <p>{note ? t('lookedAtNote', { date, note }) : t('lookedAt', { date })}</p>
}

function Form({ task, action, hidden }: Omit<Props, 'then'>) {
  const t = useTranslations('desk')
  const texts = {
    title: t('lookTitle'),
    wrong: t('wrong'),
    note: t('lookNote'),
    noteHint: t('lookNoteHint'),
    look: t('look'),
  }
  return (
    <LookForm
      action={action}
      hidden={hidden}
      also={task.alike.length > 0 ? t('lookAlso', { count: task.alike.length }) : null}
      texts={texts}
    />
  )
}
