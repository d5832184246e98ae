'use client'

import { useEffect, useRef } from 'react'
import { ROWS } from './places.ts'

type Props = {
  /** Another one as soon as a row was decided on. */
  version: number
}

/**
 * Keeps the place of whoever decides on rows one after the other: a button that goes away once it was pressed takes the focus
 * with it, and the row that it was in gets it; or the heading of all, where that row is no longer among them. Shows nothing.
 */
export function RowFocus({ version }: Props) {
  const decided = useRef<string | null>(null)
  useEffect(() => {
    const sent = ({ target }: SubmitEvent) => {
      const row = target instanceof Element ? target.closest(`#${ROWS} li[id]`) : null
      decided.current = row?.id ?? null
    }
    document.addEventListener('submit', sent)
    return () => document.removeEventListener('submit', sent)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a decision is what the focus may have been lost by.
  useEffect(() => {
    const id = decided.current
    decided.current = null
    if (id === null || (document.activeElement ?? document.body) !== document.body) return
    const place = document.getElementById(id) ?? document.getElementById(`${ROWS}-rubrik`)
    if (!place) return
    place.tabIndex = -1
    place.focus()
  }, [version])
  return null
}
