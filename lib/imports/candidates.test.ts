import { describe, expect, test } from 'vitest'
import { asOneAct, type Transaction } from '../db.ts'
import type { Candidate, Subject } from '../matching/match.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { findCandidates } from './candidates.ts'

inSampleRegistry()

const entry = (name: string, more: Partial<Subject> = {}): Subject => ({
  kind: 'entry',
  numbers: [],
  name,
  owners: [],
  amounts: [],
  decidedOn: null,
  startDate: null,
  endDate: null,
  region: null,
  fund: null,
  rejected: false,
  ...more,
})
const by = (name: string, number: string | null = null) => ({
  owners: [{ name, unit: null, number, ids: [] }],
})
const kronor = (amount: number, precision = 1): Pick<Subject, 'amounts'> => ({
  amounts: [{ kind: 'applied', kronor: amount, precision }],
})

const find = (...subjects: Subject[]) => asOneAct((tx) => findCandidates(tx, subjects))
const best = async (subject: Subject): Promise<Candidate | undefined> => (await find(subject)).get(0)?.[0]

/** The project's name, and how sure it is. */
async function named(subject: Subject): Promise<string | null> {
  const candidate = await best(subject)
  if (!candidate) return null
  return asOneAct(async (tx) => {
    const { name } = await tx.project.findUniqueOrThrow({ where: { id: candidate.id } })
    return `${candidate.verdict}: ${name}`
  })
}

describe('a project that the registry has is found', () => {
  test('by its number, however it is written', async () => {
    const subject = entry('Växthuset i Provköping', { numbers: ['2019-09301'], ...by('PROVKÖPINGS KOMMUN') })
    expect(await named(subject)).toBe('certain: Växthuset Provköping')
  })

  test('by its name and its owner, with a sum within its rounding', async () => {
    const subject = entry('NYA RÖTTER', {
      ...by('Fjällexempels kommun'),
      ...kronor(4_300_000, 100_000),
      decidedOn: '2019-10-17',
    })
    expect(await named(subject)).toBe('certain: Nya rötter')
  })

  test('by a name with a slip', async () => {
    const subject = entry('Stegen mot abete', { ...by('Exempelstads kommun'), startDate: '2016-09-01' })
    expect(await named(subject)).toBe('likely: Stegen mot arbete')
  })

  test('by what stands before the dash of its name', async () => {
    const subject = entry('Fast Care', { ...by('Exempelstads kommun'), startDate: '2023-10-01' })
    expect(await named(subject)).toBe('likely: Fast Care - Hem hos oss')
  })

  test('by its owner and a sum to the krona, whatever it was called', async () => {
    const subject = entry('Vuxnas väg', { ...by('Påhittsunds kommun'), ...kronor(3_412_300) })
    expect(await named(subject)).toBe('likely: Mot nya mål')
  })
})

test('the next project of the same people is not taken for it', async () => {
  const subject = entry('Nya rötter 2.0', { ...by('Fjällexempels kommun'), ...kronor(4_312_550) })
  expect(await named(subject)).toBe('possible: Nya rötter')
})

test('what nobody has heard of finds nothing', async () => {
  expect(await named(entry('Zebrafiskarnas återkomst'))).toBeNull()
  expect(await named(entry(''))).toBeNull()
  const odd = entry('\0%_\\\ud800 {"', {
    ...by('\0Stiftelsen Activa'),
    ...kronor(1e300),
    numbers: ['\0'],
    decidedOn: '?',
  })
  expect(await named(odd)).toBeNull()
})

test('each of many is answered, and a thousand take no more queries than one', async () => {
  const subject = entry('Nya rötter', by('Fjällexempels kommun'))
  const one = await queriesFor([subject])
  const many = await queriesFor(Array.from({ length: 1000 }, () => subject))
  expect(many).toBe(one)
  expect(many).toBeLessThanOrEqual(5)
  const found = await find(entry('Zebrafiskarnas återkomst'), subject)
  expect([...found.keys()]).toEqual([0, 1])
  expect(found.get(1)).toHaveLength(1)
})

async function queriesFor(subjects: Subject[]): Promise<number> {
  let count = 0
  await asOneAct((tx) => {
    const counting = new Proxy(tx, {
      get(target, key) {
        if (typeof key === 'string' && !key.startsWith('then')) count++
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    return findCandidates(counting as Transaction, subjects)
  })
  return count
}

test('names are looked for through the index of letters', async () => {
  const plan = await asOneAct(async (tx) => {
    // In a registry as small as the sample reading all of it is cheaper.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return planOf(tx, entry('Nya rötter'))
  })
  expect(plan).toContain('project_nameKey_letters_idx')
  expect(plan).toContain('project_nameKey_idx')
})

test('what was brought in and taken back again is no candidate', async () => {
  const subject = entry('Nya rötter', by('Fjällexempels kommun'))
  await asOneAct(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRaw`UPDATE project SET "inForce" = false WHERE name = 'Nya rötter'`
    expect((await findCandidates(tx, [subject])).get(0)).toEqual([])
    await tx.$executeRaw`UPDATE project SET "inForce" = true WHERE name = 'Nya rötter'`
    expect((await findCandidates(tx, [subject])).get(0)).toHaveLength(1)
  })
})

/** How PostgreSQL answers the query for names. */
async function planOf(tx: Transaction, subject: Subject): Promise<string> {
  let plan = ''
  const explaining = new Proxy(tx, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key !== '$queryRaw') return typeof value === 'function' ? value.bind(target) : value
      return async ([first = '', ...rest]: readonly string[], ...values: unknown[]) => {
        if (rest.join('').includes('"nameKey" %')) plan = await explain(target, [first, ...rest], values)
        return target.$queryRaw(asTemplate([first, ...rest]), ...values)
      }
    },
  })
  await findCandidates(explaining as Transaction, [subject])
  return plan
}

const asTemplate = (strings: string[]) => Object.assign(strings, { raw: strings }) as TemplateStringsArray

async function explain(tx: Transaction, [first = '', ...rest]: string[], values: unknown[]) {
  const lines = await tx.$queryRaw<object[]>(asTemplate([`EXPLAIN ${first}`, ...rest]), ...values)
  return JSON.stringify(lines)
}
