import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from './extract/index.ts'
import { parse } from './parse/index.ts'
import { toJson } from './report/json.ts'
import { compare } from './testing/compare.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('our own documents, one folder for each trap', () => {
  test('there are at least forty, and each says what it pins', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
    for (const { name } of cases) {
      expect(readFileSync(join(FIXTURES, name, 'pins.md'), 'utf8').trim(), name).toMatch(/^[A-ZÅÄÖ].+\.$/s)
    }
  })

  test.each(cases.map(({ name }) => name))('%s', (name) => {
    const folder = join(FIXTURES, name)
    const source = readdirSync(folder).find((file) => file.startsWith('source.'))
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    const extracted = extract(readFileSync(join(folder, source ?? 'source.txt')))
    const reading = extracted.ok ? toJson(parse(extracted.text)) : { kind: 'unreadable', refused: true }
    const wrong = compare(expected, JSON.parse(JSON.stringify(reading))).filter((verdict) => !verdict.ok)
    expect(wrong).toEqual([])
  })
})
