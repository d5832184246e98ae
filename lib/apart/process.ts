import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { serialize } from 'node:v8'

/** How long a process may take, from its start, and how much memory it may hold. */
export type ApartLimits = {
  milliseconds: number
  megabytes: number
  /** Whether it may load libraries that are no JavaScript: they know no permissions. */
  addons?: boolean
}
type ApartProblem = 'tooSlow' | 'tooMuchMemory' | 'crashed'
export type Apart<Value> = { ok: true; value: Value } | { ok: false; problem: ApartProblem }

/** An answer may be so long, in bytes of JSON. */
const LONGEST_ANSWER = 128 * 1024 * 1024
const MILLISECONDS_BETWEEN_LOOKS = 100

type Child = ChildProcessByStdio<Writable, Readable, null>

/**
 * Starts a file of this program (its path from the program's folder) in a process of its own, gives it a message
 * (`v8.serialize` on its standard input) and returns the JSON that it writes to standard output. Throws only
 * where the working folder is not the program's.
 */
export function inOwnProcess<Value>(
  file: string,
  message: unknown,
  limits: ApartLimits,
): Promise<Apart<Value>> {
  const bytes = serialize(message)
  const child = startChild(file, limits)
  return new Promise((resolve) => {
    let ended: ApartProblem | undefined
    const end = (problem: ApartProblem) => {
      ended ??= problem
      child.kill('SIGKILL')
    }
    const stopWatching = watch(child, limits, end)
    const output = collect(child.stdout, () => end('crashed'))
    const finish = (died?: ApartProblem) => {
      stopWatching()
      const problem = ended ?? died
      resolve(problem ? { ok: false, problem } : answerIn(output))
    }
    child.once('error', () => finish('crashed'))
    child.once('close', (code, signal) => finish(code === 0 ? undefined : causeOfDeath(code, signal)))
    // It may be dead before it has read everything; that shows when it closes.
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
  })
}

/** Bundlers shall not look for the file: it is no part of what they bundle, and node itself strips its types. */
function startChild(file: string, { megabytes, milliseconds, addons }: ApartLimits): Child {
  const root = process.cwd()
  const [program, ...before] = limitedTo(milliseconds)
  return spawn(
    /* turbopackIgnore: true */ program,
    [
      ...before,
      '--permission',
      ...(addons ? ['--allow-addons'] : []),
      ...readablePaths(root).map((path) => `--allow-fs-read=${path}`),
      '--disallow-code-generation-from-strings',
      `--max-old-space-size=${megabytes}`,
      join(/* turbopackIgnore: true */ root, file),
    ],
    // No environment: the database's address and all secrets stand in it.
    { cwd: root, env: {} as NodeJS.ProcessEnv, stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true },
  )
}

/**
 * Node, and on all systems but Windows a limit of the system's own on the time that it computes: it ends a child that hangs
 * where nobody is left to end it. It is wide, because helpers of the engine compute as well.
 */
const limitedTo = (milliseconds: number): [string, ...string[]] =>
  process.platform === 'win32'
    ? [process.execPath]
    : [
        '/bin/sh',
        '-c',
        `ulimit -t ${Math.ceil(milliseconds / 500)}; exec /usr/bin/env -i "$0" "$@"`,
        process.execPath,
      ]

/** Code and packages, and nothing else; by their real names as well, because links may lead to them. */
function readablePaths(root: string): string[] {
  const paths = ['lib', 'node_modules', 'package.json'].map((name) =>
    join(/* turbopackIgnore: true */ root, name),
  )
  return [...new Set([...paths, ...paths.map((path) => realpathSync(path))])]
}

/** Ends a child that takes too long or too much memory, and with this process. Returns what stops the watching. */
function watch(child: Child, limits: ApartLimits, end: (problem: ApartProblem) => void): () => void {
  const timer = setTimeout(() => end('tooSlow'), limits.milliseconds)
  const looks = setInterval(() => {
    if (residentMegabytes(child.pid) > limits.megabytes) end('tooMuchMemory')
  }, MILLISECONDS_BETWEEN_LOOKS)
  const endToo = () => child.kill('SIGKILL')
  process.once('exit', endToo)
  return () => {
    clearTimeout(timer)
    clearInterval(looks)
    process.off('exit', endToo)
  }
}

/** The memory that a process holds, where Linux tells; elsewhere the limit of its heap has to do. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

type Collected = { chunks: Buffer[]; length: number }

function collect(stream: Readable, tooLong: () => void): Collected {
  const output: Collected = { chunks: [], length: 0 }
  stream.on('data', (chunk: Buffer) => {
    output.length += chunk.length
    if (output.length > LONGEST_ANSWER) return tooLong()
    output.chunks.push(chunk)
  })
  return output
}

/** The engine aborts when its heap is full: that is how a child dies that outgrows its limit between two looks. */
function causeOfDeath(code: number | null, signal: NodeJS.Signals | null): ApartProblem {
  return signal === 'SIGABRT' || code === 134 ? 'tooMuchMemory' : 'crashed'
}

function answerIn<Value>({ chunks }: Collected): Apart<Value> {
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { ok: false, problem: 'crashed' }
  }
}
