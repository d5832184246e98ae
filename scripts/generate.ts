// Makes the database client from prisma/schema.prisma, if the schema has changed since the last time.
//
//     npm run generate

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATA, makeWritable, ROOT } from './database/embedded.ts'
import { SCHEMA } from './database/schema-engine.ts'
import { Failure, runScript } from './failure.ts'
import { withLock } from './lock.ts'
import { runNode } from './processes.ts'

const CLIENT = join(ROOT, 'prisma', 'generated')
const STAMP = join(CLIENT, '.fondspar-schema')

/** @throws {Failure} with what Prisma says of a schema that it cannot read */
export async function generateClient(report: (sentence: string) => void, stop?: AbortSignal): Promise<void> {
  if (isGenerated()) return
  makeWritable(DATA)
  await withLock(join(DATA, 'generate.lock'), async () => {
    if (isGenerated()) return
    report('Making the database client …')
    await generate(stop)
  })
}

const isGenerated = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint()

async function generate(stop?: AbortSignal): Promise<void> {
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js')
  const wanted = fingerprint()
  const env = { ...process.env, ...QUIET }
  const { code, output } = await runNode([prisma, 'generate', '--no-hints'], { cwd: ROOT, env }, stop)
  stop?.throwIfAborted()
  if (code !== 0) throw new Failure(`Prisma could not make the database client.\n${output.trim()}`)
  writeFileSync(STAMP, wanted)
}

const QUIET = {
  // Any file that is there keeps Prisma from downloading an engine that it does not use here.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}

/** Of the schema and of the Prisma that reads it. */
function fingerprint(): string {
  const prisma = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'prisma', 'package.json'), 'utf8'))
  return createHash('sha256').update(prisma.version).update(readFileSync(SCHEMA)).digest('hex')
}

if (import.meta.main) {
  await runScript(async () => {
    await generateClient((sentence) => process.stderr.write(`${sentence}\n`))
    return 0
  })
}
