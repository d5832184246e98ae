'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

type Props = {
  /** What the keys do on this page. */
  keys: { key: string; text: string }[]
  texts: { title: string; lead: string; on: string; off: string; areOff: string; close: string; help: string }
}

/**
 * Lets keys press what carries them (`data-keys`), and shows which there are. Only while nobody is typing, and not at all
 * once they are switched off, which this browser remembers.
 */
export function Shortcuts({ keys, texts }: Props) {
  const state = useSyncExternalStore(subscribe, stored, () => null)
  const help = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state !== null) document.documentElement.dataset.shortcuts = state
    if (state !== 'on') return
    const press = (event: KeyboardEvent) => pressed(event, help.current)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [state])
  if (state === null) return null
  return (
    <div className="print:hidden">
      <button type="button" popoverTarget="kortkommandon" className="button-quiet">
        {texts.title}
      </button>
      <div
        ref={help}
        id="kortkommandon"
        popover="auto"
        role="dialog"
        aria-labelledby="kortkommandon-rubrik"
        className="m-auto max-h-[85dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-md border border-edge bg-raised p-5 text-ink shadow-lg"
      >
        <h2 id="kortkommandon-rubrik" className="mb-1 text-h3">
          {texts.title}
        </h2>
        <p className="mb-4 text-muted text-small">{state === 'on' ? texts.lead : texts.areOff}</p>
        <dl className="mb-5 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-small">
          {[...keys, { key: '?', text: texts.help }].map(({ key, text }) => (
            <div key={key} className="col-span-2 grid grid-cols-subgrid">
              <dt>
                <kbd className="rounded-sm border border-edge px-1.5 font-sans">{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <button type="button" className="button-quiet" onClick={() => store(state === 'on' ? 'off' : 'on')}>
            {state === 'on' ? texts.off : texts.on}
          </button>
          <button
            type="button"
            className="button-quiet"
            popoverTarget="kortkommandon"
            popoverTargetAction="hide"
          >
            {texts.close}
          </button>
        </div>
      </div>
    </div>
  )
}

type State = 'on' | 'off'
const NAME = 'fondspar-shortcuts'
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

// A browser that remembers nothing still has them.
const stored = (): State => {
  try {
    return localStorage.getItem(NAME) === 'off' ? 'off' : 'on'
  } catch {
    return 'on'
  }
}

function store(state: State) {
  try {
    localStorage.setItem(NAME, state)
  } finally {
    for (const listener of listeners) listener()
  }
}

function pressed(event: KeyboardEvent, help: HTMLElement | null) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isTyping(event.target) || event.key.length !== 1) return
  if (event.key === '?') help?.togglePopover()
  else if (!help?.matches(':popover-open')) press(event)
}

/** Radio buttons and boxes take no letters; everything else that is filled in does. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      'textarea, select, input:not([type=radio], [type=checkbox], [type=submit], [type=button])',
    ))

function press(event: KeyboardEvent) {
  const key = event.key.toLowerCase()
  const target = document.querySelector<HTMLElement>(`[data-keys~="${CSS.escape(key)}"]`)
  if (!target) return
  event.preventDefault()
  if (target.matches('input:not([type=radio]), textarea')) return target.focus()
  target.click()
  const then = target.dataset.then
  if (then) document.getElementById(then)?.focus()
}
