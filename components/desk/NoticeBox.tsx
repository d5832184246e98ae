import { useTranslations } from 'next-intl'
import type { Notice } from '../../lib/desk/view.ts'
import { useWords } from '../history/words.ts'
import { FormAlert } from '../staff/FormAlert.tsx'
import { KeyHint } from './KeyHint.tsx'
import { taskLabel } from './task-label.ts'

type Props = {
  notice: Notice
  undo: (form: FormData) => Promise<void>
  hidden: Readonly<Record<string, string>>
}

/** What was just saved, and the way back from it. */
export function NoticeBox({ notice: { what, name, field, count, undo: saved }, undo, hidden }: Props) {
  const t = useTranslations('desk')
  const words = useWords()
  const label = field === 'project' ? t('projectLink') : taskLabel(field ?? '', words)
  return (
    <div className="mb-8">
      <FormAlert tone="done" of={saved}>
        <form action={undo} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p>{t(`notice.${what}`, { name, field: label, count })}</p>
          {saved && (
            <>
              {Object.entries({ ...hidden, saved }).map(([key, value]) => (
                <input key={key} type="hidden" name={key} value={value} />
              ))}
              <button type="submit" data-keys="u" className="button-quiet">
                {t('undo')}
                <KeyHint>u</KeyHint>
              </button>
            </>
          )}
        </form>
      </FormAlert>
    </div>
  )
}

/** What an undo came to. */
export function UndoneBox({ isDone }: { isDone: boolean }) {
  const t = useTranslations('desk')
  return (
    <div className="mb-8">
      <FormAlert tone={isDone ? 'done' : 'wrong'} of={isDone}>
        {t(isDone ? 'undone' : 'undoMissing')}
      </FormAlert>
    </div>
  )
}
