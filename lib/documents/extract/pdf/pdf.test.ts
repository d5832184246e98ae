import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LETTER, type PdfText, typeset, writePdf } from '../../../testing/pdf.ts'
import { parse } from '../../parse/index.ts'
import { toJson } from '../../report/json.ts'
import { compare } from '../../testing/compare.ts'
import { extractDocument } from '../document.ts'
import { extract } from '../index.ts'

const read = async (pages: PdfText[][]) => {
  const extracted = await extractDocument(writePdf(pages))
  if (!extracted.ok) throw new Error(extracted.reason.en)
  return extracted
}
const textOf = async (...pages: PdfText[][]): Promise<string> => (await read(pages)).text

const SIZE = 10
const LEADING = 12
/** Lines under each other, from `y` downwards. */
const lines = (texts: string[], { x = 57, y = 60, leading = LEADING, bold = false } = {}): PdfText[] =>
  texts.flatMap((text, index) => (text ? [{ text, x, y: y + index * leading, size: SIZE, bold }] : []))
/** Words that end at a place. */
const endingAt = (right: number, text: string, y: number): PdfText => ({
  text,
  x: right - text.length * SIZE * LETTER,
  y,
  size: SIZE,
})

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures')
const TEXTS = readdirSync(FIXTURES).filter((name) => readdirSync(join(FIXTURES, name)).includes('source.txt'))
// The typewriter lacks some of its spaces.
const OTHERWISE_SET = ['page-no-break-spaces']

describe('a document set as a PDF', () => {
  test.each(TEXTS.filter((name) => !OTHERWISE_SET.includes(name)))(
    'is read like its text: %s',
    async (name) => {
      const plain = extract(readFileSync(join(FIXTURES, name, 'source.txt')))
      const text = plain.ok ? plain.text.trim() : ''
      if (text === '') return
      const expected = JSON.parse(readFileSync(join(FIXTURES, name, 'expected.json'), 'utf8'))
      const set = await textOf(...typeset(text.replaceAll('\t', '   ')))
      const reading = JSON.parse(JSON.stringify(toJson(parse(set))))
      expect(compare(expected, reading).filter(({ ok }) => !ok)).toEqual([])
    },
  )
})

const PARAGRAPH = [
  'Projektet vänder sig till unga som länge har stått utanför arbetsmarknaden. De',
  'får vägledning hos arbetsgivare i hela länet, och företagen får hjälp med att ta',
  'emot dem. Region Örebro län leder arbetet.',
]

describe('the lines of a PDF', () => {
  test('that go on with each other become one paragraph', async () => {
    const second = ['Andra stycket börjar här.']
    const text = await textOf([...lines(PARAGRAPH), ...lines(second, { y: 60 + 5 * LEADING })])
    expect(text).toBe(`${PARAGRAPH.join(' ')}\n\n${second[0]}\n`)
  })

  test('that are a list of labels stay apart, however long one is', async () => {
    const labels = [
      'Projektnummer: 2018/00566',
      'Projektägare: Länsstyrelsen i Västmanland, Länsstyrelsen i Västmanland',
      'Namn: Kvinna in i Sverige',
    ]
    expect(await textOf(lines(labels))).toBe(`${labels.join('\n')}\n`)
  })

  test('go on from the bottom of one page to the top of the next', async () => {
    const [first = '', second = '', third = ''] = PARAGRAPH
    expect(await textOf(lines([first, second]), lines([third]))).toBe(`${PARAGRAPH.join(' ')}\n`)
  })

  test('lose a hyphen at their end only when the document has the word without it', async () => {
    const known = [
      'Stödet går till arbetsmarknad och utbildning i hela Östra Mellansverige, och arbets-',
      'marknad är målet.',
    ]
    expect(await textOf(lines(known))).toMatch(/och arbetsmarknad är målet/)
    const unknown = [
      'Projektet får stöd av Europeiska socialfonden i hela Östra Mellansverige som ett ESF-',
      'projekt.',
    ]
    expect(await textOf(lines(unknown))).toMatch(/ett ESF-projekt\.\n$/)
    const both = [
      'Projektet får stöd av Europeiska socialfonden i Östra Mellansverige för kompetens-',
      'och metodutveckling.',
    ]
    expect(await textOf(lines(both))).toMatch(/kompetens- och metodutveckling/)
  })

  test('keep the points of a list, and what stands indented under one', async () => {
    const text = await textOf([
      ...lines(['•', '', '•'], { x: 62 }),
      ...lines(
        ['Vägen in, Piteå kommun, 3 100 000 kronor', 'Unga får stöd.', 'Lärcentrum, Region Norrbotten'],
        { x: 80 },
      ),
    ])
    expect(text).toBe(
      '  • Vägen in, Piteå kommun, 3 100 000 kronor\n    Unga får stöd.\n  • Lärcentrum, Region Norrbotten\n',
    )
  })

  test('are read from top to bottom, whatever their order in the file', async () => {
    expect(await textOf(lines(['Ett', 'Två', 'Tre']).reverse())).toBe('Ett\nTvå\nTre\n')
  })
})

