import { useLocale } from 'next-intl'
import { dayInSweden, formatDate } from '../../lib/format.ts'

type Props = { messages: { id: number; who: string; text: string; at: Date }[] }

/** What editors and a reporter said to each other, the first first. */
export function Messages({ messages }: Props) {
  const locale = useLocale()
  return (
    <ol className="grid max-w-text gap-4">
      {messages.map(({ id, who, text, at }) => (
        <li key={id} className="border-line border-s-3 ps-4">
          <p className="text-muted text-small">
            {who}, {formatDate(locale, dayInSweden(at))}
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </li>
      ))}
    </ol>
  )
}
