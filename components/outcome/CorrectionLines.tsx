import { useTranslations } from 'next-intl'
import { evidencePath } from '../../lib/corrections/evidence-path.ts'
import type { FieldCorrection } from '../../lib/follow-up/view.ts'
import { formatDate } from '../../lib/format.ts'
import { evidenceHref } from '../../lib/history/evidence.ts'
import { useWords } from '../history/words.ts'

type Props = {
  correction: FieldCorrection
  /** What it is a correction of, and what stood there; null where nothing did. */
  label?: string
  before: string | null
}

/** That something was corrected: why, by whom, and what it said before. */
export function CorrectionLines({ correction: { reason, evidence, by, on }, label, before }: Props) {
  const { t, locale } = useWords()
  const role = t(by === 'administrator' ? 'corrections.administrator' : 'corrections.editor')
  return (
    <div className="border-accent border-s-3 ps-3 text-small">
      <p className="font-semibold">
        {label ? t('outcome.correctedField', { field: label }) : t('source.correction')}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
      {before !== null && (
        <p>
          {t('outcome.before')}: {before}
        </p>
      )}
      <Evidence evidence={evidence} />
      <p className="text-fine text-muted">
        {t('source.correctedBy', { by: role, on: formatDate(locale, on) })}
      </p>
    </div>
  )
}

function Evidence({ evidence }: { evidence: string | null }) {
  const t = useTranslations('source')
  const { locale } = useWords()
  if (!evidence) return null
  const href = evidenceHref(evidence)
  return (
    <p className="[overflow-wrap:anywhere]">
      {t('evidence')}: {href ? <a href={evidencePath(locale, evidence)}>{evidence}</a> : evidence}
    </p>
  )
}
