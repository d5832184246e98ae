import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, Problems, problemsAsCsv, type RowProblem, rowsInWords } from './problems.ts'

const unreadable = (row: number, example = 'x'): RowProblem => ({
  kind: 'unreadable',
  header: 'Startdatum',
  place: { sheet: null, row, column: 6 },
  example,
  message: { sv: 'Här borde stå ett datum.', en: 'A date should stand here.' },
})
const gathered = (...problems: RowProblem[]) => {
  const all = new Problems()
  all.add(problems)
  return all.list()
}

describe('problems', () => {
  test('of one kind in one column are one group, with their rows and up to three examples', () => {
    const [group, ...others] = gathered(
      ...[12, 13, 14, 20].map((row) => unreadable(row, `fel ${row}`)),
      unreadable(20, 'fel 20'),
    )
    expect(others).toEqual([])
    expect(group).toMatchObject({ count: 5, severity: 'error', header: 'Startdatum', column: 6 })
    expect(group?.examples).toEqual(['fel 12', 'fel 13', 'fel 14'])
    expect(group && rowsInWords(group)).toEqual({ sv: 'rad 12–14, 20', en: 'rows 12–14, 20' })
  })

  test('come with errors first, then by column', () => {
    const noName: RowProblem = {
      ...unreadable(3),
      kind: 'no-name',
      message: null,
      place: { sheet: null, row: 3, column: 0 },
    }
    const broken: RowProblem = { ...unreadable(2), kind: 'broken-characters', message: null }
    expect(gathered(broken, unreadable(2), noName).map(({ kind }) => kind)).toEqual([
      'no-name',
      'unreadable',
      'broken-characters',
    ])
  })

  test('in a hundred thousand rows take no more room than in a few, and all are counted', () => {
    const all = new Problems()
    for (let row = 0; row < 200_000; row += 2) all.add([unreadable(row, `fel ${row} ${'x'.repeat(500)}`)])
    const [group] = all.list()
    expect(group?.count).toBe(100_000)
    expect(JSON.stringify(all.list()).length).toBeLessThan(5000)
    expect(group && rowsInWords(group).sv).toBe('rad 0, 2, 4, 6, 8, 10, 12, 14 och 99992 till')
  })

  test('name every row exactly once in their stretches', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 60 }),
        (rows) => {
          const sorted = rows.sort((a, b) => a - b)
          const [group] = gathered(...sorted.map((row) => unreadable(row)))
          const named = group?.ranges.flatMap(([from, to]) =>
            Array.from({ length: to - from + 1 }, (_, at) => from + at),
          )
          expect(named).toEqual(sorted)
        },
      ),
    )
  })
})

describe('the problems as CSV', () => {
  test('have a line each, in the language asked for', () => {
    const groups = gathered(unreadable(12, 'snart; "kanske"'))
    expect(problemsAsCsv(groups, 'sv')).toBe(
      '\uFEFF"Allvar";"Kolumn";"Rubrik";"Vad";"Antal";"Rader";"Exempel"\r\n' +
        '"fel";"6";"Startdatum";"Här borde stå ett datum.";"1";"12";"snart; ""kanske"""\r\n',
    )
    expect(problemsAsCsv(groups, 'en')).toContain('"error";"6";"Startdatum";"A date should stand here."')
  })

  test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('hold %j as text', (text) => {
    expect(csvCell(text).startsWith(`"'`)).toBe(true)
  })

  test('leave other cells as they are', () => {
    expect(csvCell('a=b')).toBe('"a=b"')
  })
})
