import { useTranslations } from 'next-intl'
import type { DisagreementView } from '../../lib/desk/view.ts'
import { Quote } from '../source/Quote.tsx'
import { useReader } from '../source/reader.ts'
import { valueText } from '../source/value.ts'
import { DecideForm, type DecideOption } from './DecideForm.tsx'
import type { DeskAction } from './form-state.ts'
import { useFormTexts } from './form-texts.ts'
import { isTypedInALine } from './typed-in-a-line.ts'

type Props = { task: DisagreementView; action: DeskAction; hidden: Readonly<Record<string, string>> }

/** What sources say differently, each with its words, to choose from. */
export function DisagreementTask({ task, action, hidden }: Props) {
  const t = useTranslations('desk')
  const reader = useReader(task.period)
  const texts = useFormTexts(t('whatIsRight'))
  const { field } = task
  const said: DecideOption[] = task.choices.map((saying) => {
    const isShown = saying.id === field.shown?.id
    return {
      value: isShown ? 'reviewed' : `s${saying.id}`,
      label: (
        <>
          <span className="font-semibold font-serif text-h3">
            {shortened(valueText(field.key, field.type, saying, reader) ?? saying.words)}
          </span>
          {isShown && <span className="text-muted text-small"> {t('shownNow')}</span>}
        </>
      ),
      words: <Quote saying={saying} />,
      ...(isShown && { keys: 'r' }),
    }
  })
  const other = { value: 'typed', label: t('otherValue'), isTyped: true }
  const options = [
    ...said,
    ...(isTypedInALine(field) ? [other] : []),
    { value: 'notStated', label: t('notStated') },
  ]
  return (
    <DecideForm
      action={action}
      hidden={{ ...hidden, basis: task.basis }}
      options={options}
      isWide
      takesEvidence
      texts={texts}
    />
  )
}

/** A description is told by how it begins; its words stand under it. */
const LONGEST = 240
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
