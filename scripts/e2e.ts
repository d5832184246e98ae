// Runs the browser tests: the built site on a PostgreSQL of its own with the sample in it, and Playwright in a Chromium.
//
//     npm run e2e -- [arguments of playwright test]

import { join } from 'node:path'
import { ROOT } from './database/embedded.ts'
import { Failure, runScript } from './failure.ts'
import { runBrowserTests } from './testing/browser-tests.ts'

await runScript(async () => {
  const { code } = await runBrowserTests(process.argv.slice(2), (sentence) =>
    process.stderr.write(`${sentence}\n`),
  )
  if (code === null)
    throw new Failure(`The browser tests were ended. What they left is in ${join(ROOT, '.playwright')}.`)
  return code
})