describe('headers, footers and page numbers', () => {
  const page = (number: number, words: string[]): PdfText[] => [
    { text: 'Svenska ESF-rådet', x: 57, y: 30, size: 8 },
    ...lines(words, { y: 80 }),
    { text: `Sida ${number} av 3`, x: 280, y: 815, size: 8 },
  ]

  test('are left out', async () => {
    const text = await textOf(page(1, ['Ung växtkraft']), page(2, ['Nya vägar']), page(3, ['Lyftet']))
    expect(text).toBe('Ung växtkraft\nNya vägar\nLyftet\n')
  })

  test('are no words that two pages have inside', async () => {
    const [a, b] = [
      ['Ung växtkraft', 'Sala kommun', '1 200 000 kr', 'Slut'],
      ['Nya vägar', 'Sala kommun', '1 200 000 kr', 'Vidare'],
    ]
    const text = await textOf(page(1, a ?? []), page(2, b ?? []), page(3, ['Lyftet']))
    expect(text.match(/Sala kommun\n1 200 000 kr/g)).toHaveLength(2)
  })

  test('that say something by a label are kept once', async () => {
    const headed = (words: string) => [
      { text: 'Diarienummer: 2018/00566', x: 57, y: 30 },
      ...lines([words], { y: 80 }),
    ]
    const text = await textOf(headed('Ett'), headed('Två'), headed('Tre'))
    expect(text.match(/2018\/00566/g)).toHaveLength(1)
  })

  test('a lone number is one only where it is its page', async () => {
    const text = await textOf([...lines(['Antal']), { text: '145', x: 57, y: 800 }], lines(['Slut']))
    expect(text).toContain('145')
  })
})

