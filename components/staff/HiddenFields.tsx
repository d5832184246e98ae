type Hidden = Readonly<Record<string, string>>

/** What a form sends without showing it. */
export const HiddenFields = ({ fields }: { fields: Hidden }) =>
  Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
