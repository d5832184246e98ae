import { describe, expect, test } from 'vitest'
import { parse } from '../parse/index.ts'
import { extract } from './index.ts'

const textOf = (html: string): string => {
  const extracted = extract(new TextEncoder().encode(html))
  if (!extracted.ok) throw new Error(extracted.reason.en)
  expect(extracted.mediaType).toBe('text/html')
  return extracted.text
}

const ROWS: [string, string][] = [
  ['Projektnummer', '2018/00566'],
  ['Projektägare', 'Länsstyrelsen i Västmanland, Länsstyrelsen i Västmanland'],
  ['Namn', 'Kvinna in i Sverige'],
  ['Region', 'ESF Nationellt'],
  ['Planerat antal deltagare', '200'],
  ['Projektperiod', '2019-01-15 - 2021-11-30'],
  ['Total projektbudget', '36&nbsp;691&nbsp;291'],
  ['Beviljat ESF-stöd', '17&nbsp;244&nbsp;907'],
  ['Stödmottagarens address', ''],
  ['Specifikt mål', '2.3'],
]
const rows = (one: (label: string, value: string) => string) =>
  ROWS.map(([label, value]) => one(label, value)).join('\n')

const page = (fields: string) => `<!doctype html>
<html lang="sv"><head><title>Projektbanken</title><style>p { color: red }</style><script>var fel = "Region:"</script></head>
<body>
  <div id="cookie-consent"><p>Vi använder cookies.</p><button>Godkänn</button></div>
  <header><a href="/">ESF-rådet</a><nav><ul><li>Projektbanken</li><li>Utlysningar</li></ul></nav></header>
  <main>
    <nav class="breadcrumb">Start / Projektbanken</nav>
    <h1>2018/00566 - Kvinna in i Sverige</h1>
    ${fields}
    <p>Kvinnor som nyligen kommit till landet f&aring;r v&auml;gledning.</p>
    <ul><li>Yrkessvenska</li><li>Praktik <em>hos</em> arbetsgivare</li></ul>
  </main>
  <footer><p>Svenska ESF-rådet, Box 1, Stockholm</p></footer>
  <script>document.write("Total projektbudget: 1")</script>
</body></html>`

const MARKUP: [string, string][] = [
  ['a definition list', page(`<dl>${rows((label, value) => `<dt>${label}:</dt><dd>${value}</dd>`)}</dl>`)],
  [
    'a definition list without colons',
    page(`<dl>${rows((label, value) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl>`),
  ],
  [
    'a table with two columns',
    page(`<table>${rows((label, value) => `<tr><th>${label}:</th><td>${value}</td></tr>`)}</table>`),
  ],
  ['bold labels in paragraphs', page(rows((label, value) => `<p><strong>${label}:</strong> ${value}</p>`))],
  ['labels before line breaks', page(`<p>${rows((label, value) => `<b>${label}:</b><br>${value}<br>`)}</p>`)],
  ['boxes', page(rows((label, value) => `<div class="row"><div>${label}:</div><div>${value}</div></div>`))],
  ['spans in boxes', page(rows((label, value) => `<div><span>${label}:</span> <span>${value}</span></div>`))],
]

