// The browser that tests drive: a Chromium of this machine. Playwright's own download is not used, so that a machine
// needs to reach nothing but its package registries.

import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The path of a Chromium: the one that FONDSPAR_CHROMIUM names, one on PATH, or Debian's, installed now if we may.
 * @throws {Failure} with what to install
 */
export function findBrowser(report: (sentence: string) => void): string {
  const found = process.env.FONDSPAR_CHROMIUM ?? onPath()
  if (found) return found
  if (canInstall()) {
    report('Installing Chromium for the browser tests (once) …')
    install()
  }
  const installed = onPath()
  if (installed) return installed
  throw new Failure(
    'The browser tests need Chromium. Install it (on Debian: apt-get install chromium), or name one with FONDSPAR_CHROMIUM.',
  )
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')

function install() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ])
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
