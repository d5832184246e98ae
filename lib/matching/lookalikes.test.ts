import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKey } from './keys.ts'
import { likeness, nameLikeness, probesOf } from './lookalikes.ts'
import { isPlace, MUNICIPALITY_COUNT } from './places.ts'

const ALIKE: [string, string, string][] = [
  ['Stockholms stad', 'STOCKHOLMS KOMMUN', 'municipality'],
  ['Stockholm stad', 'Stockholms stad', 'municipality'],
  ['Borås Stad', 'Borås kommun', 'municipality'],
  ['Höörs kommun', 'Höör kommun', 'municipality'],
  ['Kommunen Sala', 'Sala kommun', 'municipality'],
  ['Sala komun', 'Sala kommun', 'municipality'],
  ['Sundsval kommun', 'Sundsvalls kommun', 'typo'],
  ['Region Stockholm', 'Stockholms läns landsting', 'region'],
  ['Region Örebro län', 'Örebro läns landsting', 'region'],
  ['Landstinget i Kalmar län', 'Region Kalmar län', 'region'],
  ['Västra Götalandsregionen', 'Region Västra Götaland', 'region'],
  ['Region Jämtland Härjedalen', 'Jämtlands läns landsting', 'region'],
  ['Stockholm Stad, Arbetsmarknadsförvaltningen', 'Arbetsmarknadsförvaltningen, Stockholm Stad', 'unitOrder'],
  ['Stockholms stad, Arbetsmarknadsförvaltningen', 'Stockholms kommun', 'unit'],
  ['Sala kommun Arbetsmarknadsenheten', 'Sala kommun', 'unit'],
  ['Stockholms stads Arbetsmarknadsförvaltning och Utbildningsförvaltning', 'Stockholms stad', 'unit'],
  ['Göteborgs universitet, Institutionen för arbetsvetenskap', 'Göteborgs universitet', 'unit'],
  ['Region Skåne (Kulturförvaltningen)', 'Region Skåne', 'unit'],
  ['Nordfront AB', 'Nordfront Aktiebolag', 'spelling'],
  ['Nordfront AB', 'AB Nordfront', 'spelling'],
  ['Nordfront AB', 'Nordfront', 'legalForm'],
  ['Stiftelsen Högskolan i Jönköping', 'Högskolan i Jönköping', 'legalForm'],
  ['Studieförbundet Vuxenskolan', 'Vuxenskolan', 'legalForm'],
  ['Coompanion Väst ek. för.', 'Coompanion Väst ekonomisk förening', 'spelling'],
  ['Högskolan Halmstad', 'Högskolan i Halmstad', 'spelling'],
  ['Skåne Stadsmission', 'Skånes stadsmission', 'spelling'],
  ['Skåne Stadsmission', 'Stadsmissionen i Skåne', 'spelling'],
  ['Malmö Ideella Nätverk', 'Malmö Nätverk Ideella', 'wordOrder'],
  ['Linnéuniversitetet', 'Linneuniversitetet', 'spelling'],
  ['Arbetsförmedlingen', 'Arbetsförmedligen', 'typo'],
  ['Skogskompetens Norr', 'Skogskompetnes Norr', 'typo'],
  ['Arbetsförm. Malmö', 'Arbetsförmedlingen Malmö', 'abbreviation'],
  ['Stadsmissionen Sthlm', 'Stadsmissionen Stockholm', 'abbreviation'],
  ['KTH', 'Kungliga Tekniska högskolan', 'initials'],
  ['SKL', 'Sveriges Kommuner och Landsting', 'initials'],
]

