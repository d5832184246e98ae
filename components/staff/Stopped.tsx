'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  /** Who wrote meanwhile; null where it was oneself, somewhere else. */
  others: string | null
  /** What was asked for and not done. */
  stopped: 'publish' | 'discard' | 'removeFile' | 'attachFile' | 'removeEntry' | 'fill'
  /** List items: where something is new, with the way there. */
  children: ReactNode
}

/** What others wrote meanwhile stands in the form now, and has to be read before it is done what was asked for. */
export function Stopped({ others, stopped, children }: Props) {
  const t = useTranslations('staff')
  return (
    <div>
      <p className="font-semibold">
        {others ? t('conflict.title', { name: others }) : t('conflict.titleUnknown')}
      </p>
      <p className="text-small">{t(`stopped.${stopped}`)}</p>
      <ul className="mt-2 grid gap-1 text-small">{children}</ul>
    </div>
  )
}
