import { useTranslations } from 'next-intl'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ActForm } from '../ActForm.tsx'
import type { ActAction } from '../form-state.ts'

type Props = { action: ActAction; hidden: Readonly<Record<string, string>> }

/** For who sees among the rows that a column means something else: back to what the columns mean. */
export function BackToColumns({ action, hidden }: Props) {
  const t = useTranslations('tables.columns')
  return (
    <div className="mb-8">
      <Disclosure summary={t('why')}>
        <p className="mb-3 max-w-text text-muted text-small">{t('note')}</p>
        <ActForm action={action} hidden={hidden} text={t('back')} quiet />
      </Disclosure>
    </div>
  )
}
