import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import type { OrganisationDraft } from '../imports/drafts.ts'
import { countedSlugs, nameKey, slugOf } from '../matching/keys.ts'
import { organisationsByNumber } from './by-number.ts'

/**
 * What became of names: organisations that show a number now and did not, names that were not known, and organisations
 * that alone went by a name and share it now.
 */
export type FoundOrMade = {
  numbered: { id: number; number: string | null }[]
  named: { name: string; organisationId: number }[]
  shared: number[]
}

/**
 * Sees to it that names belong to organisations. A number tells organisations apart, whatever they are called; without
 * one a name does, compared without capitals and marks and nothing more: joining others is a person's decision. Words
 * in which something private was covered are no name.
 *
 * A name and a number are given to the organisation that has the other of the two, merged or not: what is read stays where
 * it was read when a merge is undone. `documentId` is where the names were read; null for names that an editor gives.
 */
export async function findOrMakeOrganisations(
  tx: Transaction,
  drafts: readonly OrganisationDraft[],
  documentId: number | null,
): Promise<FoundOrMade> {
  const wanted = new Map<string, OrganisationDraft>()
  for (const draft of drafts) {
    const key = nameKey(draft.name)
    if (key !== '' && !draft.name.includes('█')) wanted.set(`${key} ${draft.number ?? ''}`, draft)
  }
  const known = await knownAs(tx, [...wanted.values()])
  const plan: Plan = { numbered: [], named: [], shared: [], made: [] }
  for (const draft of wanted.values()) await settle(tx, draft, known, plan)
  return write(tx, plan, documentId)
}

/** What is to be written once all drafts are settled. An organisation that is not there yet has a number below zero. */
type Plan = Omit<FoundOrMade, 'named'> & {
  named: { key: string; name: string; organisationId: number }[]
  made: OrganisationDraft[]
}
const newId = (at: number): number => -1 - at

async function write(tx: Transaction, plan: Plan, documentId: number | null): Promise<FoundOrMade> {
  const ids = await make(tx, plan.made)
  const idOf = (id: number) => (id < 0 ? (ids[-1 - id] ?? 0) : id)
  const names = plan.named.map(({ organisationId, ...name }) => ({
    ...name,
    organisationId: idOf(organisationId),
  }))
  if (names.length > 0)
    await tx.organisationName.createMany({ data: names.map((name) => ({ ...name, documentId })) })
  return {
    numbered: plan.numbered.map(({ id, number }) => ({ id: idOf(id), number })),
    named: names.map(({ name, organisationId }) => ({ name, organisationId })),
    shared: plan.shared.map(idOf),
  }
}

/** `read`: the number that sources give it, whatever was corrected since. */
type Known = { id: number; number: string | null; read: string | null; isCorrected: boolean }
type Registry = { byKey: Map<string, Known[]>; byNumber: Map<string, number> }

const forMatching = {
  id: true,
  number: true,
  asRead: true,
  corrections: { where: { field: 'number', withdrawnAt: null }, select: { id: true }, take: 1 },
} satisfies Prisma.OrganisationSelect

const knownOf = ({
  id,
  number,
  asRead,
  corrections,
}: Prisma.OrganisationGetPayload<{ select: typeof forMatching }>): Known => ({
  id,
  number,
  read: asRead === null ? number : (asReadOf(asRead).number ?? null),
  isCorrected: corrections.length > 0,
})

const asReadOf = (asRead: Prisma.JsonValue) => asRead as { name: string; number: string | null }

async function knownAs(tx: Transaction, drafts: readonly OrganisationDraft[]): Promise<Registry> {
  const keys = [...new Set(drafts.map(({ name }) => nameKey(name)))]
  const names = await tx.organisationName.findMany({
    where: { key: { in: keys } },
    select: { key: true, organisation: { select: forMatching } },
    orderBy: { organisationId: 'asc' },
  })
  const byKey = new Map<string, Known[]>()
  for (const { key, organisation } of names) add(byKey, key, knownOf(organisation))
  const numbered = await organisationsByNumber(
    tx,
    drafts.flatMap(({ number }) => number ?? []),
  )
  return { byKey, byNumber: new Map([...numbered].map(([number, { id }]) => [number, id])) }
}

const add = (byKey: Registry['byKey'], key: string, known: Known) =>
  byKey.set(key, [...(byKey.get(key) ?? []), known])

/** Finds the one organisation that a source means, or plans it. */
async function settle(tx: Transaction, draft: OrganisationDraft, known: Registry, plan: Plan) {
  const { name, number } = draft
  const key = nameKey(name)
  const namesakes = known.byKey.get(key) ?? []
  if (!number && namesakes.length > 0) return
  if (number && namesakes.some((other) => other.number === number || other.read === number)) return
  const owner = number ? known.byNumber.get(number) : undefined
  const numberless = namesakes.find(({ read }) => read === null)
  if (number && owner === undefined && numberless) {
    if (await giveNumber(tx, numberless, number, plan)) plan.numbered.push({ id: numberless.id, number })
    known.byNumber.set(number, numberless.id)
    return
  }
  const organisationId = owner ?? newId(plan.made.push(draft) - 1)
  plan.named.push({ key, name, organisationId })
  add(known.byKey, key, { id: organisationId, number, read: number, isCorrected: false })
  if (number) known.byNumber.set(number, organisationId)
  plan.shared.push(...namesakes.map(({ id }) => id))
}

/** What a person said of the number stands; what the source gives is kept beneath. Returns whether it is shown. */
async function giveNumber(tx: Transaction, known: Known, number: string, { made }: Plan): Promise<boolean> {
  known.read = number
  if (!known.isCorrected) known.number = number
  const planned = made[-1 - known.id]
  if (planned) made[-1 - known.id] = { ...planned, number }
  else await writeNumber(tx, known, number)
  return !known.isCorrected
}

async function writeNumber(tx: Transaction, { id, isCorrected }: Known, number: string) {
  const { asRead } = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { asRead: true } })
  await tx.organisation.update({
    where: { id },
    data: {
      ...(!isCorrected && { number }),
      ...(asRead !== null && { asRead: { ...asReadOf(asRead), number } }),
    },
  })
}

/** Makes organisations, each at an address of its own. Returns their ids in the order that they were given. */
async function make(tx: Transaction, drafts: readonly OrganisationDraft[]): Promise<number[]> {
  if (drafts.length === 0) return []
  const slugs = await freeSlugs(
    tx,
    drafts.map(({ name }) => slugOf(name) || 'organisation'),
  )
  const rows = await tx.organisation.createManyAndReturn({
    data: drafts.map(({ name, number }, at) => ({ slug: slugs[at] ?? '', name, number })),
    select: { id: true, slug: true },
  })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return slugs.map((slug) => ids.get(slug) ?? 0)
}

/** Addresses that nobody has: what is taken gets a count. */
async function freeSlugs(tx: Transaction, wanted: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT DISTINCT o.slug FROM unnest(${[...wanted]}::text[]) AS w(slug)
    JOIN organisation o ON o.slug = w.slug OR o.slug LIKE w.slug || '-%'`
  return countedSlugs(
    wanted,
    rows.map(({ slug }) => slug),
  )
}
