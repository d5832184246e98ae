import { useTranslations } from 'next-intl'

/** The words of a form of the desk. */
export function useFormTexts(legend: string) {
  const t = useTranslations('desk')
  return {
    legend,
    wrong: t('wrong'),
    save: t('save'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    evidence: t('evidence'),
    evidenceHint: t('evidenceHint'),
    typed: t('otherValueLabel'),
    typedHint: t('otherValueHint'),
  }
}
