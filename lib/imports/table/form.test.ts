import { describe, expect, test } from 'vitest'
import { guessMapping } from '../../tables/mapping.ts'
import { readTable } from '../../tables/read.ts'
import { isTableProblem } from '../../tables/refusals.ts'
import type { SettingsChoice } from '../../tables/schema.ts'
import { choiceOf, readTableForm, typedIn, valuesOf, withSaved } from './form.ts'
import type { TableWork } from './settings.ts'

const CSV = [
  'Diarienummer;Namn;Stödmottagare;Stöd;Startdatum;Kontakt',
  '2021/00100;Stegen;Exempelstads kommun;2 000;01/02/2021;kim.exempel@example.se',
  '2021/00200;Trappan;Provköpings kommun;900;03/04/2021;',
].join('\n')

async function workOf(text = CSV, settings: SettingsChoice = {}): Promise<TableWork> {
  const table = await readTable(new TextEncoder().encode(text), settings)
  if (isTableProblem(table)) throw new Error(table.problem)
  const { mapping } = guessMapping(table)
  return {
    choice: { settings, mapping: null },
    table,
    mapping,
    reasons: {},
    list: null,
    isConfirmed: false,
    problems: [],
    skipped: 0,
  }
}

/** The form as a browser sends it: boxes that are not ticked are not sent. */
function formOf(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    if (!name.endsWith('.zero') || value === 'on') form.set(name, value)
  return form
}

const read = async (changes: Record<string, string>, work?: TableWork) => {
  const of = work ?? (await workOf())
  return readTableForm(formOf({ ...valuesOf(of), ...changes }), of)
}

describe('the form of a table', () => {
  test('shows how the file was read and what the columns mean', async () => {
    expect(valuesOf(await workOf())).toMatchObject({
      's.encoding': 'utf-8',
      's.delimiter': 'semicolon',
      's.headerRow': '1',
      's.headerRows': '1',
      'c.1.target': 'diaryNumber',
      'c.2.target': 'name',
      'c.5.target': 'startDate',
      'c.5.date': '',
      'c.6.target': 'private',
    })
  })

  test('sent back as it was shown, changes nothing', async () => {
    const work = await workOf()
    const sent = await read({}, work)
    expect(sent).toEqual({ ok: true, mapping: work.mapping, settings: {}, isChanged: false })
    expect(sent.ok && choiceOf(sent)).toEqual({ settings: {}, mapping: work.mapping })
  })

  test('takes what is chosen of columns', async () => {
    const sent = await read({
      'c.3.target': 'ignore',
      'c.4.target': 'otherAmount',
      'c.4.currency': 'eur',
      'c.4.unit': '1000',
      'c.4.decimal': '.',
      'c.4.zero': 'on',
      'c.5.date': 'MM/dd/yyyy',
      name: '  Min lista ',
    })
    if (!sent.ok) throw new Error('refused')
    expect(sent.isChanged).toBe(false)
    expect(sent.mapping).toMatchObject({
      name: 'Min lista',
      columns: {
        stödmottagare: { target: 'ignore' },
        stöd: {
          target: 'otherAmount',
          format: { currency: 'EUR', unit: 1000, decimal: '.' },
          zeroMeansUnknown: true,
        },
        startdatum: { target: 'startDate', format: { date: 'MM/dd/yyyy' } },
      },
    })
  })

  test('taken apart otherwise, the columns are guessed anew', async () => {
    const sent = await read({ 's.delimiter': 'tab', 's.encoding': 'windows-1252' })
    expect(sent).toMatchObject({
      ok: true,
      isChanged: true,
      settings: { delimiter: '\t', encoding: 'windows-1252' },
    })
    expect(sent.ok && choiceOf(sent).mapping).toBeNull()
  })

  test('keeps what was chosen before, and detects what is emptied', async () => {
    const work = await workOf(CSV, { delimiter: ';', headerRow: 1, headerRows: 1 })
    expect(await read({}, work)).toMatchObject({
      settings: { delimiter: ';', headerRow: 1, headerRows: 1 },
      isChanged: false,
    })
    expect(await read({ 's.headerRow': '', 's.delimiter': '' }, work)).toMatchObject({
      settings: {},
      isChanged: true,
    })
    const moved = await read({ 's.headerRow': '2' }, work)
    expect(moved.ok && moved.settings).toEqual({ delimiter: ';', headerRow: 2, headerRows: 1 })
    const both = await read({ 's.headerRows': '2' })
    expect(both.ok && both.settings).toEqual({ headerRow: 1, headerRows: 2 })
  })

  test('names every control that is wrong', async () => {
    expect(
      await read({
        's.headerRow': 'två',
        's.encoding': 'ebcdic',
        'c.1.target': 'password',
        'c.4.currency': 'kronor',
        'c.4.unit': '7',
        'c.5.date': 'x',
      }),
    ).toEqual({
      ok: false,
      errors: {
        's.headerRow': 'headerRow',
        's.encoding': 'choice',
        'c.1.target': 'choice',
        'c.4.currency': 'currency',
        'c.4.unit': 'choice',
        'c.5.date': 'choice',
      },
    })
    expect(await read({ 's.headerRow': '1001' })).toMatchObject({ ok: false })
    expect(await read({ name: 'x'.repeat(101) })).toEqual({ ok: false, errors: { name: 'name' } })
  })

  test('sent in part, leaves the rest as it was', async () => {
    const work = await workOf()
    const form = new FormData()
    form.set('c.2.target', 'ignore')
    const sent = readTableForm(form, work)
    if (!sent.ok) throw new Error('refused')
    expect(sent.mapping.columns.namn).toEqual({ target: 'ignore' })
    expect(sent.mapping.columns.diarienummer).toEqual(work.mapping?.columns.diarienummer)
    expect(sent.isChanged).toBe(false)
  })

  test('takes from a saved mapping what it says of the columns that are there', async () => {
    const { mapping } = await workOf()
    if (!mapping) throw new Error('no mapping')
    const saved = {
      name: 'Sparad',
      columns: { stöd: { target: 'totalBudget' as const }, annat: { target: 'name' as const } },
    }
    const merged = withSaved(mapping, saved)
    expect(merged.name).toBe('Sparad')
    expect(merged.columns.stöd).toEqual({ target: 'totalBudget' })
    expect(merged.columns.namn).toEqual({ target: 'name' })
    expect(Object.keys(merged.columns)).not.toContain('annat')
  })

  test('is shown again with everything that was typed, and nothing else', () => {
    const form = new FormData()
    for (const [name, value] of [
      ['s.headerRow', 'x'],
      ['c.4.currency', 'kr'],
      ['name', 'Lista'],
      ['importId', '3'],
      ['$ACTION_1', 'y'],
    ] as const)
      form.set(name, value)
    expect(typedIn(form)).toEqual({ 's.headerRow': 'x', 'c.4.currency': 'kr', name: 'Lista' })
  })
})
