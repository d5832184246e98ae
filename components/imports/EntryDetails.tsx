import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import type { EntryView } from '../../lib/imports/desk/view.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EntryForm } from './EntryForm.tsx'
import { chosenIn, otherIn, useOptions } from './entry-options.ts'
import { useFieldGroups } from './entry-rows.ts'
import type { EntryAction } from './form-state.ts'
import { ENTRY, markId } from './places.ts'

type Props = {
  entry: EntryView
  action: EntryAction
  hidden: Readonly<Record<string, string>>
}

/** The opened entry: what to look at, what it says, and what shall become of it. */
export function EntryDetails({ entry, action, hidden }: Props) {
  const t = useTranslations('imports')
  const { imports, decisionDraft } = useMessages()
  const { id, position, kind, name, verdict, hasMoved } = entry
  return (
    <section id={ENTRY} aria-labelledby={`${ENTRY}-rubrik`} className="grid min-w-0 scroll-mt-4 gap-5">
      <header className="border-ink border-t pt-3">
        <p className="text-muted text-small">
          {kind === 'row'
            ? t('entry.row', { number: position })
            : t('entry.number', { number: position + 1 })}{' '}
          · {t(`kind.${kind}`)}
        </p>
        <h2 id={`${ENTRY}-rubrik`} lang="sv" className="break-words text-h2">
          {name}
        </h2>
        <p className="mt-1 font-semibold">{t(`verdict.${verdict}`)}</p>
        <Decided entry={entry} />
      </header>
      {hasMoved && (
        <p className="border-differ border-s-4 ps-4 font-semibold text-small">{t('entry.moved')}</p>
      )}
      <Warnings entry={entry} />
      <NextIntlClientProvider
        messages={{
          imports: { entry: imports.entry },
          decisionDraft: { finder: decisionDraft.finder },
        }}
      >
        <EntryForm
          key={id}
          action={action}
          entryId={id}
          version={entry.version}
          hidden={hidden}
          groups={useFieldGroups(entry)}
          options={useOptions(entry)}
          chosen={chosenIn(entry)}
          other={otherIn(entry)}
        />
      </NextIntlClientProvider>
      <Contacts entry={entry} />
    </section>
  )
}

function Decided({ entry: { choice, decided } }: { entry: EntryView }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  if (!choice || !decided) return null
  const date = formatDate(locale, dayInSweden(new Date(decided.at)))
  const what = t(`choice.${choice}`)
  return (
    <p className="text-muted text-small">
      {decided.by
        ? t('entry.decided', { by: decided.by, date, choice: what })
        : t('entry.decidedByNobody', { date, choice: what })}
    </p>
  )
}

/** What a careful reader would point at, the gravest first, each the way to its words. */
function Warnings({ entry: { warningViews } }: { entry: EntryView }) {
  const t = useTranslations()
  const locale = useLocale()
  if (warningViews.length === 0) return null
  const rank = (severity: string) => ['error', 'warning', 'info'].indexOf(severity)
  const sorted = [...warningViews].sort((a, b) => rank(a.severity) - rank(b.severity))
  return (
    <section aria-labelledby="anmarkningar-rubrik">
      <h3 id="anmarkningar-rubrik" className="mb-2 text-h3">
        {t('imports.entry.warnings')}
      </h3>
      <ul className="grid gap-3">
        {sorted.map((warning) => {
          const { code, severity, start } = warning
          const level = severity === 'error' || severity === 'warning' ? severity : 'info'
          const isGrave = level !== 'info'
          return (
            <li
              key={`${code} ${start} ${warning.sv}`}
              className={`border-s-3 ps-4 text-small ${isGrave ? 'border-differ' : 'border-line'}`}
            >
              <span className={`font-semibold ${isGrave ? 'text-differ' : 'text-muted'}`}>
                {t(`warning.${level}`)}.
              </span>{' '}
              {warning[locale]}{' '}
              <a href={`#${markId(start)}`} data-follows="" className="whitespace-nowrap">
                {t('imports.entry.inSource')}
                <span className="sr-only">: {warning[locale]}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Contacts({ entry: { contacts } }: { entry: EntryView }) {
  const t = useTranslations('imports.entry')
  const told = contacts
    .map(({ name, email, phone }) => [name, email, phone].filter(Boolean).join(', '))
    .filter((text) => text !== '')
  if (told.length === 0) return null
  return (
    <Disclosure summary={t('contacts')}>
      <ul className="grid gap-1 text-small">
        {told.map((text) => (
          <li key={text} lang="sv" className="break-words">
            {text}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
