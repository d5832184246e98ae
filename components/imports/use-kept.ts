'use client'

import { type RefObject, useEffect, useState } from 'react'

/** What was typed about an entry and not sent, as a browser keeps it until it is closed. */
type Kept = { version: number; isSent: boolean; values: Record<string, string> }

const keyOf = (entryId: number) => `fondspar-import-entry-${entryId}`

/**
 * Keeps what is typed into the form of an entry, so that it survives that the page is loaded again. What was sent and
 * taken is forgotten. A browser that keeps nothing does without.
 */
export function useKept(form: RefObject<HTMLFormElement | null>, entryId: number, version: number) {
  const [isRestored, setRestored] = useState(false)
  useEffect(() => {
    const kept = read(entryId)
    if (!kept || !form.current) return
    if (kept.isSent && kept.version < version) return forget(entryId)
    setRestored(restore(form.current, kept.values))
  }, [form, entryId, version])
  const keep = (isSent: boolean) => {
    if (form.current) write(entryId, { version, isSent, values: valuesIn(form.current) })
  }
  return {
    isRestored,
    typed: () => keep(false),
    sent: () => keep(true),
    forget: () => {
      forget(entryId)
      form.current?.reset()
      setRestored(false)
    },
  }
}

/** What a person fills in: the choice and the boxes, hidden ones are the form's own. */
function controlsIn(form: HTMLFormElement) {
  return [...form.elements].filter(
    (one): one is HTMLInputElement | HTMLTextAreaElement =>
      one instanceof HTMLTextAreaElement ||
      (one instanceof HTMLInputElement && (one.type === 'text' || one.type === 'radio')),
  )
}

const isRadio = (control: HTMLInputElement | HTMLTextAreaElement): control is HTMLInputElement =>
  control.type === 'radio'

/** What is there that was not there to begin with. */
function valuesIn(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {}
  for (const control of controlsIn(form)) {
    if (isRadio(control)) {
      if (control.checked && !control.defaultChecked) values[control.name] = control.value
    } else if (control.value !== control.defaultValue) values[control.name] = control.value
  }
  return values
}

/** Puts back what was typed, and opens what it is folded in. Whether there was anything. */
function restore(form: HTMLFormElement, values: Record<string, string>): boolean {
  let isAny = false
  for (const control of controlsIn(form)) {
    const value = values[control.name]
    if (value === undefined) continue
    if (isRadio(control)) {
      if (control.value !== value || control.checked) continue
      control.checked = true
    } else if (control.value !== value) control.value = value
    else continue
    isAny = true
    for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  }
  return isAny
}

function read(entryId: number): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(entryId)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function write(entryId: number, kept: Kept) {
  try {
    if (Object.keys(kept.values).length > 0) sessionStorage.setItem(keyOf(entryId), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(entryId))
  } catch {
    // There is no room, or nothing is kept at all.
  }
}

function forget(entryId: number) {
  try {
    sessionStorage.removeItem(keyOf(entryId))
  } catch {
    // Nothing is kept at all.
  }
}
