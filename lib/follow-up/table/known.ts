import 'server-only'
import { readEvidence } from '../../corrections/evidence.ts'
import { NO_DOCUMENT } from '../../corrections/known-evidence.ts'
import { secretsIn } from '../../corrections/secrets.ts'
import type { Database, Transaction } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { dayInSweden } from '../../format.ts'
import { numberKey } from '../../matching/keys.ts'
import type { Shown } from '../../projects/shown.ts'
import { figuresOfPage, PAGE_FIELDS } from '../figures.ts'
import { foldOutcomes } from '../fold.ts'
import { captureDays, figuresByProject, promiseIn } from '../said.ts'
import type { Known, KnownProject } from './compare.ts'
import type { ReadRow } from './rows.ts'

type Reader = Transaction | Database

/** What rows are held against: their projects with all that is known of them, and their sources. Seven queries. */
export async function loadKnown(db: Reader, rows: readonly ReadRow[]): Promise<Known> {
  const keys = [...new Set(rows.map(({ number }) => numberKey(number)))].filter((key) => key !== '')
  const numbers = await db.projectIdentifier.findMany({
    where: { key: { in: keys }, project: { inForce: true } },
    select: { key: true, projectId: true },
  })
  const projects = await loadProjects(db, [...new Set(numbers.map(({ projectId }) => projectId))])
  const byId = new Map(projects.map((project) => [project.id, project]))
  return {
    projects: new Map(
      numbers.flatMap(({ key, projectId }) => {
        const project = byId.get(projectId)
        return project ? [[key, project] as const] : []
      }),
    ),
    noSources: await missingSources(db, rows),
    today: dayInSweden(new Date()),
  }
}

type ProjectRow = Parameters<typeof promiseIn>[0] & {
  id: number
  slug: string
  number: string
  name: string
  /** The fields of its page that are figures, as shown. */
  page: Record<string, Shown | null>
}

/** Projects with what is known of them, ordered by number. A page's whole text is left where it is. */
export async function loadProjects(db: Reader, ids: readonly number[]): Promise<KnownProject[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<ProjectRow[]>`
    SELECT id, slug, number, name, "plannedParticipants", "totalBudget", "grantedSupport", "startDate", "endDate",
      "eventEnd",
      (SELECT jsonb_object_agg(field, shown -> field) FROM unnest(${[...PAGE_FIELDS]}::text[]) AS field) AS page
    FROM project WHERE id = ANY(${[...ids]}::int[]) AND "inForce" ORDER BY number, id`
  const days = await captureDays(
    db,
    rows.map(({ page }) => page),
  )
  const figures = await figuresByProject(db, ids)
  const secrets = await secretsByProject(db, ids)
  return rows.map(({ id, slug, number, name, page, ...row }) => {
    const shown = Object.fromEntries(
      Object.entries(page).flatMap(([field, one]) => (one ? [[field, one]] : [])),
    )
    const outcomes = foldOutcomes([...(figures.get(id) ?? []), ...figuresOfPage(shown, days)])
    return {
      ...{ id, slug, number, name },
      outcomes,
      background: promiseIn(row, outcomes),
      secrets: secrets.get(id) ?? [],
    }
  })
}

/** The contacts of projects and of entries that led to them. */
async function secretsByProject(db: Reader, ids: readonly number[]): Promise<Map<number, string[]>> {
  const contacts = await db.contact.findMany({
    where: { OR: [{ projectId: { in: [...ids] } }, { item: { projectId: { in: [...ids] } } }] },
    select: {
      name: true,
      email: true,
      phone: true,
      projectId: true,
      item: { select: { projectId: true } },
    },
  })
  const grouped = Map.groupBy(contacts, ({ projectId, item }) => projectId ?? item?.projectId ?? 0)
  return new Map([...grouped].map(([id, own]) => [id, secretsIn(own)]))
}

/** Sources that name a document of the registry which it does not have, by what was typed. */
async function missingSources(db: Reader, rows: readonly ReadRow[]): Promise<Map<string, Sentence>> {
  const named = new Map<string, string>()
  for (const { cells } of rows) {
    const typed = cells.sourceUrl
    const read = typed === undefined ? undefined : readEvidence(typed)
    if (typed !== undefined && read?.ok && read.value?.kind === 'document') named.set(typed, read.value.slug)
  }
  if (named.size === 0) return new Map()
  const documents = await db.sourceDocument.findMany({
    where: { slug: { in: [...new Set(named.values())] }, undoneAt: null },
    select: { slug: true },
  })
  const known = new Set(documents.map(({ slug }) => slug))
  return new Map(
    [...named].flatMap(([typed, slug]) => (known.has(slug) ? [] : [[typed, NO_DOCUMENT] as const])),
  )
}
