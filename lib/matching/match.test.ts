import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, type Known, rankCandidates, type Subject, type SubjectAmount } from './match.ts'
import { sentenceOf } from './reasons.ts'

const subject = (more: Partial<Subject> = {}): Subject => ({
  kind: 'entry',
  numbers: [],
  name: 'Nya rötter',
  owners: [{ name: 'Provköpings kommun', unit: null, number: null, ids: [7] }],
  amounts: [awarded(4_312_550)],
  decidedOn: '2019-10-17',
  startDate: null,
  endDate: null,
  region: 'SE33',
  fund: 'ESF',
  rejected: false,
  ...more,
})
const project = (more: Partial<Known> = {}): Known => ({
  id: 10,
  numbers: ['2019/09302'],
  name: 'Nya rötter',
  otherNames: [],
  owner: { id: 7, name: 'Provköpings kommun', number: null, unit: null },
  totalBudget: 9_176_702,
  grantedSupport: 4_312_550,
  amounts: [],
  startDate: '2019-11-01',
  endDate: '2022-04-30',
  region: 'SE33',
  fund: 'ESF',
  ...more,
})
function awarded(kronor: number, precision = 1): SubjectAmount {
  return { kind: 'awarded', kronor, precision }
}
const owner = (name: string, unit: string | null = null, number: string | null = null) => ({
  owners: [{ name, unit, number, ids: [] }],
})

const best = (what: Partial<Subject>, ...known: Partial<Known>[]): Candidate | undefined =>
  rankCandidates(subject(what), known.length === 0 ? [project()] : known.map(project))[0]
const verdict = (...given: Parameters<typeof best>) => best(...given)?.verdict

describe('a project is certainly the one', () => {
  test.each<[string, Partial<Subject>, Partial<Known>]>([
    ['by the number and the name', { numbers: ['2019-09302'], owners: [], amounts: [] }, {}],
    ['by the number, the owner and a name with a slip', { numbers: ['2019/09302'], name: 'Nya rotter' }, {}],
    ['by name, owner and a sum to the krona', {}, {}],
    ['by name, owner and a sum rounded down', { amounts: [awarded(4_300_000, 100_000)] }, {}],
    ['with other capitals and marks', { name: '”NYA RÖTTER!”' }, {}],
    ['by the number of the owner', owner('PROVKÖPING', null, '2120001124'), OWNER_WITH_NUMBER()],
  ])('%s', (_, what, known) => {
    expect(verdict(what, known)).toBe('certain')
  })
})
function OWNER_WITH_NUMBER(): Partial<Known> {
  return { owner: { id: 9, name: 'Provköpings stad', number: '2120001124', unit: null } }
}

describe('a project is likely, and a person decides', () => {
  test.each<[string, Partial<Subject>, Partial<Known>]>([
    ['where the name has a slip', { name: 'Nya röttter' }, {}],
    ['where the owner is written in another way', owner('Kommunen Provköping'), {}],
    ['where the unit stands first', owner('Arbetsmarknadsförvaltningen, Provköpings kommun'), {}],
    ['where the grant was changed since', { amounts: [awarded(4_000_000)] }, {}],
    ['where nothing but name and owner is told', { amounts: [], decidedOn: null }, {}],
    ['where it was renamed and the number is the same', { name: 'Fotfäste', numbers: ['2019/09302'] }, {}],
    ['where it was renamed and the sum is the same to the krona', { name: 'Fotfäste' }, {}],
    ['where nobody is named and sum and name agree', { owners: [] }, {}],
    ['where letters stand for the name', { name: 'FUN' }, { name: 'FUN (Främja Ungas Närvaro)' }],
    ['where a digit of the number is wrong', { numbers: ['2019/09303'] }, {}],
  ])('%s', (_, what, known) => {
    expect(verdict(what, known)).toBe('likely')
  })
})