describe('a saved project page', () => {
  test.each(MARKUP)('with %s is read like its text', (_, html) => {
    const document = parse(textOf(html))
    if (document.kind !== 'esf-project-page') throw new Error(document.kind)
    const values = Object.fromEntries(Object.entries(document.fields).map(([key, { value }]) => [key, value]))
    expect(values).toEqual({
      projectNumber: '2018/00566',
      owner: { organisation: 'Länsstyrelsen i Västmanland', unit: null },
      name: 'Kvinna in i Sverige',
      region: 'ESF Nationellt',
      plannedParticipants: 200,
      startDate: '2019-01-15',
      endDate: '2021-11-30',
      totalBudget: 36691291,
      grantedSupport: 17244907,
      recipientAddress: null,
      specificObjective: '2.3',
    })
    expect(document.fields.recipientAddress?.state).toBe('empty')
    expect(document.description?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list'])
  })

  test('keeps nothing of scripts, styles, navigation, cookie dialogs and footers', () => {
    const text = textOf(MARKUP[0]?.[1] ?? '')
    for (const noise of ['fel', 'color', 'cookies', 'Utlysningar', 'Start /', 'Box 1', 'document.write']) {
      expect(text).not.toContain(noise)
    }
  })
})

describe('a saved list of decisions', () => {
  const ENTRY = ['Ung växtkraft', 'Sala kommun', '1&nbsp;200&nbsp;000 kronor']
  const around = (content: string) =>
    `<!DOCTYPE html><html><body><article><h1>Prioriterade projekt</h1><p>Strukturfondspartnerskapet Östra Mellansverige beslutade den 3 december 2020.</p>${content}</article></body></html>`
  const MORE = ['Nya vägar', 'Region Örebro län', '2&nbsp;300&nbsp;000 kronor']

  test.each([
    [
      'headings and labels',
      [ENTRY, MORE]
        .map(
          ([name, who, sum]) =>
            `<h3>${name}</h3><p>Sökande: ${who}<br>Sökt belopp: ${sum}</p><p>Unga får stöd.</p>`,
        )
        .join(''),
    ],
    [
      'points',
      `<ul>${[ENTRY, MORE].map(([name, who, sum]) => `<li>${name} (${who}), ${sum}</li>`).join('')}</ul>`,
    ],
    [
      'a table',
      `<table><thead><tr><th>Projekt</th><th>Sökande</th><th>Sökt belopp</th></tr></thead><tbody>${[
        ENTRY,
        MORE,
      ]
        .map((cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`)
        .join('')}</tbody></table>`,
    ],
  ])('as %s gives the same entries', (_, content) => {
    const document = parse(textOf(around(content)))
    if (document.kind !== 'decision-list') throw new Error(document.kind)
    const items = document.sections.flatMap((section) => section.items)
    expect(items.map((item) => [item.name?.value, item.applicant?.value, item.amount?.value])).toEqual([
      ['Ung växtkraft', { organisation: 'Sala kommun', unit: null }, 1_200_000],
      ['Nya vägar', { organisation: 'Region Örebro län', unit: null }, 2_300_000],
    ])
    expect(document.sections[0]?.decisionDate).toBe('2020-12-03')
  })
})

describe('the lines of a page', () => {
  test('points, numbers and what goes on under a point keep their shape', () => {
    const html =
      '<html><body><ul><li>Ett<p>mer</p></li><li>Två</li></ul><ol start="3"><li>Tre</li><li>Fyra</li></ol></body></html>'
    expect(textOf(html)).toBe('  • Ett\n    mer\n  • Två\n\n3. Tre\n4. Fyra\n')
  })

  test('no-break spaces stay, and other white space folds', () => {
    expect(textOf('<html><body><p>12&nbsp;000\n   kronor</p></body></html>')).toBe('12\u00A0000 kronor\n')
  })

  test.each<[string, string, string]>([
    [
      'elements that are never closed and begin anew',
      Array.from({ length: 8000 }, (_, at) => `<p><b x${at}>`).join(''),
      'tooDeep',
    ],
    ['cells that reach over hundreds of columns', `<table><tr>${'<td colspan=200>'.repeat(20_000)}`, ''],
  ])('a page takes no more time and memory than its length: %s', (_, body, code) => {
    const started = performance.now()
    const extracted = extract(new TextEncoder().encode(`<html><body>${body}</body></html>`))
    expect(extracted.ok ? '' : extracted.code).toBe(code)
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('a page a hundred thousand boxes deep, or with as many points, is read', () => {
    const deep = `<html><body>${'<div>'.repeat(100_000)}Botten${'</div>'.repeat(100_000)}</body></html>`
    expect(textOf(deep)).toBe('Botten\n')
    const wide = `<html><body><ol>${'<li>x</li>'.repeat(100_000)}</ol></body></html>`
    expect(textOf(wide)).toMatch(/100000\. x\n$/)
  })
})
