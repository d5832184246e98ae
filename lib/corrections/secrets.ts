import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import type { Subject } from './fields.ts'

/** Contacts of one record and of those that it leads to; a list has a few hundred entries at most. */
const MOST_CONTACTS = 5000

/**
 * The names, addresses and numbers of the contacts of records, and of those that they lead to: of a project its entries, of
 * an entry its project, of a decision its entries and theirs, of a follow-up what it is attached to. An organisation has none.
 */
export async function secretsOf(tx: Transaction, subjects: readonly Subject[]): Promise<string[]> {
  const idsOf = (kind: Subject['kind']) => subjects.flatMap((one) => (one.kind === kind ? [one.id] : []))
  const followed = await followedBy(tx, idsOf('followUp'))
  const projects = [...idsOf('project'), ...followed.flatMap(({ projectId }) => projectId ?? [])]
  const items = [...idsOf('item'), ...followed.flatMap(({ itemId }) => itemId ?? [])]
  const decisions = idsOf('decision')
  if (projects.length + items.length + decisions.length === 0) return []
  const item: Prisma.DecisionItemWhereInput = {
    OR: [{ id: { in: items } }, { decisionId: { in: decisions } }, { projectId: { in: projects } }],
  }
  const contacts = await tx.contact.findMany({
    where: { OR: [{ projectId: { in: projects } }, { project: { items: { some: item } } }, { item }] },
    select: { name: true, email: true, phone: true },
    take: MOST_CONTACTS,
  })
  return secretsIn(contacts)
}

type Reachable = { name: string | null; email: string | null; phone: string | null }

/** What tells of contacts, each once. One word alone is as likely a town, or a month. */
export function secretsIn(contacts: readonly Reachable[]): string[] {
  const values = contacts.flatMap(({ name, email, phone }) => [name, email, phone])
  return [...new Set(values.filter((value) => value !== null && /\S[\s@]+\S|\d{5}/.test(value)))] as string[]
}

const followedBy = async (tx: Transaction, ids: number[]) =>
  ids.length === 0
    ? []
    : tx.followUp.findMany({ where: { id: { in: ids } }, select: { projectId: true, itemId: true } })
