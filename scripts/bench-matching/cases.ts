import type { Known, KnownOwner, Subject, SubjectAmount } from '../../lib/matching/match.ts'
import { type GeneratedProject, makeProject, organisationNames } from '../generate-registry/projects.ts'
import { Random } from '../generate-registry/random.ts'
import { THEMES, UNITS } from '../generate-registry/words.ts'
import { explain, nextName, otherDigit, respell, rewrite, typo } from './noise.ts'
import { rewriteOwner } from './organisation-noise.ts'

/** What a document tells, and which project of the registry it is; null for one that the registry does not have. */
export type Question = { subject: Subject; truth: number | null; what: string }
export type Exam = { registry: Known[]; questions: Question[] }

/** Names that many projects have, of the same owner too. */
const GENERIC_NAMES = [
  'Framsteg',
  'Jobb nu',
  'Kompetensutveckling',
  'Ung kraft',
  'Steget vidare',
  'Vägen till arbete',
  'Samverkan',
  'Kompetenslyftet',
  'Nya möjligheter',
  'Unga till arbete',
  'Arbetsmarknadscenter',
  'Språk och arbete',
  'MIA',
  'KOMP',
  'Rätt väg',
  'Digital kompetens',
  'Framtidens vård',
  'Kompetenslyft för medarbetare i äldreomsorgen',
  'Hållbart arbetsliv',
  'Grön omställning 2020',
] as const

const OWNERS = 120
const ONE_IN_GENERIC = 0.25

/**
 * A registry of so many projects, some with namesakes, and questions about it. The same for the same seed. Everything that
 * is asked, a careful reader could answer: what tells two apart is never left out altogether.
 */
export function makeExam(seed: number, projects: number): Exam {
  const random = new Random(seed)
  const owners = organisationNames(OWNERS * 8).map((name, at) => makeOwner(random, name, at))
  const registry: Known[] = []
  const absent: { known: Known; what: string }[] = []
  for (let id = 1; id <= projects; id++) {
    const known = makeKnown(random, id, owners, projects)
    registry.push(known)
    if (random.chance(0.3)) {
      const sibling = makeSibling(random, known, 100_000 + id, owners)
      if (random.chance(0.4)) registry.push(sibling.known)
      else absent.push(sibling)
    }
  }
  return { registry, questions: [...aboutKnown(random, registry), ...aboutAbsent(random, absent, registry)] }
}

function makeOwner(random: Random, name: string, at: number): KnownOwner {
  const number = random.chance(0.5) ? String(2_120_000_000 + at * 97) : null
  return {
    id: 5000 + at,
    name,
    number,
    unit: null,
    otherNames: random.chance(0.1) ? [`${name} Gamla Namnet`] : [],
  }
}

const pickOne = <Value>(random: Random, values: readonly Value[]) =>
  random.pick(values as readonly [Value, ...Value[]])

function makeKnown(random: Random, id: number, owners: readonly KnownOwner[], projects: number): Known {
  const made = makeProject(random, id, projects, owners.length)
  const owner = owners[made.owner] ?? null
  const isBare = random.chance(0.08)
  return {
    id,
    numbers: random.chance(0.85) ? [made.number] : [],
    name: random.chance(ONE_IN_GENERIC) ? random.pick(GENERIC_NAMES) : made.name,
    otherNames: [],
    owner: owner && { ...owner, unit: made.unit },
    totalBudget: isBare || random.chance(0.1) ? null : made.budget,
    grantedSupport: isBare ? null : supportOf(random, made),
    amounts: [],
    startDate: made.startDate,
    endDate: made.endDate,
    region: made.region[1],
    fund: made.fund,
  }
}

/** Some grants are round sums. */
const supportOf = (random: Random, { support }: GeneratedProject) =>
  random.chance(0.15) ? Math.max(100_000, Math.round(support / 100_000) * 100_000) : support

// Another project that is easily taken for it.

type Sibling = { known: Known; what: string }

function makeSibling(random: Random, known: Known, id: number, owners: readonly KnownOwner[]): Sibling {
  const later = withOwnFacts(random, { ...known, id })
  const kinds: readonly (() => Sibling)[] = [
    () => ({ known: { ...later, name: nextName(random, known.name) }, what: 'next name' }),
    () => ({ known: { ...later, name: nextName(random, known.name) }, what: 'next name' }),
    () => ({ known: copied(random, known, later), what: 'next name, same figures' }),
    () => otherNumberInName(random, known, later),
    () => otherOwner(random, known, { later, owners }),
    () => ({ known: otherPlace(random, later), what: 'other place' }),
    () => ({ known: later, what: 'later call' }),
    () => nearCall(random, known, later),
  ]
  return pickOne(random, kinds)()
}

/** What a lazy clerk writes: all the figures of the project before it. */
const copied = (random: Random, known: Known, later: Known): Known => ({
  ...known,
  id: later.id,
  numbers: random.chance(0.5) ? later.numbers : [],
  name: nextName(random, known.name),
})

function otherNumberInName(random: Random, known: Known, later: Known): Sibling {
  const name = otherDigit(random, known.name)
  return name ? { known: { ...later, name }, what: 'other digit' } : { known: later, what: 'later call' }
}

