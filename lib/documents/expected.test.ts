import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from './extract/index.ts'
import { parse } from './parse/index.ts'
import { toJson } from './report/json.ts'
import { compare } from './testing/compare.ts'

// The real documents hold people's names and other people's prose, so they stand beside the project and not in it.
// Whoever has them gets them tested; CI has them and fails without.
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const FOLDERS = [join(SHARED, 'seeds'), join(SHARED, 'documents')]
const isThere = FOLDERS.every((folder) => existsSync(folder))

describe.skipIf(!isThere && !process.env.CI)(
  'the fifteen documents, against what a careful reader found in them',
  () => {
    const documents = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => ({
          name,
          path: join(folder, name),
          expected: join(folder, 'expected', name.replace('.txt', '.json')),
        })),
    )

    test('all fifteen are there', () => expect(documents).toHaveLength(15))

    test.each(documents)('$name', ({ name, path, expected }) => {
      const extracted = extract(readFileSync(path))
      if (!extracted.ok) throw new Error(extracted.reason.en)
      const reading = JSON.parse(JSON.stringify(toJson(parse(extracted.text))))
      const verdicts = compare(JSON.parse(readFileSync(expected, 'utf8')), reading)
      const wrong = verdicts.filter((verdict) => !verdict.ok)
      process.stdout.write(`${name}: ${verdicts.length - wrong.length} of ${verdicts.length} keys agree\n`)
      for (const { path: at, expected: wanted, found } of wrong) {
        process.stdout.write(`  ${at}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}\n`)
      }
      expect(wrong).toEqual([])
    })

    test('no false alarms: nothing is warned of that the careful reader did not point at', () => {
      const alarms = documents.flatMap(({ name, path, expected }) => {
        const extracted = extract(readFileSync(path))
        if (!extracted.ok) throw new Error(extracted.reason.en)
        const wanted = codesIn(JSON.parse(readFileSync(expected, 'utf8')))
        const found = codesIn(toJson(parse(extracted.text)))
        return found.filter((code) => !wanted.includes(code)).map((code) => `${name}: ${code}`)
      })
      expect(alarms).toEqual([])
    })
  },
)

/** The codes of all warnings in a reading or an expected file, wherever they stand. */
function codesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  const { warnings } = value as { warnings?: { code: string }[] }
  const own = Array.isArray(warnings) ? warnings.map(({ code }) => code) : []
  return [...own, ...Object.values(value).flatMap(codesIn)]
}
