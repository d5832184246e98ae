import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withUnit } from '../decision-list/labels.ts'
import { agree, findAmounts, readAmount } from './amount.ts'
import { areaOf, countyOf } from './areas.ts'
import { readObjective, readOrganisationNumber, readProgrammeArea, readShare } from './codes.ts'
import { readCount } from './count.ts'
import { findDates, monthsBetween, readDate } from './date.ts'
import { onlyFundIn } from './funds.ts'
import { nearDoubleIn, readOrganisation, withoutGenitive } from './organisation.ts'

describe('amounts', () => {
  test.each([
    ['89 656 565', 89_656_565, 1],
    ['16 634 127 kr', 16_634_127, 1],
    ['6 862 128 SEK', 6_862_128, 1],
    ['SEK 33 735 420', 33_735_420, 1],
    ['3.100.000:-', 3_100_000, 1],
    ['17,1 miljoner kronor', 17_100_000, 100_000],
    ['8 miljoner', 8_000_000, 1_000_000],
    ['15.1 miljoner kr', 15_100_000, 100_000],
    ['1,25 Mkr', 1_250_000, 10_000],
    ['450 tkr', 450_000, 1_000],
    ['8 464 428 kr (40 %)', 8_464_428, 1],
    ['0', 0, 1],
    ['femton', undefined, undefined],
    ['12 400 EUR', undefined, undefined],
    ['5 miljoner euro', undefined, undefined],
    ['10–12 miljoner kronor', undefined, undefined],
    ['1,5', undefined, undefined],
    ['12,345', undefined, undefined],
    ['9.956 miljoner', undefined, undefined],
    ['9,956 miljoner', 9_956_000, 1_000],
    ['9.956 tkr', 9_956_000, 1_000],
  ])('%s is %s kronor, rounded to %s', (text, value, precision) => {
    expect(readAmount(text)).toMatchObject(value === undefined ? { problem: {} } : { value, precision })
  })

  test('the unit of a label is that of an amount that has none', () => {
    expect(withUnit('9 900', 'tkr')).toBe('9 900 tkr')
    expect(withUnit('ca 9 900', 'tkr')).toBe('ca 9 900 tkr')
    expect(withUnit('1’234 (varav EU 600)', 'tkr')).toBe('1’234 tkr (varav EU 600)')
    expect(withUnit('9 900 000 kr', 'tkr')).toBe('9 900 000 kr')
    expect(withUnit('uppgift saknas', 'tkr')).toBe('uppgift saknas')
    expect(readAmount('cirka SEK 9,9 miljoner')).toMatchObject({ value: 9_900_000, qualifier: 'cirka' })
  })

  test('every whole amount comes back as it was written, to the krona', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), (kronor) => {
        const written = kronor.toLocaleString('sv-SE').replace(/\s/g, ' ')
        expect(readAmount(`${written} kronor`)).toMatchObject({ value: kronor, precision: 1 })
        expect(findAmounts(`Projektet får ${written} kronor.`)).toMatchObject([{ value: kronor }])
      }),
    )
  })

  test('rounding up, down or to the nearest step is no disagreement', () => {
    expect(agree({ value: 9_956_917 }, { value: 9_900_000, precision: 100_000 })).toBe(true)
    expect(agree({ value: 11_397_810 }, { value: 11_400_000, precision: 100_000 })).toBe(true)
    expect(agree({ value: 8_225_159 }, { value: 8_200_000, precision: 100_000 })).toBe(true)
    expect(agree({ value: 8_325_159 }, { value: 8_200_000, precision: 100_000 })).toBe(false)
    expect(agree({ value: 1_000_000 }, { value: 1_000_001 })).toBe(false)
  })
})

describe('dates', () => {
  test.each([
    ['2019-08-01', '2019-08-01'],
    ['20190801', '2019-08-01'],
    ['den 3 dec 2020', '2020-12-03'],
    ['1 september 2015', '2015-09-01'],
    ['2022-06-30 (förlängt)', '2022-06-30'],
    ['2020-02-29', '2020-02-29'],
    ['2019-02-29', undefined],
    ['2019-04-31', undefined],
    ['juni 2022', undefined],
  ])('%s is %s', (text, value) => {
    expect(readDate(text)).toMatchObject(value ? { value } : { problem: {} })
  })

  test('any real day is read back, and lies where it was found', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('', 'Beslut ', 'den '), (date, before) => {
        const iso = date.toISOString().slice(0, 10)
        const words = `${date.getUTCDate()} ${date.toLocaleString('sv-SE', { month: 'long', timeZone: 'UTC' })} ${iso.slice(0, 4)}`
        for (const text of [iso, words]) {
          const [found] = findDates(`${before}${text}.`)
          expect(found).toEqual({ value: iso, start: before.length, end: before.length + text.length })
        }
      }),
    )
  })

  test('a period counts its whole months, both days included', () => {
    expect(monthsBetween('2016-09-01', '2019-08-31')).toBe(36)
    expect(monthsBetween('2015-09-01', '2019-02-28')).toBe(42)
  })
})

