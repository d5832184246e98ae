import { useTranslations } from 'next-intl'
import type { FieldView, Saying } from '../../lib/projects/view.ts'
import { Quote } from '../source/Quote.tsx'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { useValueText } from '../source/SourcedValue.tsx'
import { valueText } from '../source/value.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

type Props = {
  field: FieldView
  period: string | null
  /** What others say is in sight at once. */
  isOpen?: boolean
}

/** A field as the registry shows it now, with the source's words and what others say. */
export function FieldNow({ field, period, isOpen = false }: Props) {
  const t = useTranslations()
  const labelOf = useFieldLabel()
  return (
    <div className="grid max-w-text gap-3">
      <div>
        <p className="text-muted text-small">{labelOf(field.key)}</p>
        <p className="line-clamp-6 font-semibold font-serif text-h3">{useValueText(field, period)}</p>
      </div>
      <p className="text-small">{t(`state.${field.state}`)}</p>
      {field.correction && (
        <p className="border-accent border-s-3 ps-3 text-small">
          <span className="font-semibold">{t('source.correction')}: </span>
          {field.correction.reason}
        </p>
      )}
      {field.shown && <Quote saying={field.shown} />}
      {field.rivals.length > 0 && <Others field={field} period={period} isOpen={isOpen} />}
    </div>
  )
}

function Others({ isOpen, ...props }: Required<Props>) {
  const t = useTranslations('reports.form')
  if (!isOpen)
    return (
      <Disclosure summary={t('rivals')}>
        <Rivals {...props} />
      </Disclosure>
    )
  return (
    <>
      <h3 className="font-sans font-semibold text-small tracking-normal">{t('rivals')}</h3>
      <Rivals {...props} />
    </>
  )
}

const Rivals = ({ field, period }: Props) => (
  <ul className="grid gap-4">
    {field.rivals.map((saying) => (
      <li key={saying.id} className="grid gap-1">
        <Said field={field} saying={saying} period={period} />
        <Quote saying={saying} />
      </li>
    ))}
  </ul>
)

const Said = ({ field, saying, period }: Props & { saying: Saying }) => (
  <p className="font-semibold font-serif">{valueText(field.key, field.type, saying, useReader(period))}</p>
)
