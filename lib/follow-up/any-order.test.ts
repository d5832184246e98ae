import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import { loadRecord } from '../corrections/load.ts'
import type { CorrectionInput } from '../corrections/schema.ts'
import { database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import { dayOf } from '../registry/sayings.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { publishFollowUp, withdrawFollowUp } from './commands.ts'
import { flagKey } from './flags.ts'
import { draftOf, publishedOf } from './testing/published.ts'

inOwnRegistry()
beforeEach(begin)

const SLUGS = ['2019-09100', '2019-09200'] as const
type Slug = (typeof SLUGS)[number]
/** What both pages say, and when they were captured. */
const PAGE = { planned: 100, day: '2020-01-01' }

async function begin() {
  await emptyRegistry()
  await signIn('EDITOR')
  await importFiles(
    SLUGS.map((slug) =>
      textFile(
        `${slug}.txt`,
        [
          `${slug.replace('-', '/')} - Stegen ${slug}`,
          'Projektnummer:',
          slug.replace('-', '/'),
          'Namn:',
          `Stegen ${slug}`,
          'Region:',
          'Stockholm',
          'Projektägare:',
          'Exempelstads kommun',
          'Planerat antal deltagare:',
          String(PAGE.planned),
          'Projektperiod:',
          '2019-01-01 - 2022-06-30',
        ],
        PAGE.day,
      ),
    ),
    { actor: 'operator' },
  )
}

const SOURCE = { sourceUrl: 'https://example.se/rapport' }

async function change(id: number, field: string, as: { text: string } | 'withdraw'): Promise<boolean> {
  const record = await loadRecord(database(), { kind: 'followUp', id })
  const about = { field, basis: basisOf(record?.fields[field]?.shown ?? null) }
  const correction: CorrectionInput = {
    kind: 'followUp',
    id,
    version: record?.version ?? 0,
    changes: [as === 'withdraw' ? { ...about, as } : { ...about, as: 'typed', text: as.text }],
    reason: 'Så står det i slutrapporten, sidan 14.',
  }
  const result = await correctRecord(correction)
  if (result.ok || result.problem.kind !== 'flagged') return result.ok
  return (await correctRecord({ ...correction, seen: result.problem.flags.map(flagKey) })).ok
}

/** A follow-up as whoever has followed everything would remember it, in the order in which they became public. */
type Remembered = {
  id: number
  slug: Slug
  stated: Record<string, string>
  corrected: Record<string, string[]>
  isPublic: boolean
}
type Said = { value: number; day: string; basis: string; isSummed: boolean; id: number | null; turn: number }

const shownOf = ({ stated, corrected }: Remembered): Record<string, string> => ({
  ...stated,
  ...Object.fromEntries(
    Object.entries(corrected).flatMap(([field, texts]) => texts.slice(-1).map((text) => [field, text])),
  ),
})

/** The figures of a project, counted as plainly as can be. */
function outcomesOf(slug: Slug, all: readonly Remembered[]) {
  const own = all.flatMap((one, turn) => (one.slug === slug && one.isPublic ? [{ ...one, turn }] : []))
  if (own.length === 0) return {}
  const said: Record<string, Said[]> = {
    'planned.total': [{ value: PAGE.planned, day: PAGE.day, basis: '', isSummed: false, id: null, turn: -1 }],
  }
  for (const one of own) {
    const shown = shownOf(one)
    const { asOf: day = '', basis: word = '' } = shown
    const say = (measure: string, value: number, isSummed: boolean) => {
      const basis = measure.startsWith('costs') ? word : ''
      said[measure] = [...(said[measure] ?? []), { value, day, basis, isSummed, id: one.id, turn: one.turn }]
    }
    for (const [field, text] of Object.entries(shown))
      if (field.includes('.')) say(field, Number(text), false)
    for (const [name, needed, others] of WHOLES) {
      const parts = [...needed, ...others].flatMap((part) => shown[`${name}.${part}`] ?? [])
      const isWhole = needed.every((part) => shown[`${name}.${part}`] !== undefined)
      if (isWhole && shown[`${name}.total`] === undefined)
        say(
          `${name}.total`,
          parts.reduce((sum, text) => sum + Number(text), 0),
          true,
        )
    }
  }
  return Object.fromEntries(
    Object.entries(said).map(([measure, figures]) => {
      const { value, day, id } = chosen(figures)
      return [measure, { value, asOf: day, followUpId: id }]
    }),
  )
}

const WHOLES = [
  ['costs', ['eu', 'public', 'private'], []],
  ['planned', ['women', 'men'], ['nonBinary']],
  ['reached', ['women', 'men'], ['nonBinary']],
] as const

/** One rule after the other: whoever it does not speak for goes, unless nobody would be left. */
function chosen(figures: readonly Said[]): Said {
  const lastDay = [...figures]
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const rules: ((said: Said) => boolean)[] = [
    ({ day }) => day === lastDay,
    ({ basis }) => basis === 'approved',
    ({ isSummed }) => !isSummed,
    ({ id }) => id !== null,
  ]
  let left = figures
  for (const rule of rules) {
    const better = left.filter(rule)
    if (better.length > 0) left = better
  }
  return [...left].sort((a, b) => a.turn - b.turn).at(-1) as Said
}

async function stored(slug: Slug) {
  const rows = await database().outcome.findMany({ where: { project: { slug } } })
  return Object.fromEntries(
    rows.map(({ measure, value, asOf, followUpId }) => [
      measure,
      { value: value.toNumber(), asOf: dayOf(asOf), followUpId },
    ]),
  )
}

const DAYS = ['2019-12-31', '2020-01-01', '2021-12-31']
const FIELDS = {
  COSTS: ['costs.total', 'costs.eu', 'costs.public', 'costs.private', 'recovered.total'],
  PARTICIPANTS: ['planned.total', 'reached.total', 'reached.women', 'reached.men', 'reached.nonBinary'],
} as const
const number = fc.integer({ min: 0, max: 60 }).map(String)

const publishing = (kind: keyof typeof FIELDS) =>
  fc.record({
    what: fc.constant('publish' as const),
    slug: fc.constantFrom(...SLUGS),
    kind: fc.constant(kind),
    asOf: fc.constantFrom(...DAYS),
    basis: fc.constantFrom('reported', 'approved'),
    // Wholes that hold their parts whatever they are, so that all of them may be published.
    figures: fc.dictionary(fc.constantFrom(...FIELDS[kind]), number, { minKeys: 1 }),
  })
const act = fc.oneof(
  publishing('COSTS'),
  publishing('PARTICIPANTS'),
  fc.record({
    what: fc.constantFrom('correct' as const, 'takeBack' as const),
    at: fc.nat(),
    field: fc.constantFrom('asOf', 'basis', ...FIELDS.COSTS, ...FIELDS.PARTICIPANTS),
    day: fc.constantFrom(...DAYS),
    number,
  }),
  fc.record({ what: fc.constant('withdraw' as const), at: fc.nat() }),
)

test('what came of projects is what plain counting gives, whatever is published, corrected and withdrawn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      await begin()
      const all: Remembered[] = []
      for (const one of acts) await DO[one.what](one as never, all)
      for (const slug of SLUGS) expect(await stored(slug)).toEqual(outcomesOf(slug, all))
      await noDrift()
    }),
    { numRuns: 15, endOnFailure: true },
  )
}, 240_000)

