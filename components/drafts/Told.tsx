'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  /** Another number for each answer that has to be seen at once: it takes the focus. */
  answer: number
  tone?: 'wrong' | 'done'
  title?: ReactNode
  children?: ReactNode
}

/**
 * What became of the form. It takes the focus when something was pressed; what is told while somebody types is only
 * read out.
 */
export function Told({ answer, tone = 'wrong', title, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer > 0) box.current?.focus()
  }, [answer])
  return (
    <div
      ref={box}
      role={tone === 'wrong' ? 'alert' : 'status'}
      tabIndex={-1}
      className={`mb-6 max-w-[56rem] rounded-sm border border-s-4 bg-raised px-4 py-3 ${tone === 'wrong' ? 'border-differ' : 'border-accent'}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}
