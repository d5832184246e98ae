import { useLocale, useTranslations } from 'next-intl'
import { rowAddress } from '../../lib/documents/place.ts'
import type { TableView } from '../../lib/documents/table-view.ts'
import { formatCount } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { Section } from '../ui/Section.tsx'
import { DocumentFacts } from './DocumentFacts.tsx'
import { DocumentHead } from './DocumentHead.tsx'
import { TableRows } from './TableRows.tsx'
import { useTargetLabel } from './target-label.ts'

/** A table of operations: what its columns were read as, and its rows, a page at a time, with every reading marked. */
export function TableDocument({ table }: { table: TableView }) {
  const t = useTranslations('tables.document')
  const locale = useLocale()
  const { slug, rows, pageStarts } = table
  const hrefOf = (page: number) => {
    const start = pageStarts[page]
    return pathOf(
      locale,
      page === 1 || start === undefined ? { page: 'documents', slug } : rowAddress(slug, start),
    )
  }
  return (
    <article>
      <DocumentHead document={table} />
      <Section id="tabellen" title={t('rows')} aside={<Shown table={table} />}>
        <p className="mb-5 max-w-text text-muted text-small">{t('rowsNote')}</p>
        <div className="mb-8">
          <Disclosure summary={t('columns', { count: table.columns.length })}>
            <Columns table={table} />
          </Disclosure>
        </div>
        <TableRows rows={rows.rows} />
        <ListPager page={rows.page} pages={rows.pages} hrefOf={hrefOf} />
      </Section>
      <Counts table={table} />
      <DocumentFacts document={table} />
    </article>
  )
}

/** Which of the rows the page has. */
function Shown({ table: { rows } }: { table: TableView }) {
  const t = useTranslations('tables.document')
  const locale = useLocale()
  const [first, last] = [rows.rows.at(0), rows.rows.at(-1)]
  if (!first || !last) return t('none')
  return t('shown', {
    from: formatCount(locale, first.number),
    to: formatCount(locale, last.number),
    total: formatCount(locale, rows.total),
  })
}

/** Every column and what it was read as; what was left out is told as well. */
function Columns({ table: { columns } }: { table: TableView }) {
  const t = useTranslations('tables.document')
  const labelOf = useTargetLabel()
  return (
    <FactList>
      {columns.map(({ number, header, target }) => (
        <Fact key={number} label={<span lang="sv">{header || t('noHeader', { number })}</span>}>
          {labelOf(target)}
        </Fact>
      ))}
    </FactList>
  )
}

function Counts({ table: { sheet, rowsInFile, rows, projects } }: { table: TableView }) {
  const t = useTranslations('tables.document')
  const locale = useLocale()
  return (
    <Section id="omfattning" title={t('extent')}>
      <FactList>
        {sheet && (
          <Fact label={t('sheet')}>
            <span lang="sv">{sheet}</span>
          </Fact>
        )}
        <Fact label={t('inFile')}>{formatCount(locale, rowsInFile)}</Fact>
        <Fact label={t('kept')}>{formatCount(locale, rows.total)}</Fact>
        {projects !== null && <Fact label={t('projects')}>{formatCount(locale, projects)}</Fact>}
      </FactList>
    </Section>
  )
}
