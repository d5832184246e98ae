import { useLocale, useTranslations } from 'next-intl'

/** The longest cover that is drawn: how long a name is, is no one's business either. */
const LONGEST = 12

/** A text with its covered private words drawn as bars, and told to those who listen. */
export function Covered({ text }: { text: string }) {
  const t = useTranslations('document')
  const locale = useLocale()
  return text.split(/(█+)/).map((part, at) =>
    part.startsWith('█') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
      <span key={at} lang={locale} title={t('coveredLabel')} className="covered">
        <span aria-hidden="true">{'█'.repeat(Math.min(part.length, LONGEST))}</span>
        <span className="sr-only">[{t('coveredLabel')}]</span>
      </span>
    ) : (
      part
    ),
  )
}
