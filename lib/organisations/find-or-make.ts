import 'server-only'
import type { Transaction } from '../db.ts'
import type { OrganisationDraft } from '../imports/drafts.ts'
import { nameKey, slugOf } from '../matching/keys.ts'

/**
 * Sees to it that names belong to organisations. A number tells organisations apart, whatever they are called; without
 * one a name does, compared without capitals and marks and nothing more: joining others is a person's decision. Words
 * in which something private was covered are no name. Returns the organisations that were given a number now.
 */
export async function findOrMakeOrganisations(
  tx: Transaction,
  drafts: readonly OrganisationDraft[],
  documentId: number,
): Promise<Known[]> {
  const numbered: Known[] = []
  const wanted = new Map<string, OrganisationDraft>()
  for (const draft of drafts) {
    const key = nameKey(draft.name)
    if (key !== '' && !draft.name.includes('█')) wanted.set(`${key} ${draft.number ?? ''}`, draft)
  }
  const keys = [...wanted.values()].map(({ name }) => nameKey(name))
  const known = await tx.organisationName.findMany({
    where: { key: { in: [...new Set(keys)] } },
    select: { key: true, organisation: { select: { id: true, number: true } } },
  })
  const byKey = Map.groupBy(known, ({ key }) => key)
  for (const draft of wanted.values()) {
    const key = nameKey(draft.name)
    const made = await settle(
      tx,
      draft,
      byKey.get(key)?.map(({ organisation }) => organisation) ?? [],
      documentId,
    )
    if (made?.isNumbered) numbered.push(made)
    else if (made) byKey.set(key, [...(byKey.get(key) ?? []), { key, organisation: made }])
  }
  return numbered
}

type Known = { id: number; number: string | null; isNumbered?: boolean }

/** Finds or makes the one organisation that a source means. Returns it where its name or its number is new. */
async function settle(
  tx: Transaction,
  { name, number }: OrganisationDraft,
  namesakes: readonly Known[],
  documentId: number,
): Promise<Known | null> {
  if (!number && namesakes.length > 0) return null
  if (number && namesakes.some((known) => known.number === number)) return null
  const select = { id: true, number: true } as const
  const byNumber = number ? await tx.organisation.findUnique({ where: { number }, select }) : null
  const nameless = namesakes.find((known) => known.number === null)
  if (number && !byNumber && nameless) {
    await tx.organisation.update({ where: { id: nameless.id }, data: { number } })
    nameless.number = number
    return { ...nameless, isNumbered: true }
  }
  const organisation =
    byNumber ??
    (await tx.organisation.create({ data: { slug: await freeSlug(tx, name), name, number }, select }))
  await tx.organisationName.create({
    data: { key: nameKey(name), name, organisationId: organisation.id, documentId },
  })
  return organisation
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
