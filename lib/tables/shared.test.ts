import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { convertAll } from './testing/convert.ts'

// The real list stands beside the project and not in it: see lib/documents/expected.test.ts.
const LIST = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'data',
  'eruf-2014-2020-tillvaxtverket.json',
)
const isThere = existsSync(LIST)
type Source = Record<string, string | number>

describe.skipIf(!isThere && !process.env.CI)('the list of the project bank of Tillväxtverket', () => {
  const bytes = isThere ? new Uint8Array(readFileSync(LIST)) : new Uint8Array()
  const source: Source[] = isThere ? JSON.parse(readFileSync(LIST, 'utf8')) : []

  test('gives 374 operations, every cell read or empty', async () => {
    const { rows } = await convertAll(bytes)
    expect(rows).toHaveLength(374)
    expect(rows.filter(({ skipped }) => skipped)).toEqual([])
    expect(rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'UNREADABLE')).toEqual([])
  })

  test('gives each operation the values of its row', async () => {
    const { rows } = await convertAll(bytes)
    for (const [index, { cells }] of rows.entries()) {
      const original = source[index] ?? {}
      const value = (target: string) => cells.find((cell) => cell.target === target)?.value
      expect(value('diaryNumber')).toBe(original['ärende-id'])
      expect(value('grantedSupport')).toBe(original.beviljat_belopp_sek)
      expect(value('startDate')).toBe(original.projekt_starttid)
      expect(value('endDate')).toBe(original.projekt_sluttid)
      expect(cells.find(({ target }) => target === 'county')?.raw).toBe(original.län)
      expect(value('otherAmount')).toBeNull()
    }
  })

  test('names each of its eight areas with the code', async () => {
    const { rows } = await convertAll(bytes)
    const codes = rows.map(({ cells }) => cells.find(({ target }) => target === 'region')?.code)
    const known = [...new Set(codes)].filter((code) => code !== null).sort()
    expect(known).toEqual(['SE11', 'SE12', 'SE21', 'SE22', 'SE23', 'SE31', 'SE32', 'SE33'])
  })

  test('has its broken characters pointed at, row by row, and its contacts left out', async () => {
    const { rows, problems } = await convertAll(bytes)
    const broken = source.filter((row) => Object.values(row).some((value) => /[¿\uFFFD]/.test(String(value))))
    const noted = rows.filter((row) => row.problems.some(({ kind }) => kind === 'broken-characters'))
    expect(noted).toHaveLength(broken.length)
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['broken-characters', 'private-words']))
    expect(
      rows.flatMap(({ cells }) => cells).some(({ header }) => /projektledare|telnr|e-post/.test(header)),
    ).toBe(false)
  })
})
