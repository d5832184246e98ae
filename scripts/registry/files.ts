import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GivenFollowUp } from '../../lib/follow-up/operator.ts'
import type { GivenFile } from '../../lib/imports/read.ts'
import { codeOf, Failure, messageOf } from '../failure.ts'

const SAMPLE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'prisma', 'sample')

/** The files that a command names, as they were given. @throws {Failure} if one cannot be read */
export function givenFiles(
  names: string[],
  { url, fetched }: { url?: string; fetched?: string },
): GivenFile[] {
  if (names.length === 0) throw new Failure('Which files? Name at least one: registry -- import FILE...')
  if (url && names.length > 1) throw new Failure('An address belongs to one file: import them one by one.')
  if (fetched && !isDay(fetched)) throw new Failure(`“${fetched}” is no day. Write it as 2026-11-21.`)
  return names.map((name) => ({
    name,
    // npm runs scripts in the project's folder; names are meant from where the command was given.
    bytes: readBytes(resolve(process.env.INIT_CWD ?? '', name)),
    ...(url && { url }),
    ...(fetched && { fetchedOn: fetched }),
  }))
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'that is a folder',
      EACCES: 'it may not be read',
    }
    throw new Failure(`Nothing was imported. ${path}: ${reasons[codeOf(error)] ?? messageOf(error)}.`)
  }
}

type SampleRow = { file: string; url?: string; fetchedAt?: string }

/** The documents of the sample, marked as such. */
export function sampleFiles(): GivenFile[] {
  const rows = JSON.parse(readFileSync(join(SAMPLE, 'manifest.json'), 'utf8')) as SampleRow[]
  return rows.map(({ file, url, fetchedAt }) => ({
    name: basename(file),
    bytes: readFileSync(join(SAMPLE, file)),
    isSample: true,
    ...(url && { url }),
    ...(fetchedAt && { fetchedOn: fetchedAt }),
  }))
}

/** What came of the sample's invented projects, as an editor would type it. */
export const sampleFollowUps = (): GivenFollowUp[] =>
  JSON.parse(readFileSync(join(SAMPLE, 'follow-ups.json'), 'utf8'))
