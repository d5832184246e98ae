import type pg from 'pg'

/** Reads by primary key the rows that sums are of: the projects of an owner, or all, and what came of them. */
export function rowsOfSums(client: pg.Client, ownerId: number | null) {
  const ids = client
    .query<{ id: number }>('SELECT id FROM project WHERE $1::int IS NULL OR "ownerId" = $1', [ownerId])
    .then(({ rows }) => rows.map(({ id }) => id))
  return async () => {
    const values = [await ids]
    await client.query({
      text: 'SELECT id, region, "totalBudget", "grantedSupport" FROM project WHERE id = ANY($1)',
      values,
      rowMode: 'array',
    })
    await client.query({
      text: 'SELECT "projectId", measure, value FROM outcome WHERE "projectId" = ANY($1)',
      values,
      rowMode: 'array',
    })
  }
}

/** So many rows as a page of a list has. */
const PAGE = 30

/** Reads by primary key as many projects as a page lists, and counts them all by it. */
export function rowsOfLists(client: pg.Client) {
  const ids = client
    .query<{ id: number }>('SELECT id FROM project ORDER BY id LIMIT $1', [PAGE])
    .then(({ rows }) => rows.map(({ id }) => id))
  return async () => {
    await client.query('SELECT id, slug, number, name, "endDate" FROM project WHERE id = ANY($1)', [
      await ids,
    ])
    await client.query('SELECT count(*) FROM project WHERE id > 0')
  }
}
