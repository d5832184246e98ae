// Adds a document to the parser's fixtures.
//
//     npm run add-case -- FILE NAME "What it pins, in one sentence."
//
// Copies the document to lib/documents/fixtures/NAME/ and writes there what the parser reads in it today, for you to
// check by hand and correct: expected.json says what a careful reader finds, not what the parser happens to answer.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { extract } from '../lib/documents/extract/index.ts'
import { parse } from '../lib/documents/parse/index.ts'
import { toJson } from '../lib/documents/report/json.ts'

const FIXTURES = resolve(import.meta.dirname, '..', 'lib', 'documents', 'fixtures')

function main(): number {
  const [file = '', name = '', pins = ''] = process.argv.slice(2)
  if (!file || !/^[a-z0-9-]+$/.test(name) || !/^[A-ZÅÄÖ].+\.$/.test(pins)) {
    return fail('Usage: npm run add-case -- FILE name-in-small-letters "What it pins, in one sentence."')
  }
  const folder = join(FIXTURES, name)
  if (existsSync(folder)) return fail(`There is a case called ${name} already.`)
  const source = resolve(process.env.INIT_CWD ?? '', file)
  if (!existsSync(source)) return fail(`There is no file ${file}.`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(source, join(folder, `source${extname(file) || '.txt'}`))
  writeFileSync(
    join(folder, 'expected.json'),
    `${JSON.stringify(readingOf(readFileSync(source)), null, 2)}\n`,
  )
  writeFileSync(join(folder, 'pins.md'), `${pins}\n`)
  process.stdout.write(
    `Wrote lib/documents/fixtures/${name}/. Now check every line of its expected.json by hand.\n`,
  )
  return 0
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** What the parser reads, without what a person does not check: places, sentences, the blocks of descriptions. */
function readingOf(bytes: Uint8Array): unknown {
  const extracted = extract(bytes)
  if (!extracted.ok) return { kind: 'unreadable', refused: true }
  const reading = JSON.stringify(toJson(parse(extracted.text)), (key, value) =>
    UNCHECKED.has(key) ? undefined : value,
  )
  return JSON.parse(reading)
}

const UNCHECKED = new Set([
  'place',
  'namePlace',
  'labelPlace',
  'headingPlace',
  'decisionDatePlace',
  'message',
  'severity',
  'blocks',
  'unread',
  'reason',
  'reasonInEnglish',
  'partnersText',
])

process.exitCode = main()
