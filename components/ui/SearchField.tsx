import { SearchIcon } from './icons.tsx'

type Props = { label: string; submit: string; value?: string; hint?: string; size?: 'small' | 'large' }

/** A field for words, `q`, with its button; it stands in a form of its own. */
export function SearchField({ label, submit, value, hint, size = 'large' }: Props) {
  const isSmall = size === 'small'
  return (
    <span className="flex">
      <input
        type="search"
        name="q"
        defaultValue={value}
        aria-label={label}
        placeholder={hint ?? label}
        autoComplete="off"
        maxLength={200}
        className={`${isSmall ? 'h-10 ps-3 text-small' : 'h-13 ps-4 text-lead'} w-full min-w-0 appearance-none rounded-s-md border border-edge border-e-0 bg-raised text-ink placeholder:text-muted`}
      />
      <button
        type="submit"
        className={`${isSmall ? 'h-10 px-3' : 'h-13 px-5 font-semibold'} inline-flex shrink-0 items-center gap-2 rounded-e-md border border-accent bg-accent text-accent-ink hover:brightness-110`}
      >
        <SearchIcon />
        <span className={isSmall ? 'sr-only' : ''}>{submit}</span>
      </button>
    </span>
  )
}