describe('two projects are never taken for one', () => {
  test.each([
    'Nya rötter Vidare',
    'Nya rötter 2.0',
    'Nya rötter II',
    'Nya rötter - fas 2',
    'Nya rötter, etapp 2',
    'Nya rötter (steg 2)',
    'Nya rötter 2020',
    'Nya rötter 2020-2022',
    'Nya rötter Norr',
    'Nya rötter+',
    'Nya rötter Malmö',
    'Nya rötter - Hisingen',
    'Nya rötter (kvinnor)',
    'Förstudie Nya rötter',
    'Rötter',
  ])('“%s” is another than “Nya rötter”, with all the same figures', (name) => {
    expect(verdict({ name })).toBe('possible')
    expect(verdict({}, { name })).toBe('possible')
  })

  test.each<[string, Partial<Subject>]>([
    ['another owner', { ...owner('Lunds kommun') }],
    ['another number', { numbers: ['2021/00417'] }],
    ['another fund', { fund: 'ERUF' }],
    ['another region', { region: 'SE11' }],
    ['another sum', { amounts: [awarded(9_950_400)] }],
    ['a decision years before', { decidedOn: '2014-03-01' }],
    ['a decision years after', { decidedOn: '2023-03-01' }],
    ['days of another call', { startDate: '2022-09-01', endDate: '2024-08-31', decidedOn: null }],
    ['a rejected application', { rejected: true }],
    [
      'a call a year later, of the same sums roughly',
      { decidedOn: '2020-10-20', amounts: [awarded(4_500_123)] },
    ],
  ])('the same name and %s', (_, what) => {
    expect(verdict(what)).toBe('possible')
  })

  test('a number alone is not enough where name and owner speak against it', () => {
    const stranger = { numbers: ['2019/09302'], name: 'Fiber i byn', ...owner('Byanätet AB'), amounts: [] }
    expect(verdict({ ...stranger, fund: 'ERUF' })).toBe('possible')
    expect(verdict({ ...stranger, fund: null })).toBe('possible')
  })

  test('sums that agree by chance do not make two names one', () => {
    const first = { name: 'Hälsofrämjande arbetsliv 2.0', amounts: [awarded(8_200_000, 100_000)] }
    const second = { name: 'Hållbar utveckling Nynäshamn', grantedSupport: 8_225_159, totalBudget: null }
    expect(verdict(first, second)).toBeUndefined()
  })
})

describe('several that fit', () => {
  test('nothing is certain where a namesake of the same owner comes near', () => {
    const earlier = {
      id: 11,
      numbers: ['2018/00011'],
      startDate: '2019-09-01',
      grantedSupport: null,
      totalBudget: null,
    }
    const rounded = { amounts: [awarded(4_300_000, 100_000)] }
    expect(verdict(rounded)).toBe('certain')
    expect(best(rounded, {}, earlier)).toMatchObject({ id: 10, verdict: 'likely' })
    expect(best(rounded, {}, earlier)?.against).toContainEqual({ key: 'anotherIsNear', detail: { id: 11 } })
  })

  test('two that fit as well are both only possible', () => {
    const twins = rankCandidates(subject(), [project(), project({ id: 11, numbers: [] })])
    expect(twins.map(({ verdict: one }) => one)).toEqual(['possible', 'possible'])
  })

  test('a number that is one’s and a sum that is its namesake’s are left to a person', () => {
    const given = { numbers: ['2019/09302'], amounts: [awarded(6_120_417)] }
    const numbered = { grantedSupport: null, totalBudget: null }
    const summed = { id: 11, numbers: ['2019/09320'], grantedSupport: 6_120_417 }
    expect(verdict(given, numbered)).toBe('certain')
    expect(best(given, numbered, summed)).toMatchObject({ id: 10, verdict: 'likely' })
  })

  test('the number tells which of two namesakes it is', () => {
    expect(best({ numbers: ['2019/09302'] }, { id: 11, numbers: ['2019/08888'] }, {})).toMatchObject({
      id: 10,
      verdict: 'certain',
    })
  })
})

