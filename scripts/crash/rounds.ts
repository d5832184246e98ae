import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '../../lib/db.ts'
import { openTable, workOf } from '../../lib/imports/table/open.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { SCRIPT_OPTIONS } from '../processes.ts'
import type { Victim } from './victim.ts'

const ROWS = 60

/** A page and a list, or a table of some rows, that no other round has. */
async function beginImport(round: number): Promise<{ id: number; projects: number }> {
  const isTable = round % 2 === 0
  const files = isTable ? [tableFile(round)] : [pageFile(round), listFile(round)]
  const settings = isTable ? await explained(files[0]?.bytes ?? new Uint8Array()) : undefined
  const { id } = await database().import.create({
    data: {
      actor: 'operator',
      state: 'WAITING',
      kind: isTable ? 'table' : 'documents',
      title: `round ${round}`,
      summary: {},
      ...(settings && { settings }),
      files: { create: files.map((file, position) => ({ ...file, position })) },
    },
    select: { id: true },
  })
  return { id, projects: isTable ? ROWS : 1 }
}

async function explained(bytes: Uint8Array) {
  const opened = await openTable(bytes, {})
  if (!opened.ok) throw new Error(opened.reason.en)
  const work = { ...workOf(opened.table, { settings: {}, mapping: null }), isConfirmed: true }
  return work as unknown as Prisma.InputJsonObject
}

function fileOf(name: string, lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return { name, bytes, byteLength: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const numberOf = (round: number, row = 0) => `2020/${String(round * 100 + row).padStart(6, '0')}`

const tableFile = (round: number) =>
  fileOf('lista.csv', [
    'Diarienummer;Namn på insatsen;Stödmottagare;EU-stöd i SEK',
    ...Array.from(
      { length: ROWS },
      (_, row) => `${numberOf(round, row)};Insats ${row};Exempelbolaget ${row % 7} AB;${row + 1}000`,
    ),
  ])

const pageFile = (round: number) =>
  fileOf('sida.txt', [
    `${numberOf(round)} - Stegen ${round}`,
    ...['Projektnummer:', numberOf(round), 'Namn:', `Stegen ${round}`, 'Region:', 'Stockholm'],
    ...['Projektägare:', 'Exempelstads kommun', 'Planerat antal deltagare:', String(round)],
  ])

const listFile = (round: number) =>
  fileOf('lista.txt', [
    `Projekt i Stockholm ${round}`,
    '',
    'Prioriterade ESF-projekt, beslut 13 juni 2019',
    'Strukturfondspartnerskapet Stockholm har prioriterat följande projekt.',
    '',
    ...Array.from({ length: 10 }, (_, row) => [
      `Post ${round} ${row}`,
      'Sökande: Exempelstads kommun',
      'Sökt belopp: 600 000 kronor',
      '',
    ]).flat(),
  ])

/** The site's worker in a process of its own. */
export class Worker implements Victim {
  private child: ChildProcess | undefined

  async start(): Promise<void> {
    if (this.child) return
    this.child = fork(join(import.meta.dirname, 'worker.ts'), {
      execArgv: SCRIPT_OPTIONS,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    await once(this.child, 'message')
  }

  async work(id: number): Promise<string> {
    await this.start()
    const child = this.child as ChildProcess
    child.send(id)
    return Promise.race([
      once(child, 'message').then(([said]) => String(said)),
      once(child, 'exit').then(() => 'killed'),
    ])
  }

  async kill(): Promise<void> {
    const { child } = this
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
}

export type Chaos = {
  worker: Victim
  /** Breaks something after some milliseconds, and puts it right. Returns whether it came in time. */
  strike(after: number, isOver: () => boolean): Promise<void>
  random(): number
}

/** How long a step takes at most, as far as has been seen: strikes come within it. Milliseconds. */
const longest = { read: 300, commit: 600 }

/**
 * One import, struck while it is read and while it is brought in, then left to end. Throws where half of it was ever in the
 * registry, or where it did not end.
 */
export async function playRound(round: number, chaos: Chaos): Promise<number> {
  const { id, projects } = await beginImport(round)
  const before = await countAll()
  let strikes = await struck(id, 'read', chaos)
  await mustBe(id, before, 0)
  await untilState(id, 'REVIEW', chaos)
  await database().importEntry.updateMany({ where: { importId: id }, data: { choice: 'accept' } })
  await database().import.update({ where: { id }, data: { state: 'COMMITTING', attempt: 0 } })
  strikes += await struck(id, 'commit', chaos)
  const { state } = await stateOf(id)
  await mustBe(id, before, state === 'DONE' ? projects : 0)
  await untilState(id, 'DONE', chaos)
  await mustBe(id, before, projects)
  return strikes
}

async function struck(
  id: number,
  step: keyof typeof longest,
  { worker, strike, random }: Chaos,
): Promise<number> {
  await worker.start()
  let isOver = false
  const from = performance.now()
  const working = worker.work(id).then((said) => {
    isOver = true
    return said
  })
  await strike(random() * longest[step], () => isOver)
  const said = await working
  if (said === 'done') longest[step] = Math.max(longest[step] * 0.9, performance.now() - from)
  return said === 'done' ? 0 : 1
}

const TRIES = 20

async function untilState(id: number, wanted: string, { worker }: Chaos) {
  for (let count = 0; count < TRIES; count++) {
    const { state } = await stateOf(id)
    if (state === wanted) return
    // What was interrupted three times says that it failed: a person tries again.
    if (state === 'FAILED')
      await database().import.update({
        where: { id },
        data: { state: wanted === 'DONE' ? 'COMMITTING' : 'WAITING', attempt: 0 },
      })
    await worker.work(id)
    await sleep(10)
  }
  throw new Error(`import ${id} never became ${wanted}: it is ${(await stateOf(id)).state}`)
}

const stateOf = (id: number) =>
  database().import.findUniqueOrThrow({ where: { id }, select: { state: true } })

type Counts = { projects: number; documents: number; statements: number; changes: number; decisions: number }

async function countAll(): Promise<Counts> {
  const db = database()
  return {
    projects: await db.project.count(),
    documents: await db.sourceDocument.count(),
    statements: await db.statement.count(),
    changes: await db.change.count(),
    decisions: await db.decision.count(),
  }
}

/** All of an import is in the registry, or nothing of it. */
async function mustBe(id: number, before: Counts, projects: number) {
  const now = await countAll()
  const grown = Object.entries(before).filter(([name, count]) => now[name as keyof Counts] !== count)
  const isWhole = projects === 0 ? grown.length === 0 : now.projects === before.projects + projects
  if (!isWhole)
    throw new Error(`half of import ${id} is in the registry: ${JSON.stringify({ before, now, projects })}`)
}
