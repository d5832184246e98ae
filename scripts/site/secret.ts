// The site's secret: what cookies, codes and keyed hashes are made with.

import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, Failure } from '../failure.ts'

/** Characters that it has at least. */
const SHORTEST = 32

/**
 * The secret that FONDSPAR_SECRET gives, or the one kept in the data folder, which the first start makes.
 * @throws {Failure} if the one given is too short to keep anything
 */
export function siteSecret(folder: string, given = process.env.FONDSPAR_SECRET): string {
  if (given === undefined || given === '') return keptSecret(join(folder, 'secret'))
  if (given.length < SHORTEST)
    throw new Failure(
      `FONDSPAR_SECRET has ${given.length} characters, and has to have ${SHORTEST} or more: openssl rand -base64 48 makes one.`,
    )
  return given
}

function keptSecret(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 })
  try {
    // Of two first starts at once one writes it, and both read what it wrote.
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST)
    throw new Failure(
      `${file} holds no secret. Remove it, and start again: everybody then has to log in anew.`,
    )
  chmodSync(file, 0o600)
  return secret
}
