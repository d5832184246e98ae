import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { startS3 } from './s3.ts'

const NAMES = [
  'FONDSPAR_FILES',
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_PREFIX',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
]

/** The kinds of places that files lie in; each gives the tests around it an empty one of their own. */
export const PLACES = {
  disk: () => {
    let folder = ''
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'fondspar-files-'))
      use({ FONDSPAR_FILES: folder })
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
  },
  S3: () => {
    let stop = async () => {}
    beforeAll(async () => {
      // Another server that speaks S3 can be named: FONDSPAR_TEST_S3, as JSON of the settings.
      const given = process.env.FONDSPAR_TEST_S3
      const started = given ? { settings: JSON.parse(given), stop } : await startS3()
      stop = started.stop
      use(started.settings)
    })
    afterAll(async () => {
      use({})
      await stop()
    })
  },
} satisfies Record<string, () => void>

function use(settings: Record<string, string>) {
  for (const name of NAMES) delete process.env[name]
  Object.assign(process.env, settings)
}
