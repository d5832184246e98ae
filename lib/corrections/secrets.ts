import 'server-only'
import type { Transaction } from '../db.ts'

const MOST_CONTACTS = 200

/** The names, addresses and numbers of the contacts of projects, of their entries, and of these entries. */
export async function secretsOf(
  tx: Transaction,
  { projectIds = [], itemIds = [] }: { projectIds?: readonly number[]; itemIds?: readonly number[] },
): Promise<string[]> {
  if (projectIds.length + itemIds.length === 0) return []
  const ofProject = { in: [...projectIds] }
  const contacts = await tx.contact.findMany({
    where: {
      OR: [{ projectId: ofProject }, { item: { projectId: ofProject } }, { itemId: { in: [...itemIds] } }],
    },
    select: { name: true, email: true, phone: true },
    take: MOST_CONTACTS,
  })
  const values = contacts.flatMap(({ name, email, phone }) => [name, email, phone])
  // One word alone is as likely a town, or a month.
  return values.filter((value) => value !== null && /\S[\s@]+\S|\d{5}/.test(value)) as string[]
}
