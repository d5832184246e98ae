import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** What two have filled in differently. `name`: of the choice in the form, sent as `mine` or `theirs`. */
type Conflict = { name: string; label: string; base: string; mine: string; theirs: string }

/** For each field that two have filled in differently, both texts and the one before them, and whose stands. */
export function ConflictChoices({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useTranslations('staff.conflict')
  return (
    <div className="mt-3 grid gap-5">
      {conflicts.map(({ name, label, base, mine, theirs }) => (
        <fieldset key={name} className="grid gap-1.5 text-small">
          <legend className="mb-1 font-semibold">{label}</legend>
          <p className="text-muted">
            {t('base')}: <Words of={base} />
          </p>
          <Whose name={name} value="mine" label={t('keepMine')}>
            {t('mine')}: <Words of={mine} />
          </Whose>
          <Whose name={name} value="theirs" label={t('takeTheirs')}>
            {t('theirs')}: <Words of={theirs} />
          </Whose>
        </fieldset>
      ))}
    </div>
  )
}

function Words({ of: words }: { of: string }) {
  const t = useTranslations('staff.conflict')
  if (words.trim() === '') return <i>{t('empty')}</i>
  return (
    <span lang="sv" className="whitespace-pre-line font-semibold text-ink">
      {words}
    </span>
  )
}

type WhoseProps = { name: string; value: 'mine' | 'theirs'; label: string; children: ReactNode }

function Whose({ name, value, label, children }: WhoseProps) {
  // Ids hold no dots.
  const id = `${name.replaceAll('.', '-')}-${value}`
  return (
    <label htmlFor={id} className="flex items-baseline gap-2.5">
      <input
        id={id}
        type="radio"
        name={name}
        value={value}
        defaultChecked={value === 'mine'}
        className="size-5 shrink-0 translate-y-0.5"
      />
      <span>
        {label}. <span className="text-muted">{children}</span>
      </span>
    </label>
  )
}