describe('the reasons are told in words', () => {
  const told = (candidate: Candidate | undefined, of: 'reasons' | 'against') =>
    candidate?.[of].map((reason) => sentenceOf(reason).sv.replace(/\u00a0/g, ' '))

  test('what speaks for it', () => {
    const given = { numbers: ['2019/09302'], name: 'Nya röter', amounts: [awarded(4_300_000, 100_000)] }
    expect(told(best({ ...given, decidedOn: '2019-07-04' }), 'reasons')).toEqual([
      'Samma nummer: 2019/09302',
      'Namnet är nästan detsamma som ”Nya rötter” (en bokstav skiljer)',
      'Samma projektägare: Provköpings kommun',
      'Beloppen stämmer inom avrundningen: cirka 4,3 miljoner kr och 4 312 550 kr',
      'Beslutat 4 månader före start',
      'Samma region: Övre Norrland',
      'Samma fond: Europeiska socialfonden (ESF)',
    ])
  })

  test('what speaks against it', () => {
    const given = { name: 'Nya rötter 2.0', ...owner('Lunds kommun'), numbers: ['2021/00417'], fund: 'ERUF' }
    expect(told(best({ ...given, amounts: [awarded(9_950_400)] }, { owner: null }), 'against')).toEqual([
      'Andra nummer: 2021/00417 här, 2019/09302 i registret',
      'Namnen skiljs åt av ”2.0”',
      'Beloppen skiljer sig: 9 950 400 kr här, 4 312 550 kr i registret',
      'En annan fond: Europeiska regionala utvecklingsfonden (ERUF) här, Europeiska socialfonden (ESF) i registret',
    ])
  })
})

describe('whatever the names', () => {
  const WORDS =
    'Ung växtkraft jobb nu MIA Framsteg II 2.0 fas 2 i och Norr Lund kompetens + steget vidare 2016'.split(
      ' ',
    )
  const names = fc.oneof(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )
  const sums = fc.integer({ min: 100_001, max: 99_999_999 })
  const knowns = fc
    .array(fc.record({ name: names, grantedSupport: sums, sharesOwner: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((some) =>
      some.map(({ sharesOwner, ...one }, at) =>
        project({ ...one, id: at + 1, numbers: [], ...(!sharesOwner && { owner: null }) }),
      ),
    )
  const asked = fc
    .record({ name: names, sum: sums })
    .map(({ name, sum }) => subject({ name, amounts: [awarded(sum)] }))

  test('the order of what is known does not matter, and scores are from 0 to 1, the best first', () => {
    fc.assert(
      fc.property(asked, knowns, (what, known) => {
        const ranked = rankCandidates(what, known)
        expect(rankCandidates(what, known.toReversed())).toEqual(ranked)
        for (const { score } of ranked) expect(score >= 0 && score <= 1).toBe(true)
        expect(ranked.map(({ score }) => score)).toEqual(
          ranked.map(({ score }) => score).sort((a, b) => b - a),
        )
        expect(ranked.filter((one) => one.verdict === 'certain').length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  test('capitals and marks change nothing', () => {
    const plain = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
    const mark = fc.constantFrom(' ', ', ', '! ', ' ”', '” ', '; ', ' . ')
    fc.assert(
      fc.property(plain, names, mark, fc.boolean(), (words, other, between, isUpper) => {
        const known = [
          project({ name: other }),
          project({ id: 11, name: words.join(' '), grantedSupport: 5 }),
        ]
        const written = words.map((word) => (isUpper ? word.toUpperCase() : word.toLowerCase())).join(between)
        expect(rankCandidates(subject({ name: written }), known)).toEqual(
          rankCandidates(subject({ name: words.join(' ') }), known),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('names that differ in a digit are never linked, even by the same number', () => {
    const numbered = fc.tuple(names, fc.nat(99), fc.nat(99), fc.constantFrom(' ', '', '.', ' - fas '))
    fc.assert(
      fc.property(numbered, fc.boolean(), ([name, a, b, between], hasNumber) => {
        fc.pre(a !== b)
        const numbers = hasNumber ? ['2019/09302'] : []
        const known = project({ name: `${name}${between}${b}` })
        for (const written of [`${name}${between}${a}`, name]) {
          const [candidate] = rankCandidates(subject({ numbers, name: written }), [known])
          expect(candidate?.verdict).not.toBe('certain')
        }
      }),
      { numRuns: 500 },
    )
  })
})
