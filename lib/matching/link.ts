import { matchAmounts } from './amount-match.ts'
import type { SubjectAmount } from './subject.ts'
import { matchDecided } from './time-match.ts'

/** An entry on a decision list that no project is known for. */
export type UnlinkedItem = {
  id: number
  /** As `nameKey` gives it. */
  nameKey: string
  /** Organisations that apply. */
  applicantIds: readonly number[]
  numberKey: string | null
  region: string | null
  fund: string | null
  /** ISO. */
  decidedOn: string | null
  rejected: boolean
  /** Its sums, for whoever knows them: then namesakes in other calls are told apart by them. */
  amounts?: readonly SubjectAmount[]
}

export type LinkableProject = {
  id: number
  nameKey: string
  ownerId: number | null
  region: string | null
  fund: string | null
  startDate: string | null
  numberKeys: readonly string[]
  /** Kronor. */
  totalBudget?: number | null
  grantedSupport?: number | null
}

export type Link = { itemId: number; projectId: number; by: 'number' | 'nameAndOwner' }

/** How long after a decision a project may begin and still be the one decided. Days. */
const LONGEST_WAIT = 550
/** How long before: projects are at times allowed to begin before the decision. Days. */
const LONGEST_HEAD_START = 400

/**
 * The links that are certain: by number, with the name or the owner; or by the same name and the same owner. Nothing may
 * speak against it (region, fund, time) and no second project fits as well. "MIA" and "MIA Vidare" are two names. Anything less is left to a person. Pure.
 */
export function certainLinks(items: readonly UnlinkedItem[], projects: readonly LinkableProject[]): Link[] {
  const byNumber = new Map(
    projects.flatMap((project) => project.numberKeys.map((key) => [key, project] as const)),
  )
  const byName = Map.groupBy(projects, ({ nameKey }) => nameKey)
  return items.flatMap((item): Link[] => {
    if (item.rejected) return []
    if (item.numberKey) {
      const project = byNumber.get(item.numberKey)
      return project && fitsByNumber(item, project)
        ? [{ itemId: item.id, projectId: project.id, by: 'number' }]
        : []
    }
    const [project, ...others] = (byName.get(item.nameKey) ?? []).filter((candidate) => fits(item, candidate))
    return project && others.length === 0
      ? [{ itemId: item.id, projectId: project.id, by: 'nameAndOwner' }]
      : []
  })
}

/** A number alone is not enough: other authorities number in the same way. */
const fitsByNumber = (item: UnlinkedItem, project: LinkableProject): boolean =>
  fitsPlace(item, project) && (item.nameKey === project.nameKey || hasSameOwner(item, project))

const fits = (item: UnlinkedItem, project: LinkableProject): boolean =>
  fitsPlace(item, project) &&
  hasSameOwner(item, project) &&
  isInTime(item.decidedOn, project.startDate) &&
  isOfThisCall(item, project)

/**
 * Owners use a name again, in the next call: without a number the sum has to agree to the krona, or the decision to come
 * shortly before the start with no sum that is far from it.
 */
function isOfThisCall({ amounts, decidedOn }: UnlinkedItem, project: LinkableProject): boolean {
  if (!amounts) return true
  const { totalBudget = null, grantedSupport = null, startDate } = project
  const { kind } = matchAmounts({ amounts }, { totalBudget, grantedSupport, amounts: [] })
  if (kind === 'exact') return true
  const decided = matchDecided({ decidedOn }, { startDate, endDate: null, numbers: [] })
  return kind !== 'far' && decided.kind === 'justBefore'
}

const hasSameOwner = ({ applicantIds }: UnlinkedItem, { ownerId }: LinkableProject) =>
  ownerId !== null && applicantIds.includes(ownerId)

function fitsPlace(item: UnlinkedItem, project: LinkableProject): boolean {
  const otherRegion = item.region !== null && project.region !== null && item.region !== project.region
  const otherFund = item.fund !== null && project.fund !== null && family(item.fund) !== family(project.fund)
  return !otherRegion && !otherFund
}

/** ESF and ESF+ are one fund before and after 2021. */
const family = (fund: string) => fund.replace('+', '')

function isInTime(decidedOn: string | null, startDate: string | null): boolean {
  if (!decidedOn || !startDate) return true
  const days = (Date.parse(startDate) - Date.parse(decidedOn)) / 86_400_000
  return days <= LONGEST_WAIT && days >= -LONGEST_HEAD_START
}
