import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Database, Transaction } from '../db.ts'
import type { About } from './about.ts'
import type { ReportedRecord } from './view.ts'

/** The relations of a report's row that say what it is about. */
export const recordsOfReport = {
  project: { select: { id: true, slug: true, name: true, number: true, period: true } },
  decision: { select: { id: true, slug: true, heading: true } },
  item: { select: { id: true, name: true, decision: { select: { slug: true } } } },
  organisation: {
    select: {
      id: true,
      slug: true,
      name: true,
      mergedInto: { select: { id: true, slug: true, name: true } },
    },
  },
  document: { select: { id: true, slug: true, title: true } },
} satisfies Prisma.ReportSelect
export type RecordRows = Prisma.ReportGetPayload<{ select: typeof recordsOfReport }>

/** The record that a report's row is about; null for a page. */
export function recordOf({
  project,
  decision,
  item,
  organisation,
  document,
}: RecordRows): ReportedRecord | null {
  if (project) return ofProject(project)
  if (decision) return ofDecision(decision)
  if (item) return ofItem(item)
  if (organisation) return ofOrganisation(organisation)
  return document && ofDocument(document)
}

/** Looks a record up by what an address says of it. */
export function namedBy(db: Database | Transaction, { kind, key }: About): Promise<ReportedRecord | null> {
  return kind === 'page' ? Promise.resolve(null) : FINDERS[kind](db, key)
}

const FINDERS: Record<
  ReportedRecord['kind'],
  (db: Database | Transaction, key: string) => Promise<ReportedRecord | null>
> = {
  project: async (db, slug) => {
    const row = await db.project.findUnique({ where: { slug }, ...recordsOfReport.project })
    return row && ofProject(row)
  },
  decision: async (db, slug) => {
    const row = await db.decision.findUnique({ where: { slug }, ...recordsOfReport.decision })
    return row && ofDecision(row)
  },
  item: async (db, id) => {
    const row = await db.decisionItem.findUnique({ where: { id: Number(id) }, ...recordsOfReport.item })
    return row && ofItem(row)
  },
  organisation: async (db, slug) => {
    const row = await db.organisation.findUnique({ where: { slug }, ...recordsOfReport.organisation })
    return row && ofOrganisation(row)
  },
  document: async (db, slug) => {
    const row = await db.sourceDocument.findUnique({
      where: { slug, undoneAt: null },
      ...recordsOfReport.document,
    })
    return row && ofDocument(row)
  },
}

const ofProject = (row: NonNullable<RecordRows['project']>): ReportedRecord => ({
  kind: 'project',
  key: row.slug,
  name: row.name,
  number: row.number,
  columns: { projectId: row.id },
  subject: { kind: 'project', id: row.id },
  address: { page: 'projects', slug: row.slug },
  editing: { page: 'staff/projects', slug: row.slug },
  period: row.period,
})

const ofDecision = (row: NonNullable<RecordRows['decision']>): ReportedRecord => ({
  kind: 'decision',
  key: row.slug,
  name: row.heading,
  number: null,
  columns: { decisionId: row.id },
  subject: { kind: 'decision', id: row.id },
  address: { page: 'decisions', slug: row.slug },
  editing: { page: 'staff/decisions', slug: row.slug },
  period: null,
})

const ofItem = (row: NonNullable<RecordRows['item']>): ReportedRecord => ({
  kind: 'item',
  key: String(row.id),
  name: row.name,
  number: null,
  columns: { itemId: row.id },
  subject: { kind: 'item', id: row.id },
  address: { page: 'decisions', slug: row.decision.slug, rest: `#post-${row.id}` },
  editing: { page: 'staff/entries', slug: String(row.id) },
  period: null,
})

/** One that was merged is told of as what it became. */
function ofOrganisation({ mergedInto, ...own }: NonNullable<RecordRows['organisation']>): ReportedRecord {
  const { id, slug, name } = mergedInto ?? own
  return {
    kind: 'organisation',
    key: slug,
    name,
    number: null,
    columns: { organisationId: id },
    subject: { kind: 'organisation', id },
    address: { page: 'organisations', slug },
    editing: { page: 'staff/organisations', slug },
    period: null,
  }
}

const ofDocument = (row: NonNullable<RecordRows['document']>): ReportedRecord => ({
  kind: 'document',
  key: row.slug,
  name: row.title,
  number: null,
  columns: { documentId: row.id },
  subject: null,
  address: { page: 'documents', slug: row.slug },
  editing: null,
  period: null,
})
