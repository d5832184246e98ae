type Props = {
  name: string
  /** What tells it from the others: lib/follow-up/flags.ts. */
  value: string
  isSeen: boolean
  label: string
}

/** Something unusual, to tick by who has looked at it. */
export function Looked({ name, value, isSeen, label }: Props) {
  const id = `${name}-${value.replace(/[^\w-]/g, '-')}`
  return (
    <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5">
      <input
        id={id}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isSeen}
        className="size-5 translate-y-0.5"
      />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
