// Runs every check of the project and ends with one line: `N passed, N failed`.
//
//     npm test
//
// Each check of format, lint, types and dead code counts as one; so does each test. Nothing is hidden: what a check
// prints is printed, and a check that cannot run has failed.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './database/embedded.ts'
import { Failure, runScript } from './failure.ts'
import { generateClient } from './generate.ts'
import { runBrowserTests } from './testing/browser-tests.ts'

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

type Count = { passed: number; failed: number; skipped: number }

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
  }))
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
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
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

function countFrom(report: string, succeeded: boolean): Count {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that fails before its first test, or an error outside any, leaves no failed test behind.
    const failed = numFailedTests === 0 && !succeeded ? 1 : numFailedTests
    return { passed: numPassedTests, failed, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
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
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countInBrowser(report: string, succeeded: boolean): Count {
  try {
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats
    const failed = unexpected + flaky
    return { passed: expected, failed: failed === 0 && !succeeded ? 1 : failed, skipped }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

await runScript(main)