type Publishing = {
  slug: Slug
  kind: keyof typeof FIELDS
  asOf: string
  basis: string
  figures: Record<string, string>
}
type Changing = { at: number; field: string; day: string; number: string }

const DO = {
  publish: async ({ slug, kind, asOf, basis, figures }: Publishing, all: Remembered[]) => {
    const stated = { ...SOURCE, asOf, ...(kind === 'COSTS' && { basis }), ...withRoom(figures) }
    const id = await publishedOf(kind, stated, { project: slug })
    all.push({ id, slug, stated, corrected: {}, isPublic: true })
  },
  correct: async ({ field, day, number, ...one }: Changing, all: Remembered[]) => {
    const followUp = among(all, one)
    const text = field === 'asOf' ? day : field === 'basis' ? 'approved' : number
    if (!followUp || !(await change(followUp.id, field, { text }))) return
    followUp.corrected[field] = [...(followUp.corrected[field] ?? []), text]
  },
  takeBack: async ({ field, ...one }: Changing, all: Remembered[]) => {
    const followUp = among(all, one)
    if (followUp && (await change(followUp.id, field, 'withdraw'))) followUp.corrected[field]?.pop()
  },
  withdraw: async (one: { at: number }, all: Remembered[]) => {
    const followUp = among(all, one)
    if (!followUp) return
    const result = await withdrawFollowUp({ id: followUp.id, reason: 'Det var ett annat projekts.' })
    expect(result.ok).toBe(followUp.isPublic)
    followUp.isPublic = false
  },
}
const among = (all: readonly Remembered[], { at }: { at: number }) => all[at % Math.max(all.length, 1)]

/** Totals that are no less than four parts may be. */
const withRoom = (figures: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(figures).map(([field, text]) => [
      field,
      field.endsWith('.total') ? String(Number(text) + 200) : text,
    ]),
  )

describe('two at once', () => {
  const REACHED = { ...SOURCE, asOf: '2021-12-31', 'reached.total': '40' }
  const all = (work: () => Promise<{ ok: boolean }>) =>
    Promise.all(Array.from({ length: 4 }, work)).then((results) => results.filter(({ ok }) => ok).length)

  test('publish one draft once, with one trace', async () => {
    const draft = await draftOf('PARTICIPANTS', REACHED, { project: SLUGS[0] })
    expect(await all(() => publishFollowUp({ ...draft, seen: [] }))).toBe(1)
    expect(await database().change.count({ where: { followUpId: draft.id, action: 'attached' } })).toBe(1)
    await noDrift()
  })

  test('withdraw one follow-up once, with one trace', async () => {
    const id = await publishedOf('PARTICIPANTS', REACHED, { project: SLUGS[0] })
    expect(await all(() => withdrawFollowUp({ id, reason: 'Det var ett annat projekts.' }))).toBe(1)
    expect(await database().change.count({ where: { followUpId: id, action: 'detached' } })).toBe(1)
    await noDrift()
  })

  test('correct one and withdraw it: the correction is there or is told that it is gone', async () => {
    const id = await publishedOf('PARTICIPANTS', REACHED, { project: SLUGS[0] })
    const [isCorrected, withdrawn] = await Promise.all([
      change(id, 'reached.total', { text: '41' }),
      withdrawFollowUp({ id, reason: 'Det var ett annat projekts.' }),
    ])
    expect(withdrawn).toMatchObject({ ok: true })
    expect(await database().correction.count({ where: { followUpId: id } })).toBe(Number(isCorrected))
    expect(await stored(SLUGS[0])).toEqual({})
    await noDrift()
  })
})
