// Does what a hostile file could make a reader do, for tests of what becomes of it.

import '../walls.ts'
import { deserialize } from 'node:v8'

/** What the parent may ask for, and where its secrets lie. */
export type Hostility = { how: keyof typeof HOW; secretFile?: string }

const HOW = {
  loops: () => {
    for (;;);
  },
  holdsMemoryOutsideOfTheHeap: async () => {
    const held: Buffer[] = []
    for (;;) {
      held.push(Buffer.alloc(16 * 1024 * 1024, 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  },
  fillsTheHeap: () => {
    const held: string[][] = []
    for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => `${held.length} ${index}`))
  },
  throws: () => {
    throw new Error('hostile')
  },
  leaves: () => process.exit(0),
  answersNonsense: () => void process.stdout.write('{"ok":'),
  answersWithoutEnd: async () => {
    for (;;) await new Promise<void>((resolve) => process.stdout.write('x'.repeat(65_536), () => resolve()))
  },
  looksAround: async () => ({
    environment: Object.keys(process.env),
    file: await attempt(() => import('node:fs').then(({ readFileSync }) => readFileSync(secretFile, 'utf8'))),
    program: await attempt(() => import(['node:child', 'process'].join('_'))),
    socket: await attempt(() => import(['node:n', 'et'].join(''))),
    fetch: await attempt(async () => fetch('http://127.0.0.1/')),
    builtin: String(process.getBuiltinModule('node:net')),
    evaluated: await attempt(async () => new Function('return 1')()),
    written: await attempt(() =>
      import('node:fs').then(({ writeFileSync }) => writeFileSync('/tmp/written', '')),
    ),
  }),
}

const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const { how, secretFile = '' } = deserialize(Buffer.concat(chunks)) as Hostility
const answer = await HOW[how]()
if (answer !== undefined) process.stdout.write(JSON.stringify(answer))

/** What came of trying something: what it gave, or that it was refused. */
async function attempt(act: () => Promise<unknown>): Promise<string> {
  try {
    return `given: ${String(await act())}`
  } catch {
    return 'refused'
  }
}
