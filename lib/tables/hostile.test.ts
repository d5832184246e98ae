import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { DEFAULT_LIMITS } from './limits.ts'
import { guessMapping, mappedColumns } from './mapping.ts'
import { TableMapping } from './schema.ts'
import { readAll, refusalOf, textBytes } from './testing/write.ts'
import { type Parts, pack, unpack } from './workbook/archive.ts'
import { readWorkbook } from './workbook/read.ts'

const SMALL = { bytes: 20_000, unpackedBytes: 30_000, rows: 50, columns: 12, cellLength: 200 }
const SMALL_TOOLS = { limits: SMALL }

describe('text made to exhaust whoever reads it', () => {
  test('a file larger than allowed is refused', async () => {
    expect(await refusalOf(textBytes('a;b\n'.repeat(6000)), {}, SMALL_TOOLS)).toBe('too-large')
  })

  test('a line that never ends is refused as a cell that is too long', async () => {
    expect(await refusalOf(textBytes(`a;b\n1;${'x'.repeat(10_000)}`), {}, SMALL_TOOLS)).toBe('cell-too-long')
  })

  test('ten thousand columns are refused, and a line of nothing but delimiters before its cells are made', async () => {
    expect(await refusalOf(textBytes(`${'a;'.repeat(10_000)}\n1;2`))).toBe('too-many-columns')
    expect(await refusalOf(textBytes(`a;b\n1;2\n${';'.repeat(2_000_000)}`))).toBe('too-many-columns')
  })

  test('more rows than allowed are refused', async () => {
    expect(await refusalOf(textBytes('a;b\n'.repeat(60)), {}, SMALL_TOOLS)).toBe('too-many-rows')
  })

  test('a quote that never closes is refused, with the row that it opens in', async () => {
    expect(await refusalOf(textBytes('Namn;Belopp\nA;1\n"B;2\nC;3\n'))).toBe('unclosed-quote')
  })

  test('quotes in the midst of a bare cell are quotes', async () => {
    const { rows } = await readAll(textBytes('Namn;Belopp\nProjekt "Ung" i Umeå;1\n"A" och B;2\n'), {
      delimiter: ';',
    })
    expect(rows.map(({ cells }) => cells[0])).toEqual(['Projekt "Ung" i Umeå', '"A" och B'])
  })

  test('an empty file, a file of spaces and a file of headers only have no table', async () => {
    expect(await refusalOf(new Uint8Array())).toBe('empty')
    expect(await refusalOf(textBytes(' \n\n \n'))).toBe('empty')
    expect(await refusalOf(textBytes('Diarienummer;Namn;Belopp\n'))).toBe('no-rows')
  })

  test('a PDF, a picture and machine code are no tables', async () => {
    expect(await refusalOf(textBytes('%PDF-1.7 and so on'))).toBe('not-a-table')
    expect(await refusalOf(textBytes('<html><table><tr><td>Namn</td></tr></table></html>'))).toBe(
      'not-a-table',
    )
    expect(await refusalOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]))).toBe('not-a-table')
    expect(await refusalOf(Uint8Array.from({ length: 999 }, (_, index) => (index * 31) % 30))).toBe('binary')
  })

  test('NUL characters and half characters are replaced, so that every database can hold the cells', async () => {
    const { rows } = await readAll(textBytes('Namn;Belopp\nA\0B;1\n'))
    expect(rows[0]?.cells[0]).toBe('A\uFFFDB')
    const json = await readAll(textBytes('[{"Namn":"A\\u0000B\\ud800C","Belopp":1}]'))
    expect(json.rows[0]?.cells[0]).toBe('A\uFFFDB\uFFFDC')
  })
})

