// OpenStack Swift with its S3 interface: one node, one disk, one bucket, on this machine's own address.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { DATA } from '../database/embedded.ts'
import { Failure } from '../failure.ts'
import { freePort } from '../site/address.ts'

type Report = (sentence: string) => void

const PACKAGES = ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached']
/** They are on some machines and not on others, and the rest needs them wherever it lies. */
const LIBRARIES = ['libevent-2.1-7', 'libsasl2-2']
const PYTHON = '/usr/bin/python3'
/** How long the servers may take to begin, in milliseconds. */
const PATIENCE_MS = 45_000

/** The settings of a site that keeps its files there: see lib/files/settings.ts. */
type Settings = Record<string, string>

/** Runs Swift for as long as `work` takes. @throws {Failure} where Debian's packages are not to be had */
export async function withSwift<Value>(
  report: Report,
  work: (settings: Settings) => Promise<Value>,
): Promise<Value> {
  const root = unpacked(report)
  const folder = mkdtempSync(join(tmpdir(), 'fondspar-swift-'))
  const stops: (() => void)[] = []
  const endAll = () => {
    for (const stop of stops.splice(0)) stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const leave = () => process.exit(130)
  process.once('exit', endAll).once('SIGINT', leave).once('SIGTERM', leave)
  try {
    return await work(await start(root, folder, stops))
  } finally {
    endAll()
    process.off('exit', endAll).off('SIGINT', leave).off('SIGTERM', leave)
  }
}

/** The packages unpacked, without being installed: their own scripts would start servers for the whole machine. */
function unpacked(report: Report): string {
  const root = join(DATA, 'swift')
  if (existsSync(root)) return root
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !existsSync(PYTHON))
    throw new Failure('OpenStack Swift is brought from Debian’s packages, and this machine has none.')
  report('Bringing OpenStack Swift from Debian’s packages (12 MB, once) …')
  mkdirSync(DATA, { recursive: true })
  const draft = mkdtempSync(join(DATA, 'swift-'))
  if (process.getuid?.() === 0) run('apt-get', ['update', '-qq'], draft)
  const plan = run('apt-get', ['install', '--simulate', '--no-install-recommends', ...PACKAGES], draft)
  const missing = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name)
  run('apt-get', ['download', ...new Set([...missing, ...LIBRARIES])], draft)
  for (const name of readdirSync(draft).filter((one) => one.endsWith('.deb'))) {
    run('dpkg', ['--extract', name, 'root'], draft)
  }
  renameSync(join(draft, 'root'), root)
  rmSync(draft, { recursive: true, force: true })
  return root
}

function run(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Failure(`${program} ${args[0]} failed: ${stderr.trim().split('\n').at(-1)}`)
  return stdout
}

async function start(root: string, folder: string, stops: (() => void)[]): Promise<Settings> {
  const env = {
    ...process.env,
    PYTHONPATH: join(root, 'usr/lib/python3/dist-packages'),
    LD_LIBRARY_PATH: [join(root, 'usr/lib/x86_64-linux-gnu'), join(root, 'usr/lib')].join(':'),
  }
  const begin = (program: string, args: string[]) => {
    const child = spawn(program, args, { cwd: folder, env, stdio: 'ignore' })
    stops.push(() => child.kill('SIGKILL'))
  }
  mkdirSync(join(folder, 'disks/one'), { recursive: true })
  write(folder, 'swift.conf', { 'swift-hash': { swift_hash_path_prefix: 'a', swift_hash_path_suffix: 'b' } })
  for (const name of ['account', 'container', 'object']) {
    const port = await freePort()
    const ring = join(root, 'usr/bin/swift-ring-builder')
    run(PYTHON, [ring, `${name}.builder`, 'create', '2', '1', '1'], folder, env)
    run(PYTHON, [ring, `${name}.builder`, 'add', `r1z1-127.0.0.1:${port}/one`, '1'], folder, env)
    run(PYTHON, [ring, `${name}.builder`, 'rebalance'], folder, env)
    write(folder, `${name}.conf`, {
      DEFAULT: { ...common(folder, port), devices: join(folder, 'disks'), mount_check: false },
      'pipeline:main': { pipeline: `${name}-server` },
      [`app:${name}-server`]: { use: `egg:swift#${name}` },
    })
    begin(PYTHON, ['-c', SERVER, folder, `${name}-server`, join(folder, `${name}.conf`)])
  }
  const [port, memory] = [await freePort(), await freePort()]
  begin(join(root, 'usr/bin/memcached'), ['-l', '127.0.0.1', '-p', String(memory), '-u', userInfo().username])
  write(folder, 'proxy.conf', proxy(folder, port, memory))
  begin(PYTHON, ['-c', SERVER, folder, 'proxy-server', join(folder, 'proxy.conf')])
  return ready(`http://127.0.0.1:${port}`)
}

/** Swift looks in /etc before it is told where else. */
const SERVER = `
import sys
from swift.common import utils
utils.SWIFT_CONF_FILE = sys.argv[1] + '/swift.conf'
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(sys.argv[3], sys.argv[2]))`

type Sections = Record<string, Record<string, string | number | boolean>>

function write(folder: string, name: string, sections: Sections) {
  const lines = Object.entries(sections).flatMap(([section, values]) => [
    `[${section}]`,
    ...Object.entries(values).map(([key, value]) => `${key} = ${value}`),
  ])
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
}

const common = (folder: string, port: number) => ({
  bind_ip: '127.0.0.1',
  bind_port: port,
  workers: 0,
  user: userInfo().username,
  swift_dir: folder,
})

const proxy = (folder: string, port: number, memory: number): Sections => ({
  DEFAULT: common(folder, port),
  'pipeline:main': { pipeline: 'catch_errors cache s3api tempauth slo dlo proxy-server' },
  'filter:catch_errors': { use: 'egg:swift#catch_errors' },
  'filter:cache': { use: 'egg:swift#memcache', memcache_servers: `127.0.0.1:${memory}` },
  'filter:s3api': { use: 'egg:swift#s3api', location: REGION },
  'filter:tempauth': { use: 'egg:swift#tempauth', user_test_tester: 'testing .admin' },
  'filter:slo': { use: 'egg:swift#slo' },
  'filter:dlo': { use: 'egg:swift#dlo' },
  'app:proxy-server': { use: 'egg:swift#proxy', account_autocreate: true },
})
const REGION = 'eu-north-1'

/** Makes the bucket as soon as the server answers. */
async function ready(endpoint: string): Promise<Settings> {
  const credentials = { accessKeyId: 'test:tester', secretAccessKey: 'testing' }
  const client = new S3Client({ endpoint, region: REGION, forcePathStyle: true, credentials })
  const giveUp = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: 'fondspar' }))
      break
    } catch (error) {
      if (Date.now() > giveUp) throw new Failure(`OpenStack Swift did not begin: ${(error as Error).message}`)
      await sleep(500)
    }
  }
  return {
    S3_BUCKET: 'fondspar',
    S3_ENDPOINT: endpoint,
    S3_REGION: REGION,
    S3_PREFIX: 'uppfoljning',
    S3_ACCESS_KEY_ID: credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  }
}
