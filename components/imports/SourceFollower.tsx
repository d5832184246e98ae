'use client'

import { useEffect } from 'react'
import { SOURCE_BOX } from './places.ts'

/**
 * Lets the source follow what is looked at among the readings: a field that somebody presses or fills in scrolls its words
 * into sight, within the source's own box. Nothing takes the focus. Without it the same links lead there.
 */
export function SourceFollower({ entryId }: { entryId: number }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry begins at its own words.
  useEffect(() => {
    const box = document.getElementById(SOURCE_BOX)
    if (!box) return
    if (!/^#p\d/.test(location.hash)) show(box, box.querySelector('[data-open]'))
    const focused = ({ target }: FocusEvent) => follow(box, placeAround(target))
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-follows]') : null
      const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
      // On a narrow screen the source is elsewhere on the page: there the link leads to it.
      if (!link || !isPlain || !isBeside(box)) return
      event.preventDefault()
      follow(box, link.getAttribute('href')?.slice(1) ?? null)
    }
    document.addEventListener('focusin', focused)
    document.addEventListener('click', clicked)
    return () => {
      document.removeEventListener('focusin', focused)
      document.removeEventListener('click', clicked)
    }
  }, [entryId])
  return null
}

const isBeside = (box: HTMLElement): boolean => {
  const { top, bottom } = box.getBoundingClientRect()
  return top < innerHeight && bottom > 0
}

/** The words that the field around a control was read from. */
const placeAround = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-place]')?.dataset.place ?? null) : null

function follow(box: HTMLElement, id: string | null) {
  const words = id && document.getElementById(id)
  if (!words || !box.contains(words)) return
  for (const other of box.querySelectorAll('[data-followed]')) other.removeAttribute('data-followed')
  words.setAttribute('data-followed', '')
  show(box, words)
}

/** Scrolls the box and nothing around it. */
function show(box: HTMLElement, words: Element | null) {
  if (!words) return
  const away = words.getBoundingClientRect().top - box.getBoundingClientRect().top
  const isInSight = away > 0 && away < box.clientHeight * 0.8
  if (!isInSight) box.scrollTop += away - box.clientHeight / 4
}
