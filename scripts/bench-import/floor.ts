import type pg from 'pg'
import { copyRows } from '../generate-registry/copy.ts'
import { HEADERS, inventedRows } from './rows.ts'

/** Rows copied at once. */
const PIECE = 5000

/**
 * Seconds that COPY takes for a table's rows as they are, into a table of text columns; `indexed` with as many indexes as
 * projects have. Inventing the rows is not counted.
 */
export async function copyTable(
  client: pg.Client,
  { size, seed }: { size: number; seed: number },
  { indexed }: { indexed: boolean },
): Promise<number> {
  const columns = HEADERS.map((_, at) => `c${at}`)
  await client.query('DROP TABLE IF EXISTS floor')
  await client.query(`CREATE TABLE floor (${columns.map((column) => `${column} text`).join(', ')})`)
  if (indexed) {
    await client.query('CREATE UNIQUE INDEX ON floor (c0)')
    for (const column of ['c1', 'c2', 'c3', 'c4', 'c7', 'c9', 'c10'])
      await client.query(`CREATE INDEX ON floor (${column})`)
    await client.query('CREATE INDEX ON floor USING GIN (c1 gin_trgm_ops)')
    await client.query(`CREATE INDEX ON floor USING GIN (to_tsvector('swedish', c1))`)
    await client.query(`CREATE INDEX ON floor USING GIN (to_tsvector('swedish', c2))`)
    await client.query(`CREATE INDEX ON floor USING GIN (to_tsvector('swedish', c12))`)
  }
  let seconds = 0
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now()
    await work()
    seconds += (performance.now() - from) / 1000
  }
  await client.query('BEGIN')
  for (const piece of piecesOf(inventedRows(size, seed)))
    await timed(() => copyRows(client, { name: 'floor', columns }, piece))
  await timed(() => client.query('COMMIT'))
  return seconds
}

function* piecesOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let piece: Row[] = []
  for (const row of rows) {
    piece.push(row)
    if (piece.length < PIECE) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

/** What an import of a table writes. */
const WRITTEN = [
  'organisation',
  'organisation_name',
  'project',
  'project_identifier',
  'project_search',
  'statement',
  'document_row',
  'change',
  'search_word',
  'cache_tag',
]

/** Seconds that COPY takes for everything that the import wrote, into tables with the same indexes. */
export async function copyWritten(client: pg.Client): Promise<number> {
  let seconds = 0
  for (const table of WRITTEN) {
    const file = `/tmp/fondspar-floor-${process.pid}`
    await client.query(`COPY ${table} TO '${file}'`)
    await client.query(`CREATE TABLE floor_${table} (LIKE ${table} INCLUDING INDEXES)`)
    const from = performance.now()
    await client.query(`COPY floor_${table} FROM '${file}'`)
    seconds += (performance.now() - from) / 1000
    await client.query(`DROP TABLE floor_${table}`)
    await client.query(`COPY (SELECT 1 WHERE false) TO PROGRAM 'rm -f ${file}'`)
  }
  return seconds
}
