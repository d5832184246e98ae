import { describe, expect, test } from 'vitest'
import { makeExam } from './cases.ts'
import { AIMS, type Result, sum } from './marks.ts'
import { takeExam } from './measure.ts'
import { makeOrganisationExam, organisationPairs, takeOrganisationExam } from './organisations.ts'
import { nextNameExams, pairExams, sampleExam } from './sample.ts'

/** The seed that the rules were made by, and one that nobody looked at. */
const SEEDS = [1, 770_077]

function expectFloors({ precision, recall, wrongLinks, links, faults }: Result, mostFaults = Infinity) {
  expect(wrongLinks, faults.join('\n')).toBe(0)
  expect(precision, faults.join('\n')).toBeGreaterThanOrEqual(AIMS.precision)
  expect(recall, faults.join('\n')).toBeGreaterThanOrEqual(AIMS.recall)
  expect(links).toBeGreaterThan(0)
  expect(faults.length).toBeLessThanOrEqual(mostFaults)
}

describe('projects are matched as a careful reader would', () => {
  test('in the sample', () => {
    expectFloors(sum([takeExam(sampleExam())]), 0)
  })

  test('in pairs given by hand', () => {
    expectFloors(sum(pairExams().map(takeExam)), 0)
  })

  test('the next project is never suggested for the one before, whatever figures a clerk copied', () => {
    expectFloors(sum(nextNameExams().map(takeExam)), 0)
  })

  test.each(SEEDS)('in a generated registry with namesakes and slips, seed %i', (seed) => {
    expectFloors(sum([takeExam(makeExam(seed, 500))]))
  })
})

describe('organisations are matched as a careful reader would', () => {
  test('in pairs given by hand', () => {
    expectFloors(sum(organisationPairs().map(takeOrganisationExam)), 0)
  })

  test.each(SEEDS)('in a generated registry, seed %i', (seed) => {
    expectFloors(sum([takeOrganisationExam(makeOrganisationExam(seed, 200))]))
  })
})
