import 'server-only'
import type { Transaction } from '../db.ts'
import type { OrganisationDraft } from '../imports/drafts.ts'
import { nameKey, slugOf } from '../matching/keys.ts'

/**
 * Sees to it that every name belongs to an organisation: one that goes by the name already, or that has the number, or
 * a new one. Names are compared without capitals and marks and nothing more: joining others is a person's decision.
 */
export async function findOrMakeOrganisations(
  tx: Transaction,
  drafts: readonly OrganisationDraft[],
  documentId: number,
) {
  const wanted = new Map<string, OrganisationDraft>()
  for (const draft of drafts) {
    const key = nameKey(draft.name)
    if (key !== '' && (draft.number !== null || !wanted.has(key))) wanted.set(key, draft)
  }
  const known = await tx.organisationName.findMany({
    where: { key: { in: [...wanted.keys()] } },
    select: { key: true, organisation: { select: { id: true, number: true } } },
  })
  for (const { key, organisation } of known) {
    await addNumber(tx, organisation, wanted.get(key)?.number ?? null)
    wanted.delete(key)
  }
  for (const [key, draft] of wanted) await makeName(tx, key, draft, documentId)
}

/** Gives an organisation without a number the one that a source states, unless another organisation has it. */
async function addNumber(
  tx: Transaction,
  { id, number }: { id: number; number: string | null },
  stated: string | null,
) {
  if (number !== null || stated === null) return
  const taken = await tx.organisation.findUnique({ where: { number: stated }, select: { id: true } })
  if (!taken) await tx.organisation.update({ where: { id }, data: { number: stated } })
}

async function makeName(
  tx: Transaction,
  key: string,
  { name, number }: OrganisationDraft,
  documentId: number,
) {
  const byNumber = number
    ? await tx.organisation.findUnique({ where: { number }, select: { id: true } })
    : null
  const organisation =
    byNumber ??
    (await tx.organisation.create({
      data: { slug: await freeSlug(tx, name), name, number },
      select: { id: true },
    }))
  await tx.organisationName.create({ data: { key, name, organisationId: organisation.id, documentId } })
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
