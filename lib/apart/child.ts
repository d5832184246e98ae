// What runs in the process apart: reads one task from standard input, does it, writes the answer to standard output.

import './walls.ts'
import { deserialize } from 'node:v8'
import { TASKS, type Tasks } from './tasks.ts'

/** What the parent sends. */
export type Order = { task: keyof Tasks; input: unknown }

// Standard output is for the answer alone; libraries like to talk.
for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[name] = () => {}

// pdf.js leaves promises behind that damaged files break, and goes on without them. If the task hangs on one, node
// ends by itself when nothing is left to do, and not with 0.
process.on('unhandledRejection', () => {})

const { task, input } = deserialize(await readAll()) as Order
const work = TASKS[task] as (input: unknown) => Promise<unknown>
const answer = JSON.stringify(await work(input))
process.stdout.write(answer, () => process.exit(0))

async function readAll(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}
