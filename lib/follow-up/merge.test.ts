import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FollowUpContent } from './content.ts'
import { mergeContent, withOwnWords } from './merge.ts'

const content = (fields: Record<string, string>, rows: FollowUpContent['rows'] = []): FollowUpContent => ({
  fields,
  rows,
})

test('each has what only that one changed, and what both changed is told', () => {
  const base = content({ asOf: '2022-01-01', comment: 'a' }, [{ id: 'r1', fields: { group: 'Unga' } }])
  const mine = content({ asOf: '2022-01-01', comment: 'mitt' }, [
    { id: 'r1', fields: { group: 'Unga', 'reached.total': '3' } },
  ])
  const theirs = content({ asOf: '2023-01-01', comment: 'deras' }, [{ id: 'r1', fields: { group: 'Äldre' } }])
  const merged = mergeContent(base, mine, theirs)
  expect(merged.content).toEqual(
    content({ asOf: '2023-01-01', comment: 'deras' }, [
      { id: 'r1', fields: { group: 'Äldre', 'reached.total': '3' } },
    ]),
  )
  expect(merged.conflicts).toEqual([
    { row: null, field: 'comment', base: 'a', mine: 'mitt', theirs: 'deras' },
  ])
  expect(merged.tookIn).toEqual([
    { row: null, field: 'asOf' },
    { row: 'r1', field: 'group' },
  ])
  expect(withOwnWords(merged.content, merged.conflicts).fields.comment).toBe('mitt')
})

const typed = fc.dictionary(fc.constantFrom('asOf', 'comment', 'costs.eu'), fc.constantFrom('', 'a', 'b'))
const any = fc.record({
  fields: typed,
  rows: fc.uniqueArray(fc.record({ id: fc.constantFrom('r1', 'r2', 'r3'), fields: typed }), {
    selector: ({ id }) => id,
  }),
})

test('nothing that either typed is lost, and nothing of theirs comes in untold', () => {
  fc.assert(
    fc.property(any, any, any, (base, mine, theirs) => {
      const { content: merged, conflicts, tookIn } = mergeContent(base, mine, theirs)
      const held = (of: FollowUpContent, row: string | null, field: string) =>
        (row === null ? of.fields : (of.rows.find(({ id }) => id === row)?.fields ?? {}))[field] ?? ''
      for (const row of [null, 'r1', 'r2', 'r3'])
        for (const field of ['asOf', 'comment', 'costs.eu']) {
          const own = held(mine, row, field)
          const isTold = conflicts.some((one) => one.row === row && one.field === field && one.mine === own)
          if (own !== held(base, row, field)) expect(isTold || held(merged, row, field) === own).toBe(true)
          const isNew = tookIn.some((one) => one.row === row && one.field === field)
          if (!isTold) expect(isNew).toBe(held(merged, row, field) !== own)
        }
    }),
  )
})
