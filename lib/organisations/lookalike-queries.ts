import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import type { Why } from '../matching/lookalikes.ts'
import { type Page, pageOf } from '../paging.ts'
import type { OrganisationRow } from '../projects/view.ts'
import { organisationRow, organisationRowOf } from './row.ts'

/** Two organisations that may be one, the surest first. `score`: 0 to 1. */
export type LookalikePair = { a: OrganisationRow; b: OrganisationRow; score: number; why: Why }

const PAGE = 50

/** Pairs that nobody has decided and of which neither is merged. */
const OPEN = {
  decidedAt: null,
  a: { mergedIntoId: null },
  b: { mergedIntoId: null },
} satisfies Prisma.LookalikeWhereInput

const pair = {
  score: true,
  why: true,
  a: { select: organisationRow },
  b: { select: organisationRow },
} satisfies Prisma.LookalikeSelect
const pairOf = ({
  score,
  why,
  a,
  b,
}: Prisma.LookalikeGetPayload<{ select: typeof pair }>): LookalikePair => ({
  score,
  why: why as Why,
  a: organisationRowOf(a),
  b: organisationRowOf(b),
})

export const countLookalikes = (): Promise<number> => database().lookalike.count({ where: OPEN })

export async function listLookalikes({ page }: { page: number }): Promise<Page<LookalikePair>> {
  return pageOf(await countLookalikes(), page, PAGE, async (range) => {
    const rows = await database().lookalike.findMany({
      where: OPEN,
      select: pair,
      orderBy: [{ score: 'desc' }, { aId: 'asc' }, { bId: 'asc' }],
      ...range,
    })
    return rows.map(pairOf)
  })
}

/** The organisations that one may be the same as, the surest first. */
export async function lookalikesOf(slug: string): Promise<{ other: OrganisationRow; why: Why }[]> {
  const rows = await database().lookalike.findMany({
    where: { ...OPEN, OR: [{ a: { slug } }, { b: { slug } }] },
    select: pair,
    orderBy: [{ score: 'desc' }, { aId: 'asc' }, { bId: 'asc' }],
    take: PAGE,
  })
  return rows.map(pairOf).map(({ a, b, why }) => ({ other: a.slug === slug ? b : a, why }))
}