function otherOwner(
  random: Random,
  known: Known,
  { later, owners }: { later: Known; owners: readonly KnownOwner[] },
): Sibling {
  const owner = pickOne(random, owners)
  if (owner.id === known.owner?.id) return { known: later, what: 'later call' }
  const isSimultaneous = random.chance(0.5) && known.grantedSupport !== null
  const { startDate, endDate } = isSimultaneous ? known : later
  return { known: { ...later, startDate, endDate, owner }, what: 'other owner' }
}

/** The call half a year or a year later, where much the same was applied for. */
function nearCall(random: Random, known: Known, later: Known): Sibling {
  if (!known.startDate || !known.endDate) return { known: later, what: 'later call' }
  const days = (random.chance(0.6) ? 1 : -1) * random.between(185, 420)
  const factor = 0.88 + random.next() * 0.24
  const scaled = (kronor: number | null) => kronor && Math.round(kronor * factor)
  const near = {
    ...later,
    startDate: shift(known.startDate, days),
    endDate: shift(known.endDate, days),
    totalBudget: scaled(known.totalBudget),
    grantedSupport: scaled(known.grantedSupport),
  }
  return { known: near, what: 'next call, near sums' }
}

/** The same name and owner in another call: other numbers, sums and days. */
function withOwnFacts(random: Random, known: Known): Known {
  const sign = random.chance(0.7) ? 1 : -1
  const months = sign * random.between(9, 48)
  const factor = random.chance(0.5) ? 1.3 + random.next() * 2 : 0.3 + random.next() * 0.45
  const scaled = (kronor: number | null) => kronor && Math.round(kronor * factor)
  return {
    ...known,
    numbers: known.numbers.map((number) => nextNumber(random, number, Math.round(months / 12))),
    totalBudget: scaled(known.totalBudget),
    grantedSupport: scaled(known.grantedSupport),
    startDate: known.startDate && shift(known.startDate, months * 30),
    endDate: known.endDate && shift(known.endDate, months * 30),
  }
}

function nextNumber(random: Random, number: string, years: number): string {
  const serial = String(random.between(100, 999))
  const old = /^(\d{4})\/(\d{2})/.exec(number)
  if (old) return `${Number(old[1]) + years}/${old[2]}${serial}`
  const [year, , call] = number.split('-')
  return `${Number(year) + Math.max(0, years)}-${serial}-${call ?? 'S01'}`
}

const shift = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

type Names = readonly string[]
/** Places a letter from each other, real and not. */
const PLACE_PAIRS: readonly [Names, ...Names[]] = [
  ['Avesta', 'Alvesta'],
  ['Lidköping', 'Linköping'],
  ['Lindsund', 'Lundsund'],
  ['Marhult', 'Morhult'],
  ['Norrtälje', 'Södertälje'],
  ['Grönvik', 'Gränvik'],
]

function otherPlace(random: Random, known: Known): Known {
  const [here = '', there = ''] = random.pick(PLACE_PAIRS)
  const name = known.name.includes(here) ? known.name.replace(here, there) : `${known.name} ${there}`
  return { ...known, name }
}

// Questions about projects that the registry has.

function aboutKnown(random: Random, registry: readonly Known[]): Question[] {
  return registry.map((known) => {
    const namesakes = registry.filter((other) => other.id !== known.id && other.name === known.name)
    return askAbout(random, known, namesakes.length > 0)
  })
}

function askAbout(random: Random, known: Known, hasNamesake: boolean): Question {
  const isRenamed = !hasNamesake && known.numbers.length > 0 && random.chance(0.03)
  const subject = tellOf(random, known, { isPlain: isRenamed || hasNamesake })
  const { name, what } = isRenamed
    ? { name: `${random.pick(THEMES)} i samverkan`, what: 'renamed' }
    : writeName(random, known.name)
  // Of a project that is called otherwise now, nothing tells but its number.
  const numbers = isRenamed ? known.numbers : subject.numbers
  return { subject: { ...subject, name, numbers }, truth: known.id, what }
}

function writeName(random: Random, name: string): { name: string; what: string } {
  const dice = random.next()
  if (dice < 0.2) return { name, what: 'as it is' }
  if (dice < 0.45) return { name: rewrite(random, name), what: 'rewritten' }
  if (dice < 0.65) return { name: respell(random, name), what: 'respelt' }
  if (dice < 0.85) return { name: typo(random, name), what: 'typo' }
  if (dice < 0.89) return { name: rewrite(random, typo(random, name)), what: 'typo, rewritten' }
  if (dice < 0.92) return { name: typo(random, typo(random, name)), what: 'two typos' }
  return { name: explain(random, name), what: 'explained or cut off' }
}

/**
 * What a document tells of a project. Of number, owner, sum and days two at least are told; all of them where the question
 * would have no answer otherwise.
 */
