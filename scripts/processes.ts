// Processes that this one starts: they end when it ends, however that happens.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

export type Finished = {
  /** Its exit code, or null if a signal ended it. */
  code: number | null
  /** What it wrote to both outputs. */
  output: string
}

const GUARD = new URL('./end-with-parent.js', import.meta.url).href

/** Arguments for a script of ours: as bootstrap.js gives them. */
export const SCRIPT_OPTIONS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']

/**
 * Starts node on a script in a group of its own, so that Ctrl-C in the terminal is for us and we end it in order.
 * If this process is killed, it ends by itself.
 */
export function startNode(
  args: string[],
  options: SpawnOptions & { stdio: ('ignore' | 'inherit' | 'pipe')[] },
): ChildProcess {
  const stdio = [...options.stdio, 'ipc'] as const
  return spawn(process.execPath, ['--import', GUARD, ...args], {
    ...options,
    env: { ...(options.env ?? process.env), FONDSPAR_CHILD: '1' },
    detached: true,
    stdio: [...stdio],
  })
}

/** Runs node on a script to its end, or until `stop` says so. */
export function runNode(args: string[], options: SpawnOptions, stop?: AbortSignal): Promise<Finished> {
  return finish(startNode(args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }), stop)
}

/** Runs another program to its end. Rejects if it cannot be started. */
export function runProgram(file: string, args: string[], options: SpawnOptions): Promise<Finished> {
  return finish(spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }))
}

function finish(child: ChildProcess, stop?: AbortSignal): Promise<Finished> {
  let output = ''
  const keep = (chunk: string) => {
    output += chunk
  }
  child.stdout?.setEncoding('utf8').on('data', keep)
  child.stderr?.setEncoding('utf8').on('data', keep)
  const onStop = () => void end(child)
  stop?.addEventListener('abort', onStop)
  return new Promise<Finished>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  }).finally(() => stop?.removeEventListener('abort', onStop))
}

const PATIENCE_MS = 5000

/** Ends a process and all that it started: by request, and after a while by force. Resolves when it is gone. */
export async function end(child: ChildProcess, patienceMs = PATIENCE_MS): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child.pid, 'SIGTERM')
  const force = setTimeout(signalGroup, patienceMs, child.pid, 'SIGKILL')
  await gone
  clearTimeout(force)
  signalGroup(child.pid, 'SIGKILL')
}

/** Windows knows no groups. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It has ended already.
  }
}
