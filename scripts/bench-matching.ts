// Measures how well projects and organisations are matched.
//
//     npm run bench:matching [-- seed projects]
//
// Precision: suggestions that are right, of all suggestions (the best candidate, where it is likely or certain). Recall:
// right suggestions, of all questions that have an answer. Wrong links: certain, and another project. Aims: precision
// 0.99, recall 0.95, no wrong link at all. Prints what went wrong, and ends with 1 where an aim is missed.

import { join } from 'node:path'
import { type Exam, makeExam } from './bench-matching/cases.ts'
import { AIMS, isPassed, type Result, sum } from './bench-matching/marks.ts'
import { takeExam } from './bench-matching/measure.ts'
import {
  makeOrganisationExam,
  organisationPairs,
  takeOrganisationExam,
} from './bench-matching/organisations.ts'
import { foundExam, nextNameExams, pairExams, sampleExam } from './bench-matching/sample.ts'

const [seed = '20261122', projects = '2000'] = process.argv.slice(2)
/** What is beside the project on the machine that it was written on; elsewhere it is left out. */
const SHARED = join(import.meta.dirname, '..', '..', 'shared')

const say = (line: string) => process.stdout.write(`${line}\n`)

function print(what: string, result: Result): boolean {
  const { questions, precision, recall, links, wrongLinks, faults } = result
  say(
    [
      what.padEnd(44),
      `${String(questions).padStart(6)} questions`,
      `precision ${precision.toFixed(4)}`,
      `recall ${recall.toFixed(4)}`,
      `${String(links).padStart(5)} links, ${wrongLinks} wrong`,
      isPassed(result) ? 'within the aims' : 'misses an aim',
    ].join('  '),
  )
  for (const fault of faults.slice(0, MOST_FAULTS)) say(`    ${fault}`)
  if (faults.length > MOST_FAULTS) say(`    … and ${faults.length - MOST_FAULTS} more`)
  return isPassed(result)
}
const MOST_FAULTS = 8

const found = foundExam([join(SHARED, 'seeds'), join(SHARED, 'documents')])
const projectExams: [string, Exam[]][] = [
  ['(a) entries and pages of the sample', [sampleExam()]],
  ['(a) pairs by hand', pairExams()],
  ['(a) other copies of the sources', found ? [found] : []],
  ['(a) the next project, with copied figures', nextNameExams()],
  ['(b) generated', [makeExam(Number(seed), Number(projects))]],
]
const organisationExams = [
  ['organisations, pairs by hand', organisationPairs()],
  ['organisations, generated', [makeOrganisationExam(Number(seed), 600)]],
] as const

say(`aims: precision ${AIMS.precision}, recall ${AIMS.recall}, no wrong links`)
const passed = [
  ...projectExams.map(([what, exams]) => print(what, sum(exams.map(takeExam)))),
  ...organisationExams.map(([what, exams]) => print(what, sum(exams.map(takeOrganisationExam)))),
]
process.exitCode = passed.every(Boolean) ? 0 : 1
