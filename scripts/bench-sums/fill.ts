import type pg from 'pg'
import { type CopyValue, copyRows } from '../generate-registry/copy.ts'
import { Random } from '../generate-registry/random.ts'

const OUTCOME = { name: 'outcome', columns: ['projectId', 'measure', 'value', 'asOf'] } as const

/** What is said of most projects of which anything is; indicators fill up the rest. */
const COMMON = ['costs.total', 'costs.eu', 'reached.total', 'reached.women', 'reached.men', 'planned.total']
const SOME = ['budget', 'support', 'target.total@CO01', 'actual.total@CO01', 'actual.total@CO05']
/** Of ten projects so many have follow-ups. */
const FOLLOWED = 0.4

/** Gives two fifths of the projects outcomes, so many in all, and a part of them ends and reports of their own. */
export async function fillOutcomes(client: pg.Client, outcomes: number, seed: number): Promise<void> {
  const { rows } = await client.query<{ id: number }>('SELECT id FROM project ORDER BY id')
  const random = new Random(seed)
  const followed = rows.filter(() => random.chance(FOLLOWED))
  await copyRows(client, OUTCOME, invented(followed, outcomes, random))
  await client.query(
    `UPDATE project SET lacks = (ARRAY['', 'report', 'participants report'])[id % 3 + 1], "eventEnd" = CASE WHEN id % 17 = 0 THEN "endDate" + 90 END
      WHERE id = ANY($1)`,
    [followed.map(({ id }) => id)],
  )
  await client.query('VACUUM ANALYZE')
}

function* invented(
  projects: readonly { id: number }[],
  outcomes: number,
  random: Random,
): Generator<CopyValue[]> {
  const each = outcomes / projects.length
  let left = outcomes
  for (const [at, { id }] of projects.entries()) {
    const wanted = Math.min(left, Math.round((at + 1) * each) - (outcomes - left))
    const measures = [...COMMON, ...SOME].sort(() => random.next() - 0.5).slice(0, wanted)
    for (const measure of measures) yield [id, measure, random.between(0, 9_000_000_000) / 100, '2024-12-31']
    left -= measures.length
  }
}
