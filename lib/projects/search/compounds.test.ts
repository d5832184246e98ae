import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseForm } from './base-form.ts'
import { compoundParts, smallestParts } from './compounds.ts'

describe('compounds are found by their parts', () => {
  test.each([
    ['kompetensutveckling', 'kompetens utveckling'],
    ['kompetensförsörjningen', 'kompetens försörjning'],
    ['arbetsmarknadsförvaltningen', 'arbetsmarknad arbete marknad förvaltning'],
    ['arbetsmarknadsinsatser', 'arbetsmarknad arbete marknad insats'],
    ['arbetsförmedlingen', 'arbete förmedling'],
    ['arbetslivskontoret', 'arbetsliv arbete liv kontor'],
    ['arbetsmetoder', 'arbete metod'],
    ['socialtjänst', 'social tjänst'],
    ['socialtjänstens', 'social tjänst'],
    ['socialförvaltningar', 'social förvaltning'],
    ['långtidsarbetslösa', 'långtids lång tid arbetslös'],
    ['ungdomsarbetslöshet', 'ungdom arbetslöshet'],
    ['ungdomsprojekt', 'ungdom projekt'],
    ['hälsofrämjande', 'hälsa främjande'],
    ['vuxenutbildningen', 'vuxen utbildning'],
    ['yrkesutbildningar', 'yrke utbildning'],
    ['utbildningsinsatsen', 'utbildning insats'],
    ['näringslivet', 'näring liv'],
    ['målgruppernas', 'mål grupp'],
    ['landsbygdsutveckling', 'landsbygd land bygd utveckling'],
    ['metodutveckling', 'metod utveckling'],
    ['språkutveckling', 'språk utveckling'],
    ['äldreomsorgen', 'äldre omsorg'],
    ['barnomsorg', 'barn omsorg'],
    ['kvinnojour', 'kvinna jour'],
    ['folkhögskolor', 'folk högskola'],
    ['livsmedelsföretag', 'livsmedel liv medel företag'],
    ['klimatomställning', 'klimat omställning'],
    ['etableringslyftet', 'etablering lyft'],
    ['jobbvägen', 'jobb väg'],
    ['jämställdhetsintegrering', 'jämställdhet integrering'],
    ['samordningsförbundet', 'samordning förbund'],
    ['försäkringskassan', 'försäkring kassa'],
    ['tillväxtverket', 'tillväxt verk'],
  ])('%s: %s', (word, parts) => {
    expect(compoundParts(word).join(' ')).toBe(parts)
  })

  test.each(
    `kompetens utveckling arbete personal handledning framgång företagare företag verksamhet möjlighet samverkan
    deltagare utbildning kommunal matematik kontakt kombination utanförskap stockholm södertälje ungdomar självständig
    anställning medarbetare ledarskap grundläggande motverka fortfarande underlag överenskommelse integration
    universitet vägledning återkommande organisation regional europa digitalisering partnerskap arbetslöshet`.split(
      /\s+/,
    ),
  )('%s is one word', (word) => {
    expect(compoundParts(word)).toEqual([])
  })

  test('the smallest parts have no parts of their own', () => {
    expect(smallestParts('arbetsmarknadsförvaltningen')).toEqual(['arbete', 'marknad', 'förvaltning'])
  })

  test('any letters at all give shorter parts, or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö0-9]{0,40}$/), (word) => {
        for (const part of compoundParts(word)) expect(part.length).toBeGreaterThanOrEqual(3)
        expect(compoundParts(word)).not.toContain(word)
      }),
    )
  })
})

describe('base forms', () => {
  test.each([
    ['kontoret', 'kontor'],
    ['livets', 'liv'],
    ['förvaltningen', 'förvaltning'],
    ['medlemmar', 'medlem'],
    ['skolor', 'skola'],
    ['kommun', 'kommun'],
    ['xyzzy', undefined],
  ])('%s is of %s', (word, base) => {
    expect(baseForm(word)).toBe(base)
  })
})
