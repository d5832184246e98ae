import pg from 'pg'

type Query = { text: string; values: unknown[] }

/** What something sends to PostgreSQL. */
export async function sentBy(work: () => Promise<unknown>): Promise<Query[]> {
  const { query } = pg.Client.prototype
  const sent: Query[] = []
  const noted = function (this: pg.Client, ...given: unknown[]) {
    const [one, values] = given as [string | Query, unknown[] | undefined]
    sent.push(
      typeof one === 'string'
        ? { text: one, values: values ?? [] }
        : { text: one.text, values: values ?? one.values },
    )
    return Reflect.apply(query, this, given)
  }
  pg.Client.prototype.query = noted as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

/** How PostgreSQL goes about it, with times and pages read. */
export async function explain(client: pg.Client, { text, values }: Query): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values)
  return rows.map((row) => `    ${row['QUERY PLAN']}`).join('\n')
}
