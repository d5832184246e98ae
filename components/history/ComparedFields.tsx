import type { ComparedField, SubjectView } from '../../lib/history/view.ts'
import { Blocks } from '../project/Blocks.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { comparedText } from './differences.ts'
import { fieldLabel } from './traced-text.ts'
import { useWords } from './words.ts'

type Props = { kind: SubjectView['kind']; fields: readonly ComparedField[]; period: string | null }

/** Fields as they were; those that are different today say what they are. */
export function ComparedFields({ kind, fields, period }: Props) {
  const words = useWords()
  return (
    <FactList>
      {fields.map((field) => {
        const { before, today } = comparedText(kind, field, words, period)
        return (
          <Fact key={field.field} label={fieldLabel(field.field, words)}>
            {Array.isArray(field.was?.value) ? (
              <Blocks blocks={field.was.value} />
            ) : (
              <span className={`block max-w-text break-words ${field.was ? '' : 'text-muted'}`}>
                {before}
              </span>
            )}
            {today !== null && <Today>{today}</Today>}
          </Fact>
        )
      })}
    </FactList>
  )
}

/** Told by its words and its mark, not by colour alone. */
export function Today({ children }: { children: string }) {
  const { t } = useWords()
  return (
    <span className="mt-1 block max-w-text break-words border-differ border-s-4 ps-2.5 text-differ text-small">
      <span aria-hidden="true">≠ </span>
      <strong>{t('history.earlier.today')}</strong> {children}
    </span>
  )
}
