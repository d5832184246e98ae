import { useTranslations } from 'next-intl'
import type { DocumentView } from '../../lib/projects/view.ts'
import { SideSection } from '../project/SideSection.tsx'
import { WarningList } from './WarningList.tsx'

export function DocumentWarnings({ document: { warnings } }: { document: DocumentView }) {
  const t = useTranslations('document')
  if (warnings.length === 0) return null
  return (
    <SideSection id="anmarkningar" title={t('warnings')}>
      <WarningList warnings={warnings} isInDocument />
    </SideSection>
  )
}