describe('owners', () => {
  test.each([
    ['Skåne Stadsmission, Skåne Stadsmission', 'Skåne Stadsmission', null],
    ['Sala kommun, SALA KOMMUN', 'Sala kommun', null],
    ['Sala kommun, Arbetsmarknadsenheten', 'Sala kommun', 'Arbetsmarknadsenheten'],
    ['Södertälje Kommun, Södertälje Kommun, Arbetslivskontoret', 'Södertälje Kommun', 'Arbetslivskontoret'],
    [
      'Institutionen för kostvetenskap, Umeå universitet',
      'Umeå universitet',
      'Institutionen för kostvetenskap',
    ],
    ['Region Skåne (Psykiatri och habilitering)', 'Region Skåne', 'Psykiatri och habilitering'],
    ['Film, TV och Medier AB, Film, TV och Medier AB', 'Film, TV och Medier AB', null],
    ['Stockholm Stad, Socialförvaltningen', 'Stockholms stad', 'Socialförvaltningen'],
  ])('%s is %s with %s', (text, organisation, unit) => {
    expect(readOrganisation(text)).toEqual({ value: { organisation, unit } })
  })

  test('a double with a word more is a near double, one in capitals is not', () => {
    expect(nearDoubleIn('Coompanion, Coompanion Göteborg')).toEqual(['Coompanion', 'Coompanion Göteborg'])
    expect(nearDoubleIn('Sala kommun, SALA KOMMUN')).toBeUndefined()
    expect(nearDoubleIn('Mora kommun, Mora kommun Socialförvaltningen')).toBeUndefined()
  })

  test('a genitive is taken off, but not off names that end in s', () => {
    expect(withoutGenitive('Stiftelsen Fryshusets')).toBe('Stiftelsen Fryshuset')
    expect(withoutGenitive('Högskolan i Borås')).toBe('Högskolan i Borås')
  })
})

describe('codes and names', () => {
  test.each([
    ['Programområde 2 Ökat arbetskraftsutbud', '2'],
    ['1.1 Kompetensförsörjning', '1'],
    ['A', 'A'],
  ])('the programme area of %s is %s', (text, value) => {
    expect(readProgrammeArea(text)).toEqual({ value })
  })

  test.each([
    ['A2A', 'A2A'],
    ['1.1 Kompetensförsörjning', '1.1'],
    ['2:3', '2.3'],
    ['3', '3'],
  ])('the objective of %s is %s', (text, value) => {
    expect(readObjective(text)).toEqual({ value })
  })

  test('organisation numbers are checked, and those of persons are none', () => {
    expect(readOrganisationNumber('8112289874')).toHaveProperty('problem')
    expect(readOrganisationNumber('212000-1124')).toEqual({ value: '2120001124' })
    expect(readOrganisationNumber('2120001125')).toHaveProperty('problem')
    expect(readOrganisationNumber('21200011')).toHaveProperty('problem')
  })

  test('shares, counts, funds, regions and counties', () => {
    expect(readShare('66,67 %')).toEqual({ value: 0.6667 })
    expect(readShare('130%')).toHaveProperty('problem')
    expect(readCount('400 (200 kvinnor och 200 män)')).toEqual({ value: 400 })
    expect(readCount('0')).toEqual({ value: 0 })
    expect(onlyFundIn('Sökt EU-belopp från Socialfonden+')).toBe('ESF+')
    expect(onlyFundIn('Svenska ESF-rådet')).toBeUndefined()
    expect(onlyFundIn('ERUF och ESF')).toBeUndefined()
    expect(areaOf('Småland & Öarna')).toMatchObject({ code: 'SE21', name: 'Småland och Öarna' })
    expect(areaOf('ESF Nationellt')).toMatchObject({ code: 'SE0' })
    expect(countyOf('GÄVLEBORG')).toBe('Gävleborg')
    expect(countyOf('Örebro län')).toBe('Örebro')
  })
})
