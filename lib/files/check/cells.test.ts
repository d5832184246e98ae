import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasFormula } from './cells.ts'

describe('a table with a cell that acts', () => {
  test.each([
    '=1+1',
    'Namn;Antal\n = cmd',
    'Namn;Antal\n\u00a0=SUM(A1)',
    'Namn;Antal\n1;\u200b\u2060=SUM(A1)',
    '\ufeff=SUM(A1)',
    'a\t\t=A1',
    'a|=A1',
    'sep=^\na^=A1',
    '"\t=A1";1',
    "a;'=A1",
    '"a ""b""";" =A1"',
    'a;＝SUM(A1)',
    'a;＋SUM(A1)',
    'a;－SUM(A1)',
    'a;＠SUM(A1)',
    'a;@SUM(A1)',
    'a;+HYPERLINK("http://a.example")',
    'a;+ HYPERLÄNK ("http://a.example")',
    'a;-1,5+SUM(A1)',
    '"-1,5+WEBSERVICE(""http://a.example"")",1',
    "a;-2+3+cmd|'/c calc'!A0",
    "a;-{1;2}+cmd|'/c calc'!A0",
    'a;+DDE|x!A0',
    'a;-kurs(er)+SUM(A1)',
    'a;-kurs(10 st)+SUM(A1)',
    'a;-kurs(10 st+SUM(A1))',
    'a;-kurs(er+WEBDIENST("http://a.example"))',
    'a;+WEBDIENST("http://a.example och mer")',
    "a;+SUM('http://a.example/[en lista till.xlsx]Blad 1'!A1)",
    'a;+SUM(A1:B2 B1:C3)',
    'a;+SUM(A1, B2)',
    'a,+SUM(A1;B2)',
    'a;+NOW()',
    'a;+sum(a1)',
    'a;+HYPERLINK(10 st)',
  ])('%s', (text) => {
    expect(hasFormula(text)).toBe(true)
  })
})

describe('a table with cells that only say something', () => {
  test.each([
    'Grupp;Antal\nKvinnor;-12\nMän;-12,5\n',
    'Grupp,Change\nWomen,-12\nMen,+3.5\n',
    'Telefon\n+46 8 123 45 67\n+46 (0)8-123 45 67\n+46(0)8 123\n',
    'Vad\n- Möte (ABF)\n- okänt\n-\n',
    'Vad;Hur\n-5;och/eller Kurs(A)\n',
    'Vad\n- deltagare/kurs(er) avslutade\n-deltagare(n) slutade\n- Mentorer(10 st)\n',
    'Vad;Hur\n- Arbetsförmedlingen/kommun(en) samverkade;-Handledare(cirka 10)\n',
    'Vad\n"- Mentorer(10 st, varav 6 kvinnor); kurs(er)"\n+Deltagare(2023–2024 och senare)\n',
    '"- a | b!";1',
    'Post\nkim@example.se\n',
    'Not\n"Fler = bättre, a=b"\nlika med =\n=====\n',
    'sep=;\na;b\n',
    '−12;–5\n',
    'Andel;45 %;+3 jämfört med planen\n',
  ])('%s', (text) => {
    expect(hasFormula(text)).toBe(false)
  })
})

test('no table of numbers and plain words is taken for one of formulas', () => {
  const word = fc.stringMatching(/^[a-zåäö][a-zåäö ]{0,20}$/)
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => String(value).replace('.', ','))
  const rows = fc.array(fc.array(fc.oneof(word, number), { minLength: 1, maxLength: 6 }), { maxLength: 10 })
  fc.assert(
    fc.property(rows, (table) => {
      expect(hasFormula(table.map((cells) => cells.join(';')).join('\r\n'))).toBe(false)
    }),
  )
})

test('no list of words with endings or words in brackets is taken for a formula, whatever the words', () => {
  const word = fc.stringMatching(/^[A-ZÅÄÖ]?[a-zåäö]{2,12}$/)
  const bracket = fc.oneof(
    fc.stringMatching(/^[a-zåäö]{1,4}$/),
    fc.tuple(fc.nat(), word).map(([number, unit]) => `${number} ${unit}`),
  )
  const sign = fc.constantFrom('-', '- ', '+', '+ ')
  const doers = /^(?:hyperlink|hyperlänk|webservice|webbtjänst|image|rtd|dde|call|import\w{2,6})$/i
  fc.assert(
    fc.property(sign, word, bracket, word, (before, first, inside, last) => {
      fc.pre(!doers.test(first))
      expect(hasFormula(`Vad;Antal\n${before}${first}(${inside}) ${last};1\n`)).toBe(false)
    }),
  )
})

test('an equals sign that begins a cell is found behind whatever is not seen', () => {
  const unseen = fc.string({
    unit: fc.constantFrom(' ', '\t', '\u00a0', '\u200b', '\u202e', '"', '\ufeff'),
    maxLength: 10,
  })
  fc.assert(
    fc.property(unseen, fc.constantFrom(';', ',', '\t', '\n', '|'), (before, separator) => {
      expect(hasFormula(`ord${separator}${before}=A1`)).toBe(true)
    }),
  )
})
