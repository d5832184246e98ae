// Runs every check of the project and ends with one line: `N passed, N failed`.
//
//     npm test
//
// Each check of format, lint, types and dead code counts as one; so does each test. Nothing is hidden: what a check
// prints is printed, and a check that cannot run has failed.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from './database/embedded.ts'
import { Failure, runScript } from './failure.ts'
import { generateClient } from './generate.ts'
import { runBrowserTests } from './testing/browser-tests.ts'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

type Count = { passed: number; failed: number; skipped: number; names: string[] }

const NOTHING: Count = { passed: 0, failed: 0, skipped: 0, names: [] }
/** What failed as a whole, or before it could say how. */
const unknown = (name: string): Count => ({ ...NOTHING, failed: 1, names: [name] })

/** The checks that pass or fail as a whole. */
const CHECKS: { name: string; command: string[] }[] = [
  { name: 'Format', command: ['biome', 'format', '.'] },
  { name: 'Lint, and the direction of imports', command: ['biome', 'lint', '--error-on-warnings', '.'] },
  { name: 'Types', command: ['tsc'] },
  { name: 'Dead code', command: ['knip', '--no-progress'] },
]

async function main(): Promise<number> {
  await generateClient(say)
  const counts = [...CHECKS.map(runCheck), runTests(), await runInBrowser()]
  const total = counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
    skipped: sum.skipped + count.skipped,
    names: [...sum.names, ...count.names],
  }))
  // Thousands of lines stand between a failure and the end, and who is sent the last page wants to know.
  for (const name of total.names) say(`✗ ${name}`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
  return total.failed > 0 ? 1 : 0
}

/** Runs a tool that is installed with the project. Returns whether it succeeded. */
function run([tool = '', ...args]: string[]): boolean {
  const { status, error } = spawnSync(join(ROOT, 'node_modules', '.bin', tool), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (error) process.stderr.write(`${tool}: ${error.message}\n`)
  return status === 0
}

function runCheck({ name, command }: { name: string; command: string[] }): Count {
  process.stdout.write(`\n── ${name}\n`)
  const passed = run(command)
  return passed ? { ...NOTHING, passed: 1 } : unknown(name)
}

/** Runs the unit and property tests and counts them from vitest's own report. */
function runTests(): Count {
  process.stdout.write('\n── Unit and property tests\n')
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-test-'))
  const report = join(folder, 'report.json')
  try {
    const succeeded = run([
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    return countFrom(report, succeeded)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type VitestReport = {
  numPassedTests: number
  numPendingTests: number
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[]
}

function countFrom(report: string, succeeded: boolean): Count {
  try {
    const { numPassedTests, numPendingTests, testResults }: VitestReport = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    const names = testResults.flatMap(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      const file = relative(ROOT, name)
      // A file that fails before its first test leaves no failed test behind.
      if (failed.length === 0) return status === 'failed' ? [file] : []
      return failed.map(({ fullName }) => `${file}: ${fullName}`)
    })
    // Nor does an error outside of any file.
    if (names.length === 0 && !succeeded) names.push('Unit and property tests, outside of any')
    return { passed: numPassedTests, failed: names.length, skipped: numPendingTests, names }
  } catch {
    return unknown('Unit and property tests')
  }
}

/** Runs the browser tests and counts them from Playwright's own report. */
async function runInBrowser(): Promise<Count> {
  say('\n── Browser tests')
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-browser-'))
  const report = join(folder, 'report.json')
  try {
    const { code } = await runBrowserTests([], say, { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
    return countInBrowser(report, code === 0)
  } catch (error) {
    say(error instanceof Failure ? error.message : String(error))
    return unknown('Browser tests')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Suite = { specs: { title: string; file: string; line: number; ok: boolean }[]; suites?: Suite[] }
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  suites: Suite[]
}

function countInBrowser(report: string, succeeded: boolean): Count {
  try {
    const { stats, suites }: PlaywrightReport = JSON.parse(readFileSync(report, 'utf8'))
    const names = suites.flatMap(failuresIn)
    const failed = Math.max(stats.unexpected + stats.flaky, succeeded ? 0 : 1)
    if (failed > 0 && names.length === 0) names.push('Browser tests, outside of any')
    return { passed: stats.expected, failed, skipped: stats.skipped, names }
  } catch {
    return unknown('Browser tests')
  }
}

const failuresIn = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/${file}:${line} ${title}`),
  ...suites.flatMap(failuresIn),
]

await runScript(main)
