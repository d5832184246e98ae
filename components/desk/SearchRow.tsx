type Props = {
  id: string
  name: string
  label: string
  hint: string
  submit: string
  /** What was looked for. */
  value: string
  /** The shortcuts that lead here. */
  keys: string
}

/** A field for words, under its label and beside its button; it stands in a form of its own. */
export const SearchRow = ({ id, name, label, hint, submit, value, keys }: Props) => (
  <>
    <label htmlFor={id} className="font-semibold text-small">
      {label}
    </label>
    <span className="flex gap-2">
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        maxLength={200}
        data-keys={keys}
        className="h-11 w-full min-w-0 rounded-sm border border-edge bg-raised px-3 text-ink placeholder:text-muted"
      />
      <button type="submit" className="button-quiet">
        {submit}
      </button>
    </span>
  </>
)
