import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'fondspar-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FORBIDDEN: [string, string][] = [
  ['lib/documents/parse', 'node:fs'],
  ['lib/documents/parse', 'fs'],
  ['lib/documents/parse', 'parse5'],
  ['lib/documents/parse', '../extract/index.ts'],
  ['lib/documents/parse/project-page', '../../report/json.ts'],
  ['lib/documents/parse', '../../db.ts'],
  ['lib/documents/extract', 'node:fs'],
  ['lib/documents/extract', '../report/json.ts'],
  ['lib/documents/report', '../../../scripts/parse.ts'],
  ['lib/projects', '../../app/page.tsx'],
  ['lib/projects', '../../components/ui/button.tsx'],
  ['lib/documents/privacy', 'node:fs'],
  ['lib/documents/privacy', '../../db.ts'],
  ['components/project', '../../lib/projects/queries.ts'],
  ['components/project', '../../lib/db.ts'],
  ['components/ui', '../../app/fonts.ts'],
]
const ALLOWED: [string, string][] = [
  ['lib/documents/parse', './source.ts'],
  ['lib/documents/parse/project-page', '../values/amount.ts'],
  ['lib/documents/extract', '../parse/reading.ts'],
  ['lib/documents/extract', 'parse5'],
  ['lib/documents/report', '../parse/types.ts'],
  ['scripts', '../lib/documents/parse/index.ts'],
  ['lib/documents/privacy', '../parse/types.ts'],
  ['components/project', '../../lib/projects/view.ts'],
  ['components/project', 'next-intl'],
]
const CALLS = ['process.exit()', "fetch('https://example.se')"]

/** Lints files that stand where the project's would, under the project's own rules, and tells what was found in each. */
function lintAll(): Map<string, string> {
  for (const name of ['biome.json', '.gitignore']) copyFileSync(join(ROOT, name), join(folder, name))
  const write = (path: string, code: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  for (const [place, name] of [...FORBIDDEN, ...ALLOWED]) {
    write(fileFor(place, name), `import { something } from '${name}'\n\nexport const used = something\n`)
  }
  for (const call of CALLS) write(fileFor('lib/documents/parse', call), `export const act = () => ${call}\n`)
  const { stdout } = spawnSync(
    join(ROOT, 'node_modules', '.bin', 'biome'),
    ['lint', '--reporter=github', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const found = new Map<string, string>()
  for (const line of stdout.split('\n')) {
    const file = /file=([^,]+)/.exec(line)?.[1]
    if (!file) continue
    const path = relative(folder, resolve(folder, file))
    found.set(path, `${found.get(path) ?? ''}${line}\n`)
  }
  return found
}

const fileFor = (place: string, name: string): string => `${place}/case-${name.replace(/[^a-z]+/gi, '-')}.ts`

describe('the direction of imports', () => {
  const found = lintAll()

  test.each(FORBIDDEN)('%s may not import %s', (place, name) => {
    expect(found.get(fileFor(place, name)) ?? '').toContain('noRestrictedImports')
  })

  test.each(ALLOWED)('%s may import %s', (place, name) => {
    expect(found.get(fileFor(place, name)) ?? '').not.toContain('noRestrictedImports')
  })

  test.each(CALLS)('the parser may not call %s', (call) => {
    expect(found.get(fileFor('lib/documents/parse', call)) ?? '').toContain('noRestrictedGlobals')
  })
})
