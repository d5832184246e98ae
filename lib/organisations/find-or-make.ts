import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import type { OrganisationDraft } from '../imports/drafts.ts'
import { nameKey, slugOf } from '../matching/keys.ts'
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
  const done: FoundOrMade = { numbered: [], named: [], shared: [] }
  for (const draft of wanted.values()) await settle(tx, draft, { known, documentId, done })
  return done
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

type Around = { known: Registry; documentId: number | null; done: FoundOrMade }

/** Finds or makes the one organisation that a source means. */
async function settle(tx: Transaction, draft: OrganisationDraft, { known, documentId, done }: Around) {
  const { name, number } = draft
  const key = nameKey(name)
  const namesakes = known.byKey.get(key) ?? []
  if (!number && namesakes.length > 0) return
  if (number && namesakes.some((other) => other.number === number || other.read === number)) return
  const owner = number ? known.byNumber.get(number) : undefined
  const numberless = namesakes.find(({ read }) => read === null)
  if (number && owner === undefined && numberless) {
    if (await giveNumber(tx, numberless, number)) done.numbered.push({ id: numberless.id, number })
    known.byNumber.set(number, numberless.id)
    return
  }
  const organisationId = owner ?? (await make(tx, draft))
  await tx.organisationName.create({ data: { key, name, organisationId, documentId } })
  add(known.byKey, key, { id: organisationId, number, read: number, isCorrected: false })
  if (number) known.byNumber.set(number, organisationId)
  done.named.push({ name, organisationId })
  done.shared.push(...namesakes.map(({ id }) => id))
}

/** What a person said of the number stands; what the source gives is kept beneath. Returns whether it is shown. */
async function giveNumber(tx: Transaction, known: Known, number: string): Promise<boolean> {
  const { asRead } = await tx.organisation.findUniqueOrThrow({
    where: { id: known.id },
    select: { asRead: true },
  })
  known.read = number
  if (!known.isCorrected) known.number = number
  await tx.organisation.update({
    where: { id: known.id },
    data: {
      ...(!known.isCorrected && { number }),
      ...(asRead !== null && { asRead: { ...asReadOf(asRead), number } }),
    },
  })
  return !known.isCorrected
}

async function make(tx: Transaction, { name, number }: OrganisationDraft): Promise<number> {
  const { id } = await tx.organisation.create({
    data: { slug: await freeSlug(tx, name), name, number },
    select: { id: true },
  })
  return id
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const slug = slugOf(name) || 'organisation'
  const taken = await tx.organisation.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  })
  const slugs = new Set(taken.map((organisation) => organisation.slug))
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? slug : `${slug}-${count}`
    if (!slugs.has(candidate)) return candidate
  }
}
