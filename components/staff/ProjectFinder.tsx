'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type FoundProject, finderText } from '../../lib/projects/finder-text.ts'
import { CONTROL, Field } from './Field.tsx'

type Props = {
  /** Of the text field: it holds a number, or "number – name" of the project that was chosen (lib/projects/finder.ts). */
  name: string
  label: string
  value: string
  hint?: string
  error?: string
  /** The name, if not given. */
  id?: string
  /** What a search without JavaScript has found; undefined where none was asked for. Chosen ones are sent as `<name>.chosen`. */
  found?: readonly FoundProject[]
  /** The button that searches without JavaScript: what it sends. */
  search: { name: string; value: string }
  maxLength?: number
}

/**
 * Finds a project while it is typed: by number, name or owner. A combobox as WAI-ARIA describes it; without JavaScript a
 * text field with a button that sends the form, after which the page offers what was found.
 */
export function ProjectFinder({
  name,
  label,
  value,
  hint,
  error,
  id = name,
  found,
  search,
  maxLength,
}: Props) {
  const t = useTranslations('decisionDraft.finder')
  const finder = useFinder()
  return (
    <div className="grid gap-2">
      <Field id={id} label={label} hint={hint ?? t('hint')} error={error}>
        {(tied) => (
          <div className="relative">
            <input
              {...tied}
              {...finder.input}
              name={name}
              type="text"
              defaultValue={value}
              maxLength={maxLength}
              autoComplete="off"
              className={`${CONTROL} h-11`}
            />
            <Suggestions finder={finder} label={label} />
          </div>
        )}
      </Field>
      {finder.isAlive ? (
        <p role="status" className="sr-only">
          {finder.failed ? t('failed') : finder.isOpen && t('count', { count: finder.projects.length })}
        </p>
      ) : (
        <div>
          <button type="submit" {...search} className="button-quiet">
            {t('search')}
          </button>
        </div>
      )}
      {found && !finder.isAlive && <Found name={name} id={id} projects={found} />}
    </div>
  )
}

type Finder = ReturnType<typeof useFinder>

function Suggestions({ finder, label }: { finder: Finder; label: string }) {
  const t = useTranslations('decisionDraft.finder')
  return (
    <div
      hidden={!finder.isOpen}
      className="absolute inset-x-0 top-full z-20 mt-1 rounded-sm border border-edge bg-raised shadow-lg"
    >
      <div id={finder.listId} role="listbox" aria-label={label} className="max-h-80 overflow-y-auto">
        {finder.projects.map((project, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as for every combobox
          <div
            key={project.id}
            id={finder.optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === finder.active}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => finder.choose(project)}
            className="cursor-pointer border-line border-b px-3 py-2 last:border-0 hover:bg-accent-soft aria-selected:bg-accent-soft"
          >
            <ProjectWords project={project} />
          </div>
        ))}
      </div>
      {finder.projects.length === 0 && <p className="px-3 py-2 text-muted text-small">{t('none')}</p>}
    </div>
  )
}

/** A project so that it is told from others: name, number, owner, years. */
const ProjectWords = ({ project }: { project: FoundProject }) => (
  <span className="block min-w-0">
    <span lang="sv" className="block font-semibold">
      {project.name}
    </span>
    <span lang="sv" className="block text-muted text-small">
      {[project.number, project.owner, yearsText(project)].filter(Boolean).join(' · ')}
    </span>
  </span>
)

const yearsText = ({ years: { from, to } }: FoundProject): string =>
  from === to ? String(from ?? '') : [from, to].map((year) => year ?? '').join('–')

type FoundProps = { name: string; id: string; projects: readonly FoundProject[] }

function Found({ name, id, projects }: FoundProps) {
  const t = useTranslations('decisionDraft.finder')
  if (projects.length === 0) return <p role="status">{t('none')}</p>
  const options = [
    ...projects.map((project) => ({ value: finderText(project), project })),
    { value: '', project: null },
  ]
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-semibold text-small">{t('found')}</legend>
      {options.map(({ value, project }, at) => (
        <label key={value} htmlFor={`${id}-found-${at}`} className="flex items-baseline gap-2.5">
          <input
            id={`${id}-found-${at}`}
            type="radio"
            name={`${name}.chosen`}
            value={value}
            defaultChecked={project === null}
            className="size-5 shrink-0 translate-y-0.5"
          />
          {project ? <ProjectWords project={project} /> : t('neither')}
        </label>
      ))}
    </fieldset>
  )
}

/** Milliseconds after the last key. */
const PAUSE = 160

function useFinder() {
  const field = useRef<HTMLInputElement>(null)
  const asked = useRef<AbortController | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [projects, setProjects] = useState<FoundProject[]>([])
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [failed, setFailed] = useState(false)
  const [isAlive, setAlive] = useState(false)
  const listId = useId()
  const optionId = (at: number) => `${listId}-${at}`
  useEffect(() => {
    setAlive(true)
    return () => {
      clearTimeout(timer.current)
      asked.current?.abort()
    }
  }, [])

  const close = () => {
    clearTimeout(timer.current)
    asked.current?.abort()
    setOpen(false)
    setActive(-1)
  }
  async function ask(typed: string) {
    asked.current?.abort()
    const own = new AbortController()
    asked.current = own
    try {
      const answer = await fetch(`/api/finder?q=${encodeURIComponent(typed)}`, { signal: own.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const { projects } = (await answer.json()) as { projects: FoundProject[] }
      setProjects(projects)
      setActive(-1)
      setFailed(false)
      setOpen(true)
    } catch {
      if (own.signal.aborted) return
      setFailed(true)
      setOpen(false)
    }
  }
  function type() {
    clearTimeout(timer.current)
    const typed = field.current?.value.trim() ?? ''
    if (typed.length < 2) close()
    else timer.current = setTimeout(() => void ask(typed), PAUSE)
  }
  function choose(project: FoundProject) {
    close()
    write(field.current, finderText(project))
    close()
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move && isOpen && projects.length > 0) {
      event.preventDefault()
      setActive((active + move + projects.length + (active < 0 && move < 0 ? 1 : 0)) % projects.length)
    } else if (move === 1 && !isOpen) type()
    else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && isOpen) {
      // The form is not sent from an open list.
      event.preventDefault()
      const project = projects[active]
      if (project) choose(project)
      else close()
    }
  }
  const input = {
    ref: field,
    onInput: type,
    onKeyDown: press,
    onBlur: close,
    ...(isAlive && {
      role: 'combobox',
      'aria-autocomplete': 'list' as const,
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
    }),
  }
  return { input, projects, isOpen, active, failed, isAlive, listId, optionId, choose }
}

/** As if it had been typed: whoever saves while somebody types hears of it. */
function write(field: HTMLInputElement | null, text: string) {
  if (!field) return
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
