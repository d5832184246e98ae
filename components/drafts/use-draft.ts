'use client'

import {
  type RefObject,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { type DraftForm, entryFieldName, fieldName } from '../../lib/decisions/drafts/form.ts'
import { DECISION_KEYS, ENTRY_KEYS } from '../../lib/decisions/drafts/schema.ts'

export type WriteDraft = (before: DraftForm, form: FormData) => Promise<DraftForm>
type Saving = 'saved' | 'unsaved' | 'saving' | 'failed'

/** Milliseconds without a key, after which what was typed is kept. */
const PAUSE = 1200

/**
 * The form of a draft. Without JavaScript it is sent as it is; with it what is typed is kept by itself, one answer after
 * the other, and fields that others have written show it unless they are being written here.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  action: WriteDraft,
  opened: DraftForm,
  /** Where an answer leads away to; null where the form goes on. */
  onwards: (after: DraftForm) => string | null,
) {
  const [first, formAction] = useActionState(action, opened)
  const [draft, setDraft] = useState(first)
  const [saving, setSaving] = useState<Saving>('saved')
  /** Counts answers to what was pressed: those take the focus, what is kept by itself does not. */
  const [answers, setAnswers] = useState(0)
  const latest = useRef(first)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isUnsaved = useRef(false)

  const send = useCallback(
    async (act: string, more: Record<string, string> = {}) => {
      if (!form.current) return
      clearTimeout(timer.current)
      const sent = new FormData(form.current)
      sent.set('act', act)
      sent.set('script', '1')
      for (const [name, value] of Object.entries(more)) sent.set(name, value)
      isUnsaved.current = false
      setSaving('saving')
      try {
        const after = await action(latest.current, sent)
        latest.current = after
        const address = onwards(after)
        if (address !== null) return location.assign(address)
        startTransition(() => {
          setDraft(after)
          if (act !== 'auto') setAnswers((count) => count + 1)
        })
        if (form.current) showOthersWords(form.current, sent, after)
        isUnsaved.current ||= after.refused !== null && after.refused !== 'stale'
        setSaving(
          after.refused && after.refused !== 'stale' ? 'failed' : isUnsaved.current ? 'unsaved' : 'saved',
        )
      } catch {
        isUnsaved.current = true
        setSaving('failed')
      }
    },
    [action, form, onwards],
  )
  const submit = useCallback(
    (act: string, more?: Record<string, string>) => {
      line.current = line.current.then(() => send(act, more))
    },
    [send],
  )
  const typed = useCallback(() => {
    isUnsaved.current = true
    setSaving((now) => (now === 'saving' ? now : 'unsaved'))
    clearTimeout(timer.current)
    // Whoever has to choose between two people's words does it themselves.
    if (latest.current.conflicts.length === 0) timer.current = setTimeout(() => submit('auto'), PAUSE)
  }, [submit])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => isUnsaved.current && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => {
      clearTimeout(timer.current)
      removeEventListener('beforeunload', warn)
    }
  }, [])

  return { draft, formAction, saving, answers, submit, typed }
}

/** Fields that others have written show their words, unless something else was typed here since they were sent. */
function showOthersWords(form: HTMLFormElement, sent: FormData, { shown }: DraftForm) {
  const show = (name: string, words: string) => {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      if ((sent.has(name) ? 'on' : '') === (field.checked ? 'on' : '')) field.checked = words !== ''
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      const was = sent.get(name)
      if (was !== null && was !== words && plain(String(was)) === plain(field.value)) field.value = words
    }
  }
  for (const key of DECISION_KEYS) show(fieldName(key), shown[key])
  for (const entry of shown.entries)
    for (const key of ENTRY_KEYS) show(entryFieldName(entry.id, key), entry[key])
}

/** Forms are sent with two characters at the end of a line. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n')
