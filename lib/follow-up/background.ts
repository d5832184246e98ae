import 'server-only'
import type { Database, Transaction } from '../db.ts'
import type { Shown } from '../projects/shown.ts'
import { figuresOfPage } from './figures.ts'
import type { Background } from './flags.ts'
import { type Figure, foldOutcomes } from './fold.ts'
import { entrySays } from './page-says.ts'
import type { AttachedTo } from './publish.ts'
import { captureDays, figuresByProject, figuresOfItem, forPromise, promiseIn } from './said.ts'

type Reader = Transaction | Database
type Fields = Record<string, Shown>

/**
 * What figures of a follow-up are held against: what its project promised, or its entry, and what is said of each measure.
 * `without`: the id of a follow-up that is public already and shall not be held against itself.
 */
export async function backgroundOf(
  db: Reader,
  to: AttachedTo,
  without: number | null = null,
): Promise<Background> {
  const isOther = ({ source }: Figure) => source.kind !== 'followUp' || source.id !== without
  return 'projectId' in to
    ? backgroundOfProject(db, to.projectId, isOther)
    : backgroundOfItem(db, to.itemId, isOther)
}

type Choose = (figure: Figure) => boolean

async function backgroundOfProject(db: Reader, id: number, isOther: Choose): Promise<Background> {
  const project = await db.project.findUniqueOrThrow({
    where: { id },
    select: { ...forPromise, shown: true },
  })
  const shown = project.shown as Fields
  const page = figuresOfPage(shown, await captureDays(db, [shown]))
  const said = (await figuresByProject(db, [id])).get(id) ?? []
  const known = foldOutcomes([...said.filter(isOther), ...page])
  return { ...promiseIn(project, known), known }
}

/** An entry that led to no project tells of support and budget itself; who was planned its follow-ups alone tell. */
async function backgroundOfItem(db: Reader, id: number, isOther: Choose): Promise<Background> {
  const item = await db.decisionItem.findUniqueOrThrow({ where: { id }, select: { shown: true } })
  const shown = item.shown as Fields
  const { figures } = entrySays(shown, await captureDays(db, [shown]))
  const said = await figuresOfItem(db, id)
  const known = foldOutcomes([...said.filter(isOther), ...figures.map(({ figure }) => figure)])
  const shownOf = (measure: string) => known.get(measure)?.value ?? null
  return {
    planned: shownOf('planned.total'),
    budget: shownOf('budget'),
    support: shownOf('support'),
    startDate: dayIn(shown.startDate),
    endDate: dayIn(shown.endDate),
    known,
  }
}

const dayIn = (said: Shown | undefined): string | null =>
  said?.state === 'value' && typeof said.value === 'string' ? said.value : null
