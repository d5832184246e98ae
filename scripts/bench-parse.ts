// Measures the parser beside a floor in the same run.
//
//     npm run bench:parse
//
// The floor is the least that any reader of lines must do: split the same text and fold each line's white space.
// Aims: at most 5 times the floor's time, and a 10 MB list in at most 12 times the time of a 1 MB one.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../lib/documents/extract/index.ts'
import { parse } from '../lib/documents/parse/index.ts'
import { generateDecisionList } from '../lib/documents/testing/generate.ts'
import { hostileTexts } from '../lib/documents/testing/hostile.ts'

const MEGABYTE = 1_000_000
const ROUNDS = 15
const AIM_TIMES_FLOOR = 5
const AIM_TEN_TO_ONE = 12

const floor = (text: string): number =>
  text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).length

/** The least of several runs, in milliseconds: noise only ever adds. Both are warmed up first. */
function fastest(work: () => unknown, rounds: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    work()
    if (round > 0) least = Math.min(least, performance.now() - start)
  }
  return least
}

/** The texts of our own fixtures, as many times over as makes the measurement steady. */
function fixtureTexts(): string[] {
  const folder = join(import.meta.dirname, '..', 'lib', 'documents', 'fixtures')
  return readdirSync(folder).flatMap((name) => {
    const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.'))
    const extracted = source ? extract(readFileSync(join(folder, name, source))) : undefined
    return extracted?.ok ? extracted.text : []
  })
}

type Row = { what: string; documents: number; characters: number; parse: number; floor: number }

function measure(what: string, texts: string[], rounds = ROUNDS): Row {
  return {
    what,
    documents: texts.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    parse: fastest(() => texts.map((text) => parse(text)), rounds),
    floor: fastest(() => texts.map(floor), rounds),
  }
}

function print(row: Row) {
  const perSecond = (count: number) => ((count / row.parse) * 1000).toFixed(count > 1000 ? 1 : 0)
  const ratio = row.parse / row.floor
  process.stdout.write(
    `${[
      row.what.padEnd(28),
      `${row.parse.toFixed(1).padStart(8)} ms`,
      `${row.floor.toFixed(1).padStart(8)} ms floor`,
      `${ratio.toFixed(1).padStart(6)} x`,
      `${perSecond(row.documents).padStart(8)} documents/s`,
      `${((row.characters / MEGABYTE / row.parse) * 1000).toFixed(1).padStart(7)} MB/s`,
      ratio <= AIM_TIMES_FLOOR ? '  within the aim' : `  above the aim of ${AIM_TIMES_FLOOR} x`,
    ].join('')}\n`,
  )
}

/** The hostile text whose time grows most when it gets four times as long. Linear is 4. */
function printWorstGrowth() {
  const small = hostileTexts(50_000)
  const large = new Map(hostileTexts(200_000))
  const growths = small.map(([name, text]) => {
    const times = fastest(() => parse(large.get(name) ?? ''), 3) / fastest(() => parse(text), 3)
    return { name, times }
  })
  const [worst] = growths.sort((a, b) => b.times - a.times)
  process.stdout.write(
    `of ${small.length} hostile texts, "${worst?.name}" grows most: ${worst?.times.toFixed(1)} times for 4 times the text\n`,
  )
}

const texts = fixtureTexts()
const many = Array.from({ length: 20 }, () => texts).flat()
const one = measure('decision list, 1 MB', [generateDecisionList(MEGABYTE)])
const ten = measure('decision list, 10 MB', [generateDecisionList(10 * MEGABYTE)], 4)
print(measure(`fixtures, ${texts.length} documents x 20`, many))
print(one)
print(ten)
printWorstGrowth()
const growth = ten.parse / one.parse
process.stdout.write(
  `10 MB takes ${growth.toFixed(1)} times as long as 1 MB (aim: at most ${AIM_TEN_TO_ONE}): ${growth <= AIM_TEN_TO_ONE ? 'linear' : 'more than linear'}\n`,
)