function tellOf(random: Random, known: Known, { isPlain }: { isPlain: boolean }): Subject {
  const hidden = isPlain ? -1 : random.between(0, 5)
  const kind = random.pick(['page', 'entry', 'row'] as const)
  const hasDates = kind !== 'entry' && hidden !== 3
  return {
    kind,
    numbers:
      hidden === 0 || (kind === 'entry' && random.chance(0.7))
        ? []
        : known.numbers.map((n) => writeNumber(random, n)),
    name: known.name,
    owners: hidden === 1 ? [] : ownersOf(random, known),
    amounts: hidden === 2 ? [] : amountsOf(random, known, kind),
    decidedOn: kind === 'page' ? null : decidedFor(random, known),
    startDate: hasDates ? known.startDate : null,
    endDate: hasDates && random.chance(0.8) ? prolonged(random, known.endDate) : null,
    region: random.chance(0.8) ? known.region : null,
    fund: random.chance(0.7) ? known.fund : null,
    rejected: false,
  }
}

const writeNumber = (random: Random, number: string) =>
  random.pick([number, number, number, number.replace('/', '-'), ` ${number} `, number.toLowerCase()])

const prolonged = (random: Random, date: string | null) =>
  date && random.chance(0.15) ? shift(date, 30 * random.between(1, 8)) : date

const decidedFor = (random: Random, { startDate }: Known) =>
  startDate && shift(startDate, random.chance(0.06) ? random.between(1, 40) : -random.between(5, 180))

function ownersOf(random: Random, { owner }: Known): Subject['owners'] {
  if (!owner) return []
  const isMerged = (owner.otherNames ?? []).length > 0 && random.chance(0.5)
  const written = isMerged
    ? { name: owner.otherNames?.[0] ?? owner.name, unit: null }
    : rewriteOwner(random, {
        name: random.chance(0.05) ? typo(random, owner.name) : owner.name,
        unit: random.chance(0.4) ? owner.unit : null,
      })
  const told = {
    ...written,
    number: random.chance(0.3) ? owner.number : null,
    ids: random.chance(0.3) ? [owner.id] : [],
  }
  const partner = { name: `Föreningen ${random.pick(UNITS)}`, unit: null, number: null, ids: [] }
  return random.chance(0.1) ? [partner, told] : [told]
}

function amountsOf(random: Random, known: Known, kind: Subject['kind']): SubjectAmount[] {
  const { grantedSupport, totalBudget } = known
  const support = grantedSupport === null ? [] : [writeAmount(random, grantedSupport, kind)]
  if (kind === 'entry' || totalBudget === null || random.chance(0.4)) return support
  return [...support, { kind: 'totalBudget', kronor: totalBudget, precision: 1 }]
}

const ENTRY_KINDS = ['applied', 'awarded', 'prioritised', 'unspecified'] as const

function writeAmount(random: Random, kronor: number, of: Subject['kind']): SubjectAmount {
  const kind = of === 'page' ? 'grantedSupport' : random.pick(ENTRY_KINDS)
  const dice = of === 'page' ? 0 : random.next()
  if (dice < 0.55) return { kind, kronor, precision: 1 }
  if (dice < 0.85) return { kind, ...roundedTo(random, kronor, 100_000) }
  if (dice < 0.92) return { kind, ...roundedTo(random, kronor, 1_000_000) }
  // Granted less than was asked for, or changed since.
  return { kind, kronor: Math.round(kronor * (0.9 + random.next() * 0.25)), precision: 1 }
}

function roundedTo(random: Random, kronor: number, step: number) {
  const round = random.chance(0.5) ? Math.floor : Math.round
  const rounded = round(kronor / step) * step
  return rounded > 0 ? { kronor: rounded, precision: step } : { kronor, precision: 1 }
}

// Questions about projects that it does not have.

function aboutAbsent(random: Random, absent: readonly Sibling[], registry: readonly Known[]): Question[] {
  const siblings = absent.map(({ known, what }): Question => {
    const subject = tellOf(random, known, { isPlain: TOLD_BY_FIGURES.has(what) })
    const name = random.chance(0.6) ? rewrite(random, known.name) : known.name
    return { subject: { ...subject, name }, truth: null, what }
  })
  const strangers = registry
    .filter(({ id }) => id % 12 === 0)
    .map((known, at) => otherAuthority(random, known, registry[(at * 37) % registry.length] ?? known))
  return [...siblings, ...strangers]
}

/** Nothing but figures tells these. */
const TOLD_BY_FIGURES = new Set(['later call', 'other owner', 'next call, near sums'])

/** Another authority's project that has the same number. */
function otherAuthority(random: Random, known: Known, other: Known): Question {
  const subject = tellOf(random, other, { isPlain: true })
  const isSame = other.id === known.id || other.name === known.name || other.owner?.id === known.owner?.id
  const numbers = isSame ? subject.numbers : known.numbers
  const name = isSame ? subject.name : `${random.pick(THEMES)} ${other.id} hos oss`
  const stranger = { name: `Bolaget ${other.id} AB`, unit: null, number: null, ids: [] }
  if (isSame) return { subject, truth: other.id, what: 'as it is' }
  return {
    subject: { ...subject, numbers, name, owners: [stranger] },
    truth: null,
    what: 'number of another authority',
  }
}