const UNLIKE: [string, string][] = [
  // Another place, however near its name.
  ['Lidköpings kommun', 'Linköpings kommun'],
  ['Alvesta kommun', 'Avesta kommun'],
  ['Samordningsförbundet Lidköping', 'Samordningsförbundet Linköping'],
  ['Enköpings kommun', 'Köpings kommun'],
  ['Sala kommun', 'Uppsala kommun'],
  ['Arbetsförmedlingen Malmö', 'Arbetsförmedlingen Lund'],
  ['Arbetsförmedlingen', 'Arbetsförmedlingen Malmö'],
  // Another body of the same place.
  ['Region Gotland', 'Gotlands kommun'],
  ['Region Uppsala', 'Uppsala kommun'],
  ['Länsstyrelsen i Uppsala län', 'Region Uppsala'],
  ['Regionförbundet Kalmar län', 'Region Kalmar län'],
  ['Stiftelsen Sala stad', 'Sala kommun'],
  ['Stockholms stadsmission', 'Stockholms stad'],
  ['Samordningsförbundet Stockholms stad', 'Stockholms stad'],
  ['Förvaltningar inom Stockholms stad', 'Stockholms stad'],
  ['Uppsala universitet', 'Uppsala kommun'],
  ['Föreningen Sala', 'Sala'],
  ['Provköpings folkhögskola', 'Provköpings kommun'],
  // Directions, numbers and the like.
  ['Coompanion Väst', 'Coompanion Öst'],
  ['Studiefrämjandet Norra Småland', 'Studiefrämjandet Södra Småland'],
  ['Samordningsförbundet Östra Skaraborg', 'Samordningsförbundet Västra Skaraborg'],
  ['Projektbolaget 1 AB', 'Projektbolaget 2 AB'],
  ['Etableringslyftet 2.0', 'Etableringslyftet'],
  ['Verkstaden I', 'Verkstaden II'],
  ['Nya Teatern', 'Teatern'],
  ['Inre Skärgården', 'Yttre Skärgården'],
  // Other words, other forms.
  ['Nordfront AB', 'Nordfront ekonomisk förening'],
  ['Föreningen Bruket', 'Stiftelsen Bruket'],
  ['Stockholms stad, Arbetsmarknadsförvaltningen', 'Stockholms stad, Socialförvaltningen'],
  ['MIA', 'MIA Vidare'],
  ['Coompanion Skaraborg', 'Coompanion Sjuhärad'],
  ['SKR', 'Sveriges Kommuner och Landsting'],
  ['ABF', 'Arbetarnas Bildningsförbund'],
  ['Almega', 'Almeda'],
  ['Lindholms folkhögskola', 'Lundholms folkhögskola'],
  ['', 'Sala kommun'],
]

describe('names', () => {
  test.each(ALIKE)('%s may be %s (%s)', (a, b, why) => {
    expect(nameLikeness(a, b)?.why).toBe(why)
    expect(nameLikeness(b, a)).toEqual(nameLikeness(a, b))
  })

  test.each(UNLIKE)('%s is not %s', (a, b) => {
    expect(nameLikeness(a, b)).toBeNull()
    expect(nameLikeness(b, a)).toBeNull()
  })

  test('any two are alike both ways, and nobody throws', () => {
    const words = ALIKE.flat().flatMap((name) => name.split(' '))
    const names = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((some) => some.join(' ')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(nameLikeness(a, b)).toEqual(nameLikeness(b, a))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('organisations', () => {
  const stad = { names: ['Provköpings stad', 'Provköping'], number: null }
  test('numbers that differ make two, whatever the names', () => {
    const kommun = { names: ['Provköpings kommun'], number: '2120001124' }
    expect(likeness(stad, kommun)).toMatchObject({ why: 'municipality' })
    expect(likeness({ ...stad, number: '5560360793' }, kommun)).toBeNull()
  })

  test('the two names that are most alike say why', () => {
    const other = { names: ['Något annat', 'PROVKÖPINGS STAD'], number: null }
    expect(likeness(stad, other)).toMatchObject({ why: 'sameName' })
  })
})

test('what may be called otherwise is looked for by those names', () => {
  const found = (name: string, other: string) => {
    const { keys, parts } = probesOf(name)
    return keys.includes(nameKey(other)) || parts.some((part) => nameKey(other).includes(part))
  }
  expect(found('Sala stad', 'Sala kommun')).toBe(true)
  expect(found('Sala kommun', 'Sala kommun, Arbetsmarknadsenheten')).toBe(true)
  expect(found('Stockholms läns landsting', 'Region Stockholm')).toBe(true)
  expect(found('Bruket AB', 'Aktiebolaget Bruket')).toBe(true)
  expect(probesOf('KTH').initials).toBe('kth')
})

test('Sweden has 290 municipalities', () => {
  expect(MUNICIPALITY_COUNT).toBe(290)
  expect(['malmö', 'lidköpings', 'västra götaland', 'upplands-bro'].every(isPlace)).toBe(true)
  expect(isPlace('provköping')).toBe(false)
})
