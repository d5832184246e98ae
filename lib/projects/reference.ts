import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { dayOf, kronor } from '../registry/sayings.ts'
import type { ProjectReference } from './view.ts'

/** What lists show of a project. */
export const projectReference = {
  slug: true,
  number: true,
  name: true,
  owner: { select: { slug: true, name: true } },
  region: true,
  fund: true,
  period: true,
  startDate: true,
  endDate: true,
  eventEnd: true,
  grantedSupport: true,
} satisfies Prisma.ProjectSelect
type Row = Prisma.ProjectGetPayload<{ select: typeof projectReference }>

export const projectReferenceOf = (row: Row): ProjectReference => ({
  slug: row.slug,
  number: row.number,
  name: row.name,
  owner: row.owner,
  region: row.region,
  fund: row.fund,
  period: row.period,
  startDate: dayOf(row.startDate),
  endDate: dayOf(row.eventEnd ?? row.endDate),
  grantedSupport: kronor(row.grantedSupport),
})
