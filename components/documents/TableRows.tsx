import { useLocale, useTranslations } from 'next-intl'
import { rowId } from '../../lib/documents/place.ts'
import type { TableReading, TableRowView } from '../../lib/documents/table-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Covered } from './Covered.tsx'
import { useMarkLabel } from './mark-label.ts'

/** Rows as they stand, each cell with its header and with what it was read as. */
export function TableRows({ rows }: { rows: readonly TableRowView[] }) {
  const t = useTranslations('tables.document')
  return (
    <ol aria-label={t('rows')} className="document-text max-w-none! list-none">
      {rows.map((row) => (
        <TableRow key={row.number} row={row} />
      ))}
    </ol>
  )
}

function TableRow({ row: { number, text, readings, project } }: { row: TableRowView }) {
  const t = useTranslations('tables.document')
  const locale = useLocale()
  return (
    <li id={rowId(number, locale)} className="border-line border-t py-5 first:border-t-0">
      <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 font-sans text-small">
        <a href={`#${rowId(number, locale)}`} className="text-muted no-underline hover:underline">
          {t('row', { number })}
        </a>
        {project && (
          <a
            lang="sv"
            href={pathOf(locale, { page: 'projects', slug: project.slug })}
            className="font-semibold"
          >
            {project.name}
          </a>
        )}
      </p>
      {readings.length === 0 ? (
        <p lang="sv" className="words">
          <Covered text={text} />
        </p>
      ) : (
        <dl className="grid gap-y-1.5">
          {readings.map((reading) => (
            <Cell
              key={`${reading.start} ${reading.field}`}
              reading={reading}
              words={text.slice(reading.start, reading.end)}
            />
          ))}
        </dl>
      )}
    </li>
  )
}

/** A summary of some pages would hide the rows after it: its beginning stands there, and all of it a press away. */
const LONG = 400
const SHOWN = 240

/** A cell under its header, with the field that it was read as. */
function Cell({ reading, words }: { reading: TableReading; words: string }) {
  const t = useTranslations('document')
  const labelOf = useMarkLabel()
  const tables = useTranslations('tables.document')
  const isEmpty = words.trim() === ''
  const isLong = words.length > LONG
  const readAs = t('readAs', { fields: labelOf(reading) })
  const classes = [isEmpty && 'hollow', reading.state === 'UNREADABLE' && 'unreadable']
  return (
    <div className="grid gap-x-5 sm:grid-cols-[minmax(7rem,14rem)_minmax(0,1fr)]">
      <dt lang="sv" className="break-words font-sans text-fine text-muted leading-[1.9]">
        {reading.label}
      </dt>
      <dd className="min-w-0 break-words">
        <mark title={readAs} className={classes.filter(Boolean).join(' ') || undefined}>
          {isEmpty ? (
            t('nothingHere')
          ) : (
            <span lang="sv">
              <Covered text={isLong ? `${words.slice(0, SHOWN)} …` : words} />
            </span>
          )}
        </mark>{' '}
        <span className="font-sans text-fine text-muted">{readAs}</span>
        {isLong && (
          <Disclosure summary={tables('whole')}>
            <p lang="sv">
              <Covered text={words} />
            </p>
          </Disclosure>
        )}
      </dd>
    </div>
  )
}
