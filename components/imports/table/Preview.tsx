import { useLocale, useTranslations } from 'next-intl'
import { PROJECT_FIELDS } from '../../../lib/projects/fields.ts'
import { convertRow } from '../../../lib/tables/convert.ts'
import type { ConvertedCell, ConvertedRow } from '../../../lib/tables/converted.ts'
import { type MappedColumn, mappedColumns } from '../../../lib/tables/mapping.ts'
import type { TableMapping } from '../../../lib/tables/schema.ts'
import type { Table } from '../../../lib/tables/types.ts'
import { Covered } from '../../documents/Covered.tsx'
import { useTargetLabel } from '../../documents/target-label.ts'
import { useReader } from '../../source/reader.ts'
import { valueText } from '../../source/value.ts'
import { Part } from './Part.tsx'

const MOST_ROWS = 10

/** The first rows as they will be read: each value with the words that it comes from, private ones covered. */
export function Preview({ table, mapping }: { table: Table; mapping: TableMapping }) {
  const t = useTranslations('tables.mapping')
  const labelOf = useTargetLabel()
  const columns = mappedColumns(table.columns, mapping)
  const kept = columns.filter(({ target }) => target !== 'ignore' && target !== 'private')
  const rows = table.preview.slice(0, MOST_ROWS).map((row) => convertRow(row, columns))
  return (
    <Part id="prov" title={t('previewTitle')} note={t('previewNote')}>
      <section
        aria-label={t('previewRegion')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
        tabIndex={0}
        className="overflow-x-auto border-line border-y"
      >
        <table className="table min-w-max">
          <thead>
            <tr>
              <th scope="col" className="pt-2! text-start">
                {t('row')}
              </th>
              {kept.map(({ number, header, target }) => (
                <th key={number} scope="col" className="pt-2! text-start">
                  <div className="max-w-64">
                    <span lang="sv" className="block">
                      {header}
                    </span>
                    <span className="block font-normal">{labelOf(target)}</span>
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.row} row={row} columns={kept} />
            ))}
          </tbody>
        </table>
      </section>
    </Part>
  )
}

function PreviewRow({
  row: { row, skipped, cells },
  columns,
}: {
  row: ConvertedRow
  columns: MappedColumn[]
}) {
  const t = useTranslations('tables.mapping')
  return (
    <tr>
      <th scope="row" className="text-start font-normal text-muted">
        {row}
      </th>
      {skipped ? (
        <td colSpan={Math.max(1, columns.length)} className="text-muted">
          {t(`skipped.${skipped}`)}
        </td>
      ) : (
        columns.map(({ number }) => (
          <td key={number}>
            <div className="min-w-28 max-w-64">
              {cells
                .filter(({ place }) => place.column === number)
                .map((cell) => (
                  <Cell key={cell.target} cell={cell} />
                ))}
            </div>
          </td>
        ))
      )}
    </tr>
  )
}

/** What a cell is read as, with its own words under it where they are others. */
function Cell({ cell }: { cell: ConvertedCell }) {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  const textOf = useCellText()
  const { state, raw, problem } = cell
  if (state === 'EMPTY') return <span className="block text-muted">{t('empty')}</span>
  if (state === 'UNREADABLE')
    return (
      <span className="block">
        <strong className="block border-differ border-s-3 ps-2 text-differ">{t('unreadable')}</strong>
        <Raw raw={raw} />
        {problem && <span className="block text-fine text-muted">{problem[locale]}</span>}
      </span>
    )
  const text = textOf(cell)
  return (
    <span className="block">
      <span lang="sv" className="line-clamp-3 break-words">
        <Covered text={text} />
      </span>
      {text !== raw.trim() && <Raw raw={raw} />}
    </span>
  )
}

function Raw({ raw }: { raw: string }) {
  const t = useTranslations('tables.mapping')
  return (
    <span className="line-clamp-2 break-words text-fine text-muted">
      {t.rich('rawText', {
        raw: () => (
          <span lang="sv">
            <Covered text={raw} />
          </span>
        ),
      })}
    </span>
  )
}

function useCellText() {
  const reader = useReader()
  return (cell: ConvertedCell): string => {
    const { target, value, currency } = cell
    if (target === 'otherAmount' && typeof value === 'number') return `${value} ${currency ?? ''}`.trim()
    const type = Object.hasOwn(PROJECT_FIELDS, target)
      ? PROJECT_FIELDS[target as keyof typeof PROJECT_FIELDS]
      : 'text'
    return valueText(target, type, cell, reader) ?? ''
  }
}
