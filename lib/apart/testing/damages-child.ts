// Damages a file again and again and reads what comes of it, behind the same walls as files from outside are read.

import '../walls.ts'
import { deserialize } from 'node:v8'
import { extractDocument } from '../../documents/extract/document.ts'
import { mutate, randomNumbers } from '../../testing/hostile-files.ts'

export type Damage = { bytes: Uint8Array; seed: number; runs: number }
export type Outcome = 'read' | 'refused' | 'thrown'

process.on('unhandledRejection', () => {})

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const { bytes, seed, runs } = deserialize(Buffer.concat(chunks)) as Damage
const random = randomNumbers(seed)
const outcomes: Outcome[] = []
for (let run = 0; run < runs; run++) outcomes.push(await outcomeOf(mutate(bytes, random)))
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0))

async function outcomeOf(damaged: Uint8Array): Promise<Outcome> {
  try {
    const extracted = await extractDocument(damaged)
    return extracted.ok ? 'read' : 'refused'
  } catch {
    return 'thrown'
  }
}
