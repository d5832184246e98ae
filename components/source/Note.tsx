import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CrossIcon } from '../ui/icons.tsx'

type Props = { id: string; label: ReactNode; value: ReactNode; children: ReactNode }

/** What is behind a value, in a popover of the browser's own: no script opens or closes it. */
export const Note = ({ id, label, value, children }: Props) => (
  <div popover="auto" id={id} role="dialog" aria-labelledby={`${id}-rubrik`} className="source-note">
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-fine text-muted">{label}</p>
        <p id={`${id}-rubrik`} className="line-clamp-4 font-semibold font-serif text-h3">
          <span className="sr-only">{label}: </span>
          {value}
        </p>
      </div>
      <CloseButton target={id} />
    </div>
    {children}
  </div>
)

function CloseButton({ target }: { target: string }) {
  const t = useTranslations('source')
  return (
    <button
      type="button"
      popoverTarget={target}
      popoverTargetAction="hide"
      // biome-ignore lint/a11y/noAutofocus: focus goes into the note when it opens, and back when it closes
      autoFocus
      className="-me-2 -mt-1 grid size-9 shrink-0 place-items-center rounded-sm hover:bg-accent-soft"
    >
      <CrossIcon />
      <span className="sr-only">{t('close')}</span>
    </button>
  )
}

/** A part of a note under a heading of its own: a list of what else is said. */
export const NotePart = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="border-line border-t pt-3">
    <h3 className="mb-2 font-sans font-semibold text-small tracking-normal">{title}</h3>
    <ul className="grid gap-4">{children}</ul>
  </section>
)
