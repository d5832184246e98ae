import 'server-only'
import type { Transaction } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { reserveIds } from '../registry/reserve-ids.ts'
import { changedFields } from './fold.ts'
import { type Foldable, type FoldedProject, foldProjects, searchRowsOf } from './folding.ts'
import { writeIdentifiers } from './identifiers.ts'
import { nearOf, type RefoldedProject } from './refold.ts'
import { insertProjects, writeSearch } from './write.ts'

/** A project that is not there yet, with everything that is said of it, at an address that nobody has. */
export type NewProject = Pick<Foldable, 'number' | 'name' | 'statements'> & { slug: string }

/**
 * Makes projects and writes them once, with the values that what is said of them folds to: just what a refold would give,
 * without what it reads. The statements have their ids already, and are kept after this. Returns the projects in the order
 * that they were given.
 */
export async function makeProjects(
  tx: Transaction,
  projects: readonly NewProject[],
  revision: number,
): Promise<RefoldedProject[]> {
  if (projects.length === 0) return []
  const ids = await reserveIds(tx, 'project', projects.length)
  const rows = projects.map((project, at) => ({
    ...NOTHING_YET,
    ...project,
    ...named(project),
    id: ids[at] ?? 0,
  }))
  const folded = await foldProjects(tx, rows)
  await insertProjects(
    tx,
    folded.map(({ row: { id, slug, number }, columns, ownerId }) => ({ id, slug, number, columns, ownerId })),
    revision,
  )
  await writeIdentifiers(
    tx,
    folded.map(({ row, identifiers }) => ({ id: row.id, before: [], after: identifiers })),
  )
  await writeSearch(tx, await searchRowsOf(tx, folded))
  return folded.map(asRefolded)
}

const NOTHING_YET = { identifiers: [], corrections: [], followUps: [], items: [] }
const named = ({ name }: NewProject) => ({ nameKey: nameKey(name) })

/** What a refold tells of a project that showed nothing before. */
const asRefolded = ({ row, columns, ownerId }: FoldedProject<Foldable & NewProject>): RefoldedProject => ({
  id: row.id,
  slug: row.slug,
  changes: changedFields({}, columns.shown),
  owner: { before: null, after: ownerId },
  near: nearOf(columns),
  formerNameKey: row.nameKey,
  freed: [],
  isGone: !columns.inForce,
})
