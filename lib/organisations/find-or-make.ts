import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import type { OrganisationDraft } from '../imports/drafts.ts'
import { nameKey, slugOf } from '../matching/keys.ts'
import { freeSlugs } from '../registry/free-slugs.ts'
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
 *
 * An organisation that was taken back with its import is there again, at its address, when it is named again.
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
  const plan: Plan = { numbered: [], named: [], shared: [], made: [], back: [] }
  for (const draft of wanted.values()) await settle(tx, draft, known, plan)
  return write(tx, plan, documentId)
}

/** What is to be written once all drafts are settled. An organisation that is not there yet has a number below zero. */
type Plan = Omit<FoundOrMade, 'named'> & {
  named: { key: string; name: string; organisationId: number }[]
  made: OrganisationDraft[]
  /** Those that were taken back and are named again, with each name that they are given. */
  back: { id: number; name: string }[]
}
const newId = (at: number): number => -1 - at

async function write(tx: Transaction, plan: Plan, documentId: number | null): Promise<FoundOrMade> {
  const ids = await make(tx, plan.made)
  const again = await bringBack(tx, plan.back, documentId)
  const idOf = (id: number) => (id < 0 ? (ids[-1 - id] ?? 0) : id)
  const names = plan.named.map(({ organisationId, ...name }) => ({
    ...name,
    organisationId: idOf(organisationId),
  }))
  if (names.length > 0)
    await tx.organisationName.createMany({ data: names.map((name) => ({ ...name, documentId })) })
  return {
    numbered: plan.numbered.map(({ id, number }) => ({ id: idOf(id), number })),
    named: [...names.map(({ name, organisationId }) => ({ name, organisationId })), ...again],
    shared: plan.shared.map(idOf),
  }
}

/** Names that only documents gave which were taken back are read here now, or nowhere. Returns those that are. */
async function bringBack(
  tx: Transaction,
  named: Plan['back'],
  documentId: number | null,
): Promise<FoundOrMade['named']> {
  if (named.length === 0) return []
  const back = [...new Map(named.map((one) => [`${one.id} ${nameKey(one.name)}`, one])).values()]
  const called = new Map(back.toReversed().map((one) => [one.id, one]))
  const json = JSON.stringify(
    back.map((one) => ({ ...one, key: nameKey(one.name), isFirst: called.get(one.id) === one })),
  )
  const again = Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS r(id int, name text, key text, "isFirst" boolean)`
  await tx.$executeRaw`
    UPDATE organisation o SET "inForce" = true, name = CASE WHEN o."asRead" IS NULL THEN r.name ELSE o.name END
    FROM ${again} WHERE o.id = r.id AND r."isFirst"`
  await tx.$executeRaw`
    DELETE FROM organisation_name n USING source_document d
    WHERE n."organisationId" = ANY(${[...called.keys()]}::int[])
      AND d.id = n."documentId" AND d."undoneAt" IS NOT NULL
      AND NOT EXISTS (SELECT FROM ${again} WHERE r.id = n."organisationId" AND r.key = n.key)`
  await tx.$executeRaw`
    UPDATE organisation_name n SET name = r.name, "documentId" = ${documentId}
    FROM ${again} WHERE n."organisationId" = r.id AND n.key = r.key`
  return back.map(({ id, name }) => ({ name, organisationId: id }))
}

/** `read`: the number that sources give it, whatever was corrected since. */
type Known = {
  id: number
  number: string | null
  read: string | null
  isCorrected: boolean
  inForce: boolean
}
type Registry = { byKey: Map<string, Known[]>; byNumber: Map<string, number> }

const forMatching = {
  id: true,
  number: true,
  asRead: true,
  inForce: true,
  corrections: { where: { field: 'number', withdrawnAt: null }, select: { id: true }, take: 1 },
} satisfies Prisma.OrganisationSelect

const knownOf = ({
  id,
  number,
  asRead,
  inForce,
  corrections,
}: Prisma.OrganisationGetPayload<{ select: typeof forMatching }>): Known => ({
  id,
  number,
  read: asRead === null ? number : (asReadOf(asRead).number ?? null),
  isCorrected: corrections.length > 0,
  inForce,
})

const asReadOf = (asRead: Prisma.JsonValue) => asRead as { name: string; number: string | null }

async function knownAs(tx: Transaction, drafts: readonly OrganisationDraft[]): Promise<Registry> {
  const keys = [...new Set(drafts.map(({ name }) => nameKey(name)))]
  const names = await tx.organisationName.findMany({
    where: { key: { in: keys } },
    select: { key: true, organisation: { select: forMatching } },
    orderBy: [{ organisation: { inForce: 'desc' } }, { organisationId: 'asc' }],
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
  const [first] = namesakes
  if (!number && first) return comeBack(first, draft, namesakes, plan)
  const same = number && namesakes.find((other) => other.number === number || other.read === number)
  if (same) return comeBack(same, draft, namesakes, plan)
  const owner = number ? known.byNumber.get(number) : undefined
  const numberless = namesakes.find(({ read }) => read === null)
  if (number && owner === undefined && numberless) {
    if (await giveNumber(tx, numberless, number, plan)) plan.numbered.push({ id: numberless.id, number })
    known.byNumber.set(number, numberless.id)
    return comeBack(numberless, draft, namesakes, plan)
  }
  const organisationId = owner ?? newId(plan.made.push(draft) - 1)
  plan.named.push({ key, name, organisationId })
  add(known.byKey, key, { id: organisationId, number, read: number, isCorrected: false, inForce: true })
  if (number) known.byNumber.set(number, organisationId)
  plan.shared.push(...namesakes.map(({ id }) => id))
}

/** Who was taken back is there again; others that go by the name share it again. */
function comeBack(meant: Known, { name }: OrganisationDraft, namesakes: readonly Known[], plan: Plan) {
  if (meant.inForce) return
  plan.back.push({ id: meant.id, name })
  plan.shared.push(...namesakes.filter((other) => other !== meant).map(({ id }) => id))
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
    'organisation',
    drafts.map(({ name }) => slugOf(name) || 'organisation'),
  )
  const rows = await tx.organisation.createManyAndReturn({
    data: drafts.map(({ name, number }, at) => ({ slug: slugs[at] ?? '', name, number })),
    select: { id: true, slug: true },
  })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return slugs.map((slug) => ids.get(slug) ?? 0)
}
