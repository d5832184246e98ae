import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { numbersReadIn } from '../organisations/records.ts'
import { type NewName, type Settled, settle, settlePart } from '../registry/settle.ts'
import type { Touched } from '../registry/touched.ts'
import type { ImportReport } from './report.ts'
import type { ImportBy } from './store-all.ts'

type Act = { by: ImportBy; touched: Touched }

/** Folds what an import has touched into shown values, with its trace, and tells in the report what became of it. */
export async function finishImport(
  tx: Transaction,
  { report, ...act }: Act & { report: ImportReport },
): Promise<void> {
  const settled = await settle(tx, await withNews(tx, act))
  tell(report, act.touched, settled)
}

/** Folds what an import would touch, to look at: all that is shown of single records, and nothing that is counted. */
export async function tryImport(tx: Transaction, act: Act): Promise<void> {
  const numbersRead = await numbersReadIn(tx, act.by.importId)
  await settlePart(tx, await withNews(tx, act), { numbersRead, made: [] })
}

const withNews = async (tx: Transaction, { by, touched }: Act) => ({
  by,
  touched,
  names: await newNames(tx, by.importId),
  told: await newDecisions(tx, touched, by),
})

/** The names that the import's documents brought in. */
const newNames = (tx: Transaction, importId: number): Promise<NewName[]> =>
  tx.organisationName.findMany({
    where: { document: { importId } },
    select: { name: true, organisationId: true },
  })

/** What the trace says of decisions that were not there: their columns as the list has them. */
async function newDecisions(
  tx: Transaction,
  { decisions }: Touched,
  by: ImportBy,
): Promise<Prisma.ChangeCreateManyInput[]> {
  const ids = [...decisions].filter(([, { isNew }]) => isNew).map(([id]) => id)
  const rows = await tx.decision.findMany({ where: { id: { in: ids } }, select: { id: true, asRead: true } })
  return rows.map(({ id, asRead }) => ({
    ...by,
    action: 'created',
    decisionId: id,
    ...(asRead !== null && { to: asRead as Prisma.InputJsonObject }),
  }))
}

function tell(report: ImportReport, touched: Touched, { projects, links, more, tags }: Settled) {
  const wasThere = projects.filter(({ id }) => !touched.projects.get(id)?.isNew)
  const isNew = (entry: { isNew: boolean }) => entry.isNew
  const matchedIds = new Set([
    ...[...touched.projects].filter(([, entry]) => !entry.isNew).map(([id]) => id),
    ...more,
  ])
  for (const [id, entry] of touched.projects) if (entry.isNew) matchedIds.delete(id)
  report.totals = {
    documents: report.files.filter(({ outcome }) => outcome === 'imported').length,
    projectsNew: [...touched.projects.values()].filter(isNew).length,
    projectsMatched: matchedIds.size,
    projectsChanged: wasThere.filter(({ changes }) => changes.length > 0).length,
    decisionsNew: [...touched.decisions.values()].filter(isNew).length,
    itemsNew: [...touched.items.values()].filter(isNew).length,
    linked: links.filter(({ to }) => to !== null).length,
    warnings: report.files.reduce(
      (sum, file) => sum + (file.outcome === 'imported' ? file.warnings.length : 0),
      0,
    ),
  }
  report.changes = wasThere.flatMap(({ slug, changes }) =>
    changes.map((change) => ({ project: slug, ...change })),
  )
  report.changedTags = tags
}
