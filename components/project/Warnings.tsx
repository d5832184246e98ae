import { useTranslations } from 'next-intl'
import type { DocumentReference, WarningView } from '../../lib/projects/view.ts'
import { WarningList } from '../documents/WarningList.tsx'
import { warningsInForce } from '../documents/warnings.ts'
import { Section } from '../ui/Section.tsx'

type Props = { warnings: WarningView[]; documents: DocumentReference[] }

/** What a careful reader would point at in the sources that are in force. */
export function Warnings({ warnings, documents }: Props) {
  const t = useTranslations('project')
  const inForce = warningsInForce(warnings, documents)
  if (inForce.length === 0) return null
  return (
    <Section id="anmarkningar" title={t('warnings')}>
      <WarningList warnings={inForce} />
    </Section>
  )
}
