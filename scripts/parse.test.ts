import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'fondspar-parse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const PAGE = file(
  'page.txt',
  '2019/00163 - Hållbar etablering\n\nDiarienummer:\n2019/00163\nNamn:\nHållbar etablering\nProjektägare:\nSala kommun\nTotal projektbudget:\n1 200 000\n',
)
const CALL = file('call.txt', 'Vård och omsorg\n\nUtlysning\n2017/00463\nUtlyst belopp\n20 000 000 kr\n')

/** Runs the command as npm does, through the bootstrap. */
function run(...args: string[]) {
  const root = join(import.meta.dirname, '..')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'bootstrap.js'), 'scripts/parse.ts', ...args],
    { encoding: 'utf8', cwd: root, env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' } },
  )
  return { status, stdout, stderr }
}

describe('the parse command', () => {
  test('prints one JSON object for one file', () => {
    const { status, stdout } = run(PAGE)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'esf-project-page',
      fields: {
        owner: { raw: 'Sala kommun', organisation: 'Sala kommun', unit: null },
        totalBudget: { value: 1200000, precision: 1 },
      },
    })
  })

  test('prints one object a line for several files, and finds them from where it was called', () => {
    const { status, stdout, stderr } = run('page.txt', 'call.txt')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ kind }) => kind)).toEqual(['esf-project-page', 'call-for-proposals'])
    expect(status).toBe(2)
    expect(stderr).toContain('call.txt: Sidan är en utlysning')
  })

  test('says why a document was refused, on standard error and in the JSON', () => {
    const { status, stdout, stderr } = run(CALL)
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ refused: true, reason: expect.stringContaining('utlysning') })
    expect(stderr).toContain('call for proposals')
  })

  test.each([
    ['a file that is not there', join(folder, 'nothing.txt'), 'finns inte'],
    ['a folder', folder, 'mapp'],
    ['a PDF', file('a.pdf', '%PDF-1.7\n'), 'PDF-fil'],
  ])('tells of %s in one sentence', (_, path, sentence) => {
    const { status, stdout, stderr } = run(path)
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'unreadable', refused: true })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(sentence)
  })

  test('prints a report for people with the source marked', () => {
    const { status, stdout } = run('--pretty', PAGE)
    expect(status).toBe(0)
    expect(stdout).toContain('[1 200 000]')
    expect(stdout).toContain('Hållbar etablering')
  })

  test('explains itself when it is called without a file', () => {
    expect(run()).toMatchObject({ status: 2, stdout: expect.stringContaining('Usage') })
    expect(run('--help')).toMatchObject({ status: 0 })
    expect(run('--unknown')).toMatchObject({ status: 2, stderr: expect.stringContaining('--unknown') })
  })
})
