// The built site in .next, made anew when what it is made from has changed.

import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATA, ROOT } from '../database/embedded.ts'
import { Failure } from '../failure.ts'
import { type Lock, tryLock, withLock } from '../lock.ts'
import { runNode } from '../processes.ts'
import { NEXT } from './next.ts'

const STAMP = join(ROOT, '.next', 'fondspar-build')
// What Next writes last.
const BUILD_ID = join(ROOT, '.next', 'BUILD_ID')
const LOCK = join(DATA, 'build.lock')
const BUILDING = join(DATA, 'building.lock')

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
  'package-lock.json',
]

type Options = { env: NodeJS.ProcessEnv; stop: AbortSignal; report: (sentence: string) => void }

/**
 * Builds the site if need be, and takes a share in what is built: as long as it is held, nobody builds over it.
 * @throws {Failure} with what the build said, or if another start serves an older build
 */
export function ensureBuild(options: Options): Promise<Lock> {
  const onWait = () => options.report('Another start is building the site; waiting for it …')
  return withLock(BUILDING, () => buildAndShare(options), onWait)
}

async function buildAndShare(options: Options): Promise<Lock> {
  const wanted = fingerprint()
  if (!isBuilt(wanted)) await build(wanted, options)
  const share = tryLock(LOCK, 'shared')
  if (!share) throw new Error(`${LOCK} is held by a start that does not build`)
  return share
}

const isBuilt = (wanted: string): boolean =>
  existsSync(BUILD_ID) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted

async function build(wanted: string, { env, stop, report }: Options): Promise<void> {
  const alone = tryLock(LOCK, 'exclusive')
  if (!alone) {
    throw new Failure(
      'The site already runs from this folder, and its sources have changed since it was built. Stop it, then start again.',
    )
  }
  try {
    report('Building the site (a minute or so, only after changes) …')
    for (const file of [STAMP, BUILD_ID]) rmSync(file, { force: true })
    const { code, output } = await runNode([NEXT, 'build'], { cwd: ROOT, env }, stop)
    stop.throwIfAborted()
    if (code !== 0 || !existsSync(BUILD_ID))
      throw new Failure(`The site could not be built.\n${output.trim()}`)
    writeFileSync(STAMP, wanted)
  } finally {
    alone.release()
  }
}

/** Of all that the build reads. Tests and their documents are no part of the site. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES) addToHash(hash, source)
  return hash.digest('hex')
}

function addToHash(hash: Hash, path: string): void {
  const entry = statSync(join(ROOT, path), { throwIfNoEntry: false })
  if (!entry || /\.test\.tsx?$|^lib\/documents\/fixtures$/.test(path)) return
  if (entry.isFile()) hash.update(`${path}\n${entry.size}\n`).update(readFileSync(join(ROOT, path)))
  else for (const name of readdirSync(join(ROOT, path)).sort()) addToHash(hash, `${path}/${name}`)
}
