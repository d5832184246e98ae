// How much script the pages of the built site ship, above an empty page of the same build: at most 20 kB, compressed.
//
//     npm run size

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './database/embedded.ts'
import { runScript } from './failure.ts'
import { withSite } from './testing/browser-tests.ts'

const MOST = 20_000
const PAGES = ['/', '/projekt', '/projekt/2015-00311', '/beslut', '/organisationer', '/dokument', '/om']

const say = (text: string) => process.stdout.write(`${text}\n`)

/** The scripts that a page loads. */
const scriptsIn = (html: string) =>
  new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, path]) => path ?? ''))
const inline = (html: string) =>
  [...html.matchAll(/<script(?![^>]+src=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('')

await runScript(() =>
  withSite(say, async ({ BASE_URL }) => {
    const sizes = new Map<string, number>()
    const sizeOf = async (path: string) => {
      if (!sizes.has(path)) sizes.set(path, gzipSync(await (await fetch(BASE_URL + path)).bytes()).byteLength)
      return sizes.get(path) ?? 0
    }
    const sum = async (paths: Iterable<string>) => {
      let total = 0
      for (const path of paths) total += await sizeOf(path)
      return total
    }
    // Next's own page for what is not found: nothing but the framework.
    const empty = scriptsIn(readFileSync(join(ROOT, '.next', 'server', 'app', '_not-found.html'), 'utf8'))
    say(`An empty page loads ${await sum(empty)} bytes of script, compressed. Above that:`)
    let worst = 0
    for (const path of PAGES) {
      const html = await (await fetch(BASE_URL + path)).text()
      const more = await sum([...scriptsIn(html)].filter((script) => !empty.has(script)))
      worst = Math.max(worst, more)
      say(
        `${String(more).padStart(8)}  ${path}  (page ${gzipSync(html).byteLength}, of it data for the framework ${gzipSync(inline(html)).byteLength})`,
      )
    }
    say(worst <= MOST ? `None ships more than ${MOST}.` : `The limit of ${MOST} is exceeded.`)
    return worst <= MOST ? 0 : 1
  }),
)