describe('columns', () => {
  const X = [57, 230, 370]
  const header = ['Projekt', 'Sökande', 'Belopp'].map((text, index) => ({
    text,
    x: X[index] ?? 0,
    y: 60,
    bold: true,
  }))
  const ROWS =
    'Projekt\tSökande\tBelopp\nUng växtkraft för alla i Sala\tSala kommun\t1 200 000 kr\nNya vägar\tRegion Örebro län\t951 000 kr\n'

  test('of a table become rows with tabs, and amounts may end in line', async () => {
    const text = await textOf([
      ...header,
      { text: 'Ung växtkraft', x: 57, y: 80 },
      { text: 'Sala kommun', x: 230, y: 80 },
      endingAt(450, '1 200 000 kr', 80),
      { text: 'Nya vägar', x: 57, y: 94 },
      endingAt(450, '951 000 kr', 94),
    ])
    expect(text).toBe(
      'Projekt\tSökande\tBelopp\nUng växtkraft\tSala kommun\t1 200 000 kr\nNya vägar\t\t951 000 kr\n',
    )
  })

  test('of names and amounts keep them on one line', async () => {
    const text = await textOf([
      ...lines(['Projekt', 'Stegen, Sala kommun', 'Lyftet, Region Örebro län']),
      ...lines(['Belopp', '1 200 000 kr', '951 000 kr'], { x: 300 }),
    ])
    expect(text).toBe(
      'Projekt\tBelopp\nStegen, Sala kommun\t1 200 000 kr\nLyftet, Region Örebro län\t951 000 kr\n',
    )
  })

  test('hold cells of several lines', async () => {
    const text = await textOf([
      ...header,
      ...lines(['Ung växtkraft för alla', 'i Sala'], { y: 80 }),
      ...lines(['Sala kommun'], { x: 230, y: 80 }),
      ...lines(['1 200 000 kr'], { x: 370, y: 80 }),
      ...lines(['Nya vägar'], { y: 112 }),
      ...lines(['Region Örebro', 'län'], { x: 230, y: 112 }),
      ...lines(['951 000 kr'], { x: 370, y: 112 }),
    ])
    expect(text).toBe(ROWS)
  })

  test('hold cells that are centred beside cells of several lines', async () => {
    const text = await textOf([
      ...header,
      ...lines(['Ung växtkraft för alla', 'i Sala'], { y: 80 }),
      ...lines(['Sala kommun'], { x: 230, y: 86 }),
      ...lines(['1 200 000 kr'], { x: 370, y: 86 }),
      ...lines(['Nya vägar'], { y: 118 }),
      ...lines(['Region Örebro', 'län'], { x: 230, y: 112 }),
      ...lines(['951 000 kr'], { x: 370, y: 118 }),
    ])
    expect(text).toBe(ROWS)
  })

  test('go on on the next page, the headings once', async () => {
    const row = (name: string, y: number) => [
      { text: name, x: 57, y },
      { text: 'Sala kommun', x: 230, y },
      { text: '1 200 000 kr', x: 370, y },
    ]
    const text = await textOf([...header, ...row('Ett', 80)], [...header, ...row('Två', 80)])
    expect(text).toBe(
      'Projekt\tSökande\tBelopp\nEtt\tSala kommun\t1 200 000 kr\nTvå\tSala kommun\t1 200 000 kr\n',
    )
  })

  test('of labels and values become lines, and values of several lines one', async () => {
    const text = await textOf([
      ...lines(['Projektnummer:', 'Projektägare:', '', 'Stödmottagarens adress:', 'Region:']),
      ...lines(
        [
          '2018/00566',
          'Arbetsmarknadsförvaltningen, Stockholms stad,',
          'Arbetsmarknadsförvaltningen',
          '',
          'Stockholm',
        ],
        { x: 250 },
      ),
    ])
    expect(text).toBe(
      'Projektnummer:\n2018/00566\nProjektägare:\nArbetsmarknadsförvaltningen, Stockholms stad, Arbetsmarknadsförvaltningen\nStödmottagarens adress:\nRegion:\nStockholm\n',
    )
  })

  test('of labels with their values are read one after the other', async () => {
    const text = await textOf([
      ...lines(['Projektnummer: 2018/00566', 'Namn: Kvinna in i hela', 'landet', 'Region: Stockholm']),
      ...lines(['Startdatum: 2019-01-15', 'Slutdatum: 2021-11-30'], { x: 300 }),
    ])
    expect(text).toMatch(
      /^Projektnummer: 2018\/00566\nNamn: Kvinna in i hela landet\nRegion: Stockholm\nStartdatum: 2019-01-15\nSlutdatum: 2021-11-30\n$/,
    )
  })

  test('of labels beside their values, twice on a line, are read one after the other', async () => {
    const text = await textOf([
      ...lines(['Projektnummer:', 'Namn:']),
      ...lines(['2018/00566', 'Stegen'], { x: 160 }),
      ...lines(['Startdatum:', 'Slutdatum:'], { x: 300 }),
      ...lines(['2019-01-15', '2021-11-30'], { x: 400 }),
    ])
    expect(text).toBe(
      'Projektnummer:\n2018/00566\nNamn:\nStegen\nStartdatum:\n2019-01-15\nSlutdatum:\n2021-11-30\n',
    )
  })

  test('of running text are read one after the other', async () => {
    const left = [
      'Projektet vänder sig till unga som',
      'länge har stått utanför arbetet. De',
      'får vägledning hos arbetsgivare i',
      'hela länet, och företagen får hjälp',
      'med att ta emot dem. Arbetet leds',
      'av en grupp.',
    ]
    const right = [
      'Efter tre år ska metoden leva vidare',
      'i kommunernas egen verksamhet. Det',
      'följs upp av en högskola, som också',
      'skriver en rapport om vad deltagarna',
      'lärde sig. Rapporten kommer att bli',
      'tryckt.',
    ]
    const text = await textOf([...lines(left), ...lines(right, { x: 310 })])
    expect(text).toBe(`${left.join(' ')}\n${right.join(' ')}\n`)
  })
})

describe('a decision table in a PDF', () => {
  test('gives the parser its entries', async () => {
    const rows = [
      ['Projekt', 'Sökande', 'Sökt belopp'],
      ['Ung växtkraft', 'Sala kommun', '1 200 000 kronor'],
      ['Nya vägar', 'Region Örebro län', '2 300 000 kronor'],
    ]
    const cells = rows.flatMap((row, index) =>
      row.map((text, column) => ({ text, x: 57 + column * 160, y: 140 + index * 16, bold: index === 0 })),
    )
    const text = await textOf([
      { text: 'Prioriterade projekt', x: 57, y: 60, size: 18, bold: true },
      ...lines(['Strukturfondspartnerskapet Östra Mellansverige beslutade den 3 december 2020.'], { y: 100 }),
      ...cells,
    ])
    const document = parse(text)
    if (document.kind !== 'decision-list') throw new Error(document.kind)
    const items = document.sections.flatMap((section) => section.items)
    expect(items.map((item) => [item.name?.value, item.applicant?.value, item.amount?.value])).toEqual([
      ['Ung växtkraft', { organisation: 'Sala kommun', unit: null }, 1_200_000],
      ['Nya vägar', { organisation: 'Region Örebro län', unit: null }, 2_300_000],
    ])
    expect(document.sections[0]?.decisionDate).toBe('2020-12-03')
  })
})

describe('pages', () => {
  test('are counted, and those without words are told', async () => {
    expect(await read([lines(['Ett']), []])).toMatchObject({ pages: 2, pagesWithoutText: [2] })
  })
})
