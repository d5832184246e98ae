// What operators do with the registry from the command line.
//
//     npm run --silent registry -- import FILE...     reads documents into the registry
//     npm run --silent registry -- rebuild            folds every shown value anew and tells what had drifted
//     npm run --silent registry -- user VERB ...      accounts: list, add, reset, role, second-factor, disable, enable
//
// Exit status: 0 done, 1 it could not be done, 2 some files were refused or the command was not understood.

import { parseArgs } from 'node:util'
import { withDatabase } from './database/embedded.ts'
import { migrate } from './database/migrations.ts'
import { Failure, runScript } from './failure.ts'
import { generateClient } from './generate.ts'
import { givenFiles, sampleFiles, sampleFollowUps } from './registry/files.ts'
import { importText, rebuiltText } from './registry/text.ts'
import { USER_USAGE, userCommand } from './registry/users.ts'

const USAGE = `Usage: npm run --silent registry -- COMMAND

  import [--dry-run] [--url ADDRESS] [--fetched DATE] FILE...
      reads source documents into the registry, all of them or none
      --dry-run   says what would change and changes nothing
      --url       where the document was fetched from (one file)
      --fetched   the day it was fetched, 2026-11-21; newer captures go before older ones
      --sample    the documents of prisma/sample instead of files

  rebuild [--check]
      folds every shown value anew from what the sources say, tells what had drifted and mends it
      --check     tells only, and exits with 1 if anything had

${USER_USAGE}`

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  sample: { type: 'boolean' },
  role: { type: 'string' },
  url: { type: 'string' },
  fetched: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

const say = (text: string) => process.stdout.write(`${text}\n`)
const note = (text: string) => process.stderr.write(`${text}\n`)

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [command, ...files] = positionals
  if (values.help) {
    say(USAGE)
    return 0
  }
  await generateClient(note)
  if (command === 'import') return importCommand(files, values)
  if (command === 'rebuild') return rebuildCommand(values.check ?? false)
  if (command === 'user') return onDatabase(() => userCommand(files, values.role, say))
  note(USAGE)
  return 2
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Failure(`${(error as Error).message}\n\n${USAGE}`)
  }
}

type Values = ReturnType<typeof readArguments>['values']

async function importCommand(names: string[], values: Values): Promise<number> {
  const files = values.sample ? sampleFiles() : givenFiles(names, values)
  return onDatabase(async () => {
    // Loaded now, not before: it needs the generated client and the database's address.
    const { importFiles } = await import('../lib/imports/commands.ts')
    const dryRun = values['dry-run'] ?? false
    const report = await importFiles(files, { actor: 'operator', dryRun })
    say(importText(report, dryRun))
    if (values.sample && !dryRun) await attachSampleFollowUps()
    return report.files.some(({ outcome }) => outcome === 'refused') ? 2 : 0
  })
}

/** What came of the sample's invented projects, so that a newcomer sees promise and outcome side by side. */
async function attachSampleFollowUps() {
  const { attachExamples } = await import('../lib/follow-up/operator.ts')
  const attached = await attachExamples(sampleFollowUps())
  if (attached > 0) say(`${attached} invented follow-ups of the sample's invented projects.`)
}

async function rebuildCommand(checkOnly: boolean): Promise<number> {
  return onDatabase(async () => {
    const { rebuildRegistry } = await import('../lib/registry/rebuild.ts')
    const rebuilt = await rebuildRegistry({ dryRun: checkOnly })
    say(rebuiltText(rebuilt, checkOnly))
    const { driftedItems, driftedProjects, driftedOthers, driftedFollowUps, driftedOutcomes } = rebuilt
    const drifted = [driftedItems, driftedProjects, driftedOthers, driftedFollowUps, driftedOutcomes].flat()
    return checkOnly && drifted.length > 0 ? 1 : 0
  })
}

/** Works on the database that DATABASE_URL names, or on the site's own, which is started where it does not run. */
function onDatabase(work: () => Promise<number>): Promise<number> {
  return withDatabase({ report: note }, async (url) => {
    await migrate(url, note)
    process.env.DATABASE_URL = url
    const { database } = await import('../lib/db.ts')
    try {
      return await work()
    } finally {
      await database().$disconnect()
    }
  })
}

await runScript(main)
