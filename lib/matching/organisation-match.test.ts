import { describe, expect, test } from 'vitest'
import { type DraftedOrganisation, type KnownOrganisation, matchOrganisation } from './organisation-match.ts'
import { organisationSentence } from './organisation-reasons.ts'

const STOCKHOLM: KnownOrganisation = { id: 1, names: ['Stockholms stad'], number: '2120000142' }
const SALA: KnownOrganisation = { id: 2, names: ['Sala kommun'], number: null }

const match = (drafted: string | DraftedOrganisation, ...known: KnownOrganisation[]) =>
  matchOrganisation(typeof drafted === 'string' ? { name: drafted, number: null } : drafted, known)

describe('an organisation is certainly the one', () => {
  test('by its number, whatever it is called', () => {
    const drafted = { name: 'STOCKHOLMS KOMMUN', number: '2120000142' }
    expect(match(drafted, SALA, STOCKHOLM)).toMatchObject({ id: 1, verdict: 'certain' })
    expect(match({ ...drafted, name: 'Hufvudstaden' }, STOCKHOLM).id).toBe(1)
  })

  test('by exactly its name, other capitals and marks forgiven', () => {
    expect(match('SALA  KOMMUN', STOCKHOLM, SALA)).toMatchObject({ id: 2, verdict: 'certain' })
  })
})

describe('a person decides', () => {
  test.each([
    ['Stockholm Stad, Arbetsmarknadsförvaltningen', STOCKHOLM],
    ['Arbetsmarknadsförvaltningen, Stockholms stad', STOCKHOLM],
    ['STOCKHOLMS KOMMUN', STOCKHOLM],
    ['Sala kommuns Arbetsmarknadsenhet', SALA],
    ['Kommunen Sala', SALA],
    ['Sala komun', SALA],
    ['Sala ommun', SALA],
    ['Norrtalje kommun', { id: 6, names: ['Norrtälje kommun'], number: null }],
    ['Stiftesen Fryshuset', { id: 7, names: ['Stiftelsen Fryshuset'], number: null }],
  ])('whether “%s” is the one', (name, known) => {
    expect(match(name, known)).toMatchObject({ id: null, verdict: 'likely' })
  })

  test('what only names a kind of unit is any town’s', () => {
    const unit = { id: 3, names: ['arbetsmarknadsenheten'], number: null }
    const { id, verdict, candidates } = match('Arbetsmarknadsenheten', unit)
    expect({ id, verdict }).toEqual({ id: null, verdict: 'possible' })
    expect(candidates[0]?.against.map((reason) => organisationSentence(reason).sv)).toEqual([
      'Namnet säger vilken sorts enhet det är, inte vems',
    ])
  })

  test('where two have the name', () => {
    const other = { ...SALA, id: 4 }
    expect(match('Sala kommun', SALA, other)).toMatchObject({ id: null, verdict: 'possible' })
    expect(match('Sala kommun', SALA, other).candidates).toHaveLength(2)
  })

  test('where the number is one’s and the name another’s with a number of its own', () => {
    const drafted = { name: 'Sala kommun', number: '2120000142' }
    expect(match(drafted, STOCKHOLM, { ...SALA, number: '2120002098' })).toMatchObject({ id: null })
    expect(match(drafted, STOCKHOLM, SALA).id).toBe(1)
  })

  test('where the numbers differ', () => {
    const { id, verdict, candidates } = match({ name: 'Stockholms stad', number: '2120002098' }, STOCKHOLM)
    expect({ id, verdict }).toEqual({ id: null, verdict: 'possible' })
    expect(candidates[0]?.against[0]?.key).toBe('otherNumber')
  })
})

test.each([
  ['Lidköpings kommun', 'Linköpings kommun'],
  ['Stockholms stadsmission', 'Stockholms stad'],
  ['Region Sala', 'Sala kommun'],
  ['Almeda', 'Almega'],
  ['Lundsunds folkhögskola', 'Lindsunds folkhögskola'],
  ['Stiftelsen för Sala kommun', 'Sala kommun'],
  ['', 'Sala kommun'],
])('“%s” is not “%s”', (name, known) => {
  expect(match(name, { id: 1, names: [known], number: null }).verdict).toBe('none')
})

test('the order of what is known does not matter', () => {
  const known = [STOCKHOLM, SALA, { id: 5, names: ['Stockholms kommun'], number: null }]
  expect(match('Stockholms stad', ...known.toReversed())).toEqual(match('Stockholms stad', ...known))
})
