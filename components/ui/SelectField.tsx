type Props = { name: string; label: string; value: string; options: { value: string; label: string }[] }

export const SelectField = ({ name, label, value, options }: Props) => (
  <label className="inline-flex min-w-0 items-center gap-2 text-small">
    <span className="text-muted">{label}</span>
    <select
      name={name}
      defaultValue={value}
      className="h-10 min-w-0 max-w-64 rounded-sm border border-edge bg-raised px-2 text-ink"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)
