import type { Prisma } from '../../prisma/generated/client.ts'
import type { OrganisationRow } from '../projects/view.ts'
import { numberOf } from './mergeable.ts'

/** What a list shows of an organisation. */
export const organisationRow = {
  slug: true,
  name: true,
  number: true,
  owned: true,
  granted: true,
  applied: true,
  partner: true,
  aliases: { where: { number: { not: null } }, select: { number: true } },
} satisfies Prisma.OrganisationSelect

export const organisationRowOf = ({
  granted,
  number,
  aliases,
  ...columns
}: Prisma.OrganisationGetPayload<{ select: typeof organisationRow }>): OrganisationRow => ({
  ...columns,
  number: numberOf({ number, aliases }),
  granted: Number(granted),
})