describe('names that mean something to JavaScript', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  test('are headers like others in a text', async () => {
    const { table, rows } = await readAll(textBytes(`${NAMES.join(';')}\n1;2;3;4\n`), { headerRow: 1 })
    const { mapping } = guessMapping(table)
    expect(
      mappedColumns(table.columns, TableMapping.parse(mapping)).map(({ header, target }) => [header, target]),
    ).toEqual(NAMES.map((name) => [name, 'unknown']))
    expect(rows[0]?.cells).toEqual(['1', '2', '3', '4'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('are keys like others in JSON', async () => {
    const text = '[{"__proto__":{"polluted":"ja"},"constructor":"b","a":{"__proto__":"c"}}]'
    const { table, rows } = await readAll(textBytes(text))
    expect(table.columns.map(({ header }) => header)).toEqual([
      '__proto__.polluted',
      'constructor',
      'a.__proto__',
    ])
    expect(rows[0]?.cells).toEqual(['ja', 'b', 'c'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('are found in a mapping only where the mapping has them', async () => {
    const { table } = await readAll(textBytes('constructor;Namn\n1;2\n'), { headerRow: 1 })
    const mapped = mappedColumns(table.columns, { name: 'Egen', columns: {} })
    expect(mapped.map(({ target }) => target)).toEqual(['unknown', 'unknown'])
  })

  test('the same header twice keeps both columns, with a warning', async () => {
    const { table } = await readAll(textBytes('Belopp;Belopp;Namn\n1;2;A\n'), { headerRow: 1 })
    expect(new Set(table.columns.map(({ key }) => key)).size).toBe(3)
    expect(table.warnings).toMatchObject([{ code: 'duplicate-headers', places: [{ row: 1, column: 2 }] }])
  })
})

describe('JSON', () => {
  test('that is deeply nested is refused', async () => {
    expect(await refusalOf(textBytes('['.repeat(100_000)))).toBe('deep-json')
    expect(await refusalOf(textBytes(`[{"a":${'{"a":'.repeat(50)}1${'}'.repeat(50)}}]`))).toBe('deep-json')
  })

  test('numbers beyond 2^53 keep their digits', async () => {
    const { rows } = await readAll(
      textBytes('[{"a":9007199254740993,"b":0.10,"c":null,"d":true,"e":["x","y"]}]'),
    )
    expect(rows[0]?.cells).toEqual(['9007199254740993', '0.10', '', 'true', 'x; y'])
  })

  test.each([
    ['[{"a":1},{"a":2}', 'broken-json'],
    ['[{"a":1} {"a":2}]', 'broken-json'],
    ['[{"a":1},]', 'broken-json'],
    ['[{"a":1},2]', 'broken-json'],
    ['[{"a":1}] och mer', 'broken-json'],
    ['{"x":1', 'broken-json'],
    ['[1,2,3]', 'no-list-in-json'],
    ['{"x":{"y":"z"}}', 'no-list-in-json'],
    ['{"a":[{"x":1}],"b":[{"x":2}]}', 'several-lists-in-json'],
  ])('%s is refused as %s', async (text, problem) => {
    expect(await refusalOf(textBytes(text))).toBe(problem)
  })

  test('a bracket within a string is a letter', async () => {
    const { rows } = await readAll(textBytes('{"not": "[{", "rader": [{"a": "}]\\"{"}]}'))
    expect(rows.map(({ cells }) => cells)).toEqual([['}]"{']])
  })

  test('with too many keys or objects is refused', async () => {
    const wide = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, 1]))
    expect(await refusalOf(textBytes(JSON.stringify([wide])), {}, SMALL_TOOLS)).toBe('too-many-columns')
    const long = Array.from({ length: 60 }, () => ({ a: 1 }))
    expect(await refusalOf(textBytes(JSON.stringify(long)), {}, SMALL_TOOLS)).toBe('too-many-rows')
  })
})

/** A workbook as a spreadsheet program writes it, as its parts. */
async function honestParts(): Promise<Parts> {
  const data = [
    ['Namn', 'Belopp'],
    ['A', 1],
  ]
  return unpack(new Uint8Array(await writeXlsxFile(data).toBuffer()), DEFAULT_LIMITS)
}
const SHEET = 'xl/worksheets/sheet1.xml'
async function withSheet(change: (xml: string) => string): Promise<Uint8Array> {
  const parts = await honestParts()
  const path = [...parts.keys()].find((candidate) => /worksheets\/sheet\d\.xml$/.test(candidate)) ?? SHEET
  parts.set(path, Buffer.from(change(parts.get(path)?.toString() ?? '')))
  return new Uint8Array(pack(parts))
}

describe('workbooks made to do harm', () => {
  test('an honest one that was packed anew is read', async () => {
    const { rows } = await readAll(await withSheet((xml) => xml))
    expect(rows).toEqual([{ sheet: expect.any(String), row: 2, cells: ['A', '1'] }])
  })

  test('one that unpacks to more than allowed is refused, whatever it says of its size', async () => {
    const parts = await honestParts()
    parts.set('xl/bomb.xml', Buffer.from(`<a>${' '.repeat(100_000)}</a>`))
    const bytes = new Uint8Array(pack(parts))
    const limits = { ...DEFAULT_LIMITS, unpackedBytes: 50_000 }
    expect(await refusalOf(bytes, {}, { limits })).toBe('workbook-too-large')
    expect(await refusalOf(lyingAboutSizes(bytes), {}, { limits })).toMatch(
      /^(?:workbook-too-large|broken-workbook)$/,
    )
  })

  test.each([
    ['entities that multiply', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'],
    ['an entity that names a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['a definition in small letters', '<!doctype a>'],
  ])('%s are refused', async (_, definition) => {
    const bytes = await withSheet((xml) => xml.replace(/\?>/, `?>${definition}`))
    expect(await refusalOf(bytes)).toBe('workbook-doctype')
  })

  test('markup in UTF-16, where no pattern would find a definition, is refused', async () => {
    const parts = await honestParts()
    parts.set('xl/styles.xml', Buffer.from('\uFEFF<!DOCTYPE a><a/>', 'utf16le'))
    expect(await refusalOf(new Uint8Array(pack(parts)))).toBe('broken-workbook')
  })

  test('a cell so far out that the sheet before it would fill the memory is refused', async () => {
    const row = (number: string) => (xml: string) =>
      xml.replace('</sheetData>', `<row r="${number}"><c r="A${number}"><v>1</v></c></row></sheetData>`)
    expect(await refusalOf(await withSheet(row('99999999')))).toBe('too-many-rows')
    expect(await refusalOf(await withSheet(row('300000')))).toBe('too-many-rows')
    for (const number of ['1e9', '&#49;e9', 'Infinity', '0x7fffffff', ' 9', '1.5']) {
      expect(await refusalOf(await withSheet(row(number))), number).toBe('broken-workbook')
    }
    const hidden = '<x:row a=">" x:r="1e9"/></sheetData>'
    expect(await refusalOf(await withSheet((xml) => xml.replace('</sheetData>', hidden)))).toBe(
      'broken-workbook',
    )
    const many = `${'<row/>'.repeat(60)}</sheetData>`
    const flood = await withSheet((xml) => xml.replace('</sheetData>', many))
    expect(await refusalOf(flood, {}, SMALL_TOOLS)).toBe('too-many-rows')
    const wide = '<row r="9"><c r="XFD9"><v>1</v></c></row></sheetData>'
    expect(await refusalOf(await withSheet((xml) => xml.replace('</sheetData>', wide)))).toBe(
      'too-many-columns',
    )
  })

  test('a sheet that is no XML, one without rows and an archive of something else are refused', async () => {
    expect(await refusalOf(await withSheet(() => 'Namn;Belopp'))).toBe('broken-workbook')
    expect(await refusalOf(await withSheet((xml) => xml.slice(0, 300)))).toMatch(
      /^(?:broken-workbook|empty)$/,
    )
    const parts: Parts = new Map([['word/document.xml', Buffer.from('<a/>')]])
    expect(await refusalOf(new Uint8Array(pack(parts)))).toBe('broken-workbook')
    expect(await refusalOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]))).toBe('broken-workbook')
  })

  test('one with a password and one in the older format are told from each other', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    const locked = Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await refusalOf(new Uint8Array(locked))).toBe('locked-workbook')
    expect(await refusalOf(Uint8Array.from([...ole, 0, 0, 0]))).toBe('old-workbook')
  })

  test('formulas count by the value that was last worked out, with a warning of where they stand', async () => {
    const cells =
      '<row r="3"><c r="A3" t="str"><f>CONCATENATE("x","y")</f><v>xy</v></c><c r="B3"><f>1+1</f><v>2</v></c></row>'
    const { table, rows } = await readAll(
      await withSheet((xml) => xml.replace('</sheetData>', `${cells}</sheetData>`)),
    )
    expect(rows.at(-1)?.cells).toEqual(['xy', '2'])
    expect(table.warnings).toMatchObject([
      {
        code: 'formulas',
        places: [
          { row: 3, column: 1 },
          { row: 3, column: 2 },
        ],
      },
    ])
  })

  test('a cell whose formula failed holds the error, and is not empty', async () => {
    const cells = '<row r="3"><c r="A3" s="0" t="e"><f>B9</f><v>#REF!</v></c><c r="B3"><v>2</v></c></row>'
    const { rows } = await readAll(
      await withSheet((xml) => xml.replace('</sheetData>', `${cells}</sheetData>`)),
    )
    expect(rows.at(-1)?.cells).toEqual(['#REF!', '2'])
  })

  test('text that begins like a formula is text', async () => {
    const file = await writeXlsxFile(
      [
        ['Namn', 'Not'],
        ['=1+1', '@SUM(A1)'],
      ].map((row) => row.map((value) => ({ value, type: String }))),
    ).toBuffer()
    const { table, rows } = await readAll(new Uint8Array(file), { headerRow: 1 })
    expect(rows[0]?.cells).toEqual(['=1+1', '@SUM(A1)'])
    expect(table.warnings).toEqual([])
  })

  test('what a reader of workbooks answers can be sent between processes', async () => {
    const workbook = await readWorkbook(await withSheet((xml) => xml))
    expect(structuredClone(workbook)).toEqual(workbook)
    expect(await readWorkbook(textBytes('Namn;Belopp'))).toMatchObject({ problem: 'broken-workbook' })
  })
})

/** The same archive with every size in its headers set to ten bytes. */
function lyingAboutSizes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes)
  for (let at = 0; at < buffer.length - 30; at++) {
    const signature = buffer.readUInt32LE(at)
    if (signature === 0x02014b50) buffer.writeUInt32LE(10, at + 24)
    if (signature === 0x04034b50) buffer.writeUInt32LE(10, at + 22)
  }
  return new Uint8Array(buffer)
}
