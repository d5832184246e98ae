import 'server-only'
import type { Transaction } from '../db.ts'
import { freeDecisionSlug } from '../decisions/free-slug.ts'
import { type Touched, touch } from '../registry/touched.ts'
import type { DecisionDraft, ItemDraft } from './drafts.ts'
import { keepStatements } from './keep-statements.ts'
import { itemPlace, keepContacts, keepWarnings } from './store.ts'

/** Keeps a decision and its entries: adds to those that are there, makes those that are not. */
export async function storeDecision(
  tx: Transaction,
  draft: DecisionDraft,
  documentId: number,
  touched: Touched,
  parserVersion: number,
) {
  const known = await tx.decision.findUnique({
    where: { key: draft.key },
    select: {
      id: true,
      slug: true,
      asRead: true,
      inForce: true,
      items: { select: { id: true, key: true, inForce: true, _count: { select: { statements: true } } } },
    },
  })
  const { id, slug } = known ?? (await makeDecision(tx, draft))
  // An editor added it before any list told of it: what the first list says is kept beside what the editor said.
  if (known && known.asRead === null)
    await tx.decision.update({ where: { id }, data: { asRead: asReadIn(draft) } })
  const knownItems = new Map(known?.items.map((item) => [item.key, item.id]))
  const newItems = draft.items.filter(({ key }) => !knownItems.has(key))
  const made = await makeItems(tx, id, newItems, knownItems.size)
  const idOf = new Map([...knownItems, ...made.map((item) => [item.key, item.id] as const)])
  await keepWhatIsSaid(tx, draft, { documentId, parserVersion, decisionId: id, idOf })
  // What was taken back comes back as new: nothing was shown of it.
  const isNew = !known?.inForce
  const wasThere = new Set(
    known?.items.filter(({ inForce, _count }) => inForce || _count.statements > 0).map(({ key }) => key),
  )
  touch(touched.decisions, id, { slug, isNew })
  for (const { key } of draft.items) {
    const itemId = idOf.get(key)
    if (itemId !== undefined) touch(touched.items, itemId, { isNew: !wasThere.has(key) })
  }
  const ids = draft.items.flatMap(({ key }) => {
    const itemId = idOf.get(key)
    const place = itemPlace(draft, { key })
    return itemId === undefined ? [] : [[place, { id: itemId, isNew: !wasThere.has(key) }] as const]
  })
  const newcomers = draft.items.filter(({ key }) => !wasThere.has(key))
  const counts = { items: draft.items.length, newItems: newcomers.length }
  return { report: { slug, heading: draft.heading, isNew, ...counts }, ids }
}

async function makeDecision(tx: Transaction, draft: DecisionDraft) {
  const { items, statements, warnings, slug, decisionDate, statedDate, ...columns } = draft
  const day = (date: string | null) => date && new Date(date)
  return tx.decision.create({
    data: {
      ...columns,
      asRead: asReadIn(draft),
      slug: await freeDecisionSlug(tx, slug),
      decisionDate: day(decisionDate),
      statedDate: day(statedDate),
    },
    select: { id: true, slug: true },
  })
}

/** A decision's own columns as its list gives them. */
function asReadIn({ items, statements, warnings, slug, key, ...columns }: DecisionDraft) {
  return columns
}

const makeItems = (tx: Transaction, decisionId: number, drafts: ItemDraft[], after: number) =>
  tx.decisionItem.createManyAndReturn({
    data: drafts.map(({ key, name, applicants, rejected }, index) => ({
      decisionId,
      position: after + index,
      key,
      name,
      applicant: applicants.join(', '),
      rejected,
      shown: {},
    })),
    select: { id: true, key: true },
  })

type Where = { documentId: number; parserVersion: number; decisionId: number; idOf: Map<string, number> }

async function keepWhatIsSaid(tx: Transaction, draft: DecisionDraft, where: Where) {
  const { documentId, parserVersion, decisionId, idOf } = where
  const items = draft.items.flatMap(({ key, statements, contacts, warnings }) => {
    const itemId = idOf.get(key)
    return itemId === undefined ? [] : { subject: { itemId }, statements, contacts, warnings }
  })
  const decision = {
    subject: { decisionId },
    statements: draft.statements,
    contacts: [],
    warnings: draft.warnings,
  }
  await keepStatements(tx, documentId, parserVersion, [decision, ...items])
  await keepContacts(tx, documentId, items)
  await keepWarnings(tx, documentId, [decision, ...items])
}
