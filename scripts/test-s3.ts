// Runs the tests of attached files against OpenStack Swift, which speaks S3 and which sites really keep files in: a
// server of this machine alone, from Debian's packages, put into .data/swift and nowhere else.
//
//     npm run test:s3

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './database/embedded.ts'
import { runScript } from './failure.ts'
import { withSwift } from './testing/swift.ts'

const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')

const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

await runScript(() =>
  withSwift(say, (settings) => {
    const env = { ...process.env, FONDSPAR_TEST_S3: JSON.stringify(settings) }
    const args = [VITEST, 'run', 'lib/files/store.test.ts', 'lib/files/files.test.ts']
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' })
    return new Promise<number>((resolve, reject) => {
      child.once('error', reject).once('close', (code) => resolve(code ?? 1))
    })
  }),
)
