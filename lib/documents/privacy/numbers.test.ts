import { describe, expect, test } from 'vitest'
import type { Place } from '../parse/source.ts'
import { emailPlaces } from './emails.ts'
import { personalNumberPlaces } from './personal-numbers.ts'
import { mergePlaces } from './places.ts'
import { telephonePlaces } from './telephones.ts'

const words = (text: string, find: (text: string) => Place[]): string[] =>
  mergePlaces(find(text)).map(({ start, end }) => text.slice(start, end))

describe('e-mail addresses', () => {
  test.each([
    ['skriv till kim.exempel@example.se.', ['kim.exempel@example.se']],
    ['mailto:kim_exempel+esf@mail.example.se?subject=x', ['kim_exempel+esf@mail.example.se']],
    ['<info@example.se>, registrator@example.se', ['info@example.se', 'registrator@example.se']],
    ['kim@exempelbyrå.se', ['kim@exempelbyrå.se']],
    ['åsa.öberg@example.se', ['åsa.öberg@example.se']],
    ['kim.exempel (at) example.se', ['kim.exempel (at) example.se']],
    ['kim.exempel[at]example[dot]se', ['kim.exempel[at]example[dot]se']],
    ['kim[at]example', ['kim[at]example']],
    ['kim [punkt] exempel (at) example (punkt) se', ['kim [punkt] exempel (at) example (punkt) se']],
    ['kim.exempel[@]example.se', ['kim.exempel[@]example.se']],
    ['kim.exempel snabel-a example punkt se', ['kim.exempel snabel-a example punkt se']],
    ['kim.exempel at example.se', ['kim.exempel at example.se']],
    ['kim @ example.se', ['kim @ example.se']],
    ['kim.exempel@\nexample.se', ['kim.exempel@\nexample.se']],
    ['kim@kommunen', ['kim@kommunen']],
    ['E-postkim.exempel@example.se', ['kim.exempel@example.se']],
    ['k\u00ADim@exam\u200Bple.se', ['k\u00ADim@exam\u200Bple.se']],
  ])('%j', (text, found) => expect(words(text, emailPlaces)).toEqual(found))

  test.each([
    'Följ @esfradet på nätet',
    '5 st @ 100 kr',
    'Arbetsterapi (AT) är en del',
    'läs mer at www.esf.se',
    'www.esf.se',
    '@',
    '@@@@',
    'a@',
  ])('none in %j', (text) => expect(words(text, emailPlaces)).toEqual([]))
})

describe('telephone numbers', () => {
  test.each([
    '08-123 45 67',
    '08-12 34 56',
    '08 123 45 67',
    '08/123 45 67',
    '(08) 123 45 67',
    '070-123 45 67',
    '070 123 45 67',
    '070 - 123 45 67',
    '070.123.45.67',
    '0701-23 45 67',
    '0701-234567',
    '0701234567',
    '070\u00A0123\u00A045\u00A067',
    '070–123 45 67',
    '0470-410 00',
    '010-123 45 67',
    '0771-12 34 56',
    '020-123 456',
    '+46 (0)70 123 45 67',
    '+46(0)8 123 45 67',
    '+46 70 123 45 67',
    '+46701234567',
    '46701234567',
    '46 70 123 45 67',
    '0046-(0)8-123 45 67',
    '(0)70 123 45 67',
    '0046 70 123 45 67',
    '+47 22 12 34 56',
    '+358 40 123 4567',
  ])('%j', (number) => {
    expect(words(number, telephonePlaces)).toEqual([number])
    expect(words(`Ring ${number}.`, telephonePlaces)).toEqual([number])
    expect(words(`Kim Exempel, ${number}, 12 personer`, telephonePlaces)).toEqual([number])
    expect(words(`${number} 2800228`, telephonePlaces)).toEqual([number])
    expect(words(`rum 12\t${number}\n2019-08-01`, telephonePlaces)).toEqual([number])
  })

  test.each([
    ['tel 123 45', '123 45'],
    ['Tel: 12 34 56', '12 34 56'],
    ['Telefon\n410 00', '410 00'],
    ['Telefonnummer0701234567', '0701234567'],
    ['telefonnummer är 123 456', '123 456'],
    ['växel: 41000', '41000'],
    ['ankn. 123', '123'],
  ])('after a word that announces one: %j', (text, number) =>
    expect(words(text, telephonePlaces)).toEqual([number]),
  )

  test('two next to each other', () => {
    const [a, b] = ['070-123 45 67', '08-765 43 21']
    expect(words(`${a}/${b}`, telephonePlaces)).toEqual([a, b])
    expect(words(`${a}, ${b}`, telephonePlaces)).toEqual([a, b])
    expect(words('0701234567 - 0707654321', telephonePlaces)).toEqual(['0701234567', '0707654321'])
    expect(words(`+46 70 123 45 67/${b}`, telephonePlaces)).toEqual(['+46 70 123 45 67', b])
    expect(words(`rum 3 ${a}`, telephonePlaces)).toEqual([a])
    expect(words('rum 3 08-123 456', telephonePlaces)).toEqual(['08-123 456'])
  })

  test.each([
    '33 735 420 kr',
    '2 070 123 456 kr',
    '1 050 000-1 250 000 kronor',
    '1 250 050-1 300 000',
    '10 050 000',
    '46 701 234 567',
    '1 467 012 345',
    '+5 000 000',
    '2015/00311',
    '22-009-S02',
    'Utlysning 2017/00463',
    '2009-3040013',
    '556016-0680',
    '202100-2114',
    '5560160680',
    '2019-08-01 - 2022-06-30',
    '2019-08-01-2022-06-30',
    '2019/08/01',
    '2019 08 01 2022 06 30',
    '20190801-20220630',
    '01/08/2019',
    '08-12-2019',
    '08.12.2019 - 09.12.2020',
    'kl. 08.30-16.00',
    '0800-1630',
    '123 45 Exempelstad',
    '072 15',
    '2014SE05M9OP001',
    '0,8 %',
    '0180 0184 0188',
    'Mobil 2019-2022',
    'Ung Mobil 2 711 235',
    'Ung Mobil 711 235 kr',
    'Hotell 123 45',
    'Ring 12 000 personer',
  ])('none in %j', (text) => expect(words(text, telephonePlaces)).toEqual([]))
})

describe('personal identity numbers', () => {
  test.each([
    '800101-1234',
    '19800101-1234',
    '1980-01-01-1234',
    '010101+1234',
    '800161-1234',
    '800101 - 1234',
    '8112189876',
    '198112189876',
  ])('%j', (number) => {
    expect(words(`personnummer ${number}, ja`, personalNumberPlaces)).toEqual([number])
  })

  test('in a row, and after other numbers', () => {
    const [a, b] = ['800101-1234', '800202-2345']
    for (const gap of [' ', ', ', '/', '\n'])
      expect(words(`3 ${a}${gap}${b}`, personalNumberPlaces)).toEqual([a, b])
    expect(words(`pnr.${a}`, personalNumberPlaces)).toEqual([a])
  })

  test.each([
    '556016-0680',
    '16556016-0680',
    '202100-2114',
    '212000-0142',
    '2019-08-01-2022-06-30',
    '20190801-2022',
    '20190801-20220630',
    '801301-1234',
    '800132-1234',
    '2015/00311',
    '2009-3040013',
    '0701234567',
    '8112189875',
  ])('none in %j', (text) => expect(words(text, personalNumberPlaces)).toEqual([]))
})
