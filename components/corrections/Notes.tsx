import { useLocale, useTranslations } from 'next-intl'
import { evidencePath } from '../../lib/corrections/evidence-path.ts'
import type { StandingNote } from '../../lib/corrections/view.ts'
import { formatDate } from '../../lib/format.ts'

type Props = { notes: { note: StandingNote; says: string }[]; isSourceChanged: boolean }

/** The corrections of a field that stand, the one that is shown first: what they say, who made them, when and why. */
export function Notes({ notes, isSourceChanged }: Props) {
  const t = useTranslations('corrections')
  return (
    <div className="grid gap-3">
      {isSourceChanged && <p className="border-differ border-s-4 ps-3 font-semibold">{t('sourceChanged')}</p>}
      <ul className="grid gap-3">
        {notes.map(({ note, says }) => (
          <li key={note.id} className="grid gap-0.5 border-accent border-s-3 ps-3">
            <p className="font-semibold">{says}</p>
            <p className="whitespace-pre-line">{note.reason}</p>
            <Evidence evidence={note.evidence} />
            <By note={note} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function By({ note: { by, at } }: { note: StandingNote }) {
  const t = useTranslations('corrections')
  const locale = useLocale()
  const role = t(by.actor === 'administrator' ? 'administrator' : 'editor')
  return (
    <p className="text-fine text-muted">
      {t('by', { who: by.name ? `${by.name} (${role})` : role, on: formatDate(locale, at) })}
    </p>
  )
}

function Evidence({ evidence }: { evidence: string | null }) {
  const t = useTranslations('corrections')
  const locale = useLocale()
  if (!evidence) return null
  return (
    <p className="break-words">
      {t('evidence')}: <a href={evidencePath(locale, evidence)}>{evidence}</a>
    </p>
  )
}
