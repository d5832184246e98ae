import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Role } from '../../prisma/generated/enums.ts'
import type { Transaction } from '../db.ts'
import type { AccountAction, Actor } from './account-actions.ts'

/** Who did something to an account: `byId` is null for an operator, for the site, and for a person's own way in. */
export type Doer = { actor: Actor; byId: number | null }
export const OPERATOR: Doer = { actor: 'operator', byId: null }
export const SITE: Doer = { actor: 'site', byId: null }

/** Somebody of the staff, in the role that they act in. */
export const doerOf = ({ id, role }: { id: number; role: Role }): Doer => ({ actor: actorOf(role), byId: id })
/** Somebody on the way in. */
export const ownWayIn = (role: Role): Doer => ({ actor: actorOf(role), byId: null })
const actorOf = (role: Role): Actor => (role === 'ADMINISTRATOR' ? 'administrator' : 'editor')

type What = { from?: Prisma.InputJsonValue; to?: Prisma.InputJsonValue }

/** Leaves the trace of what happens to an account, in the transaction in which it happens. Never a secret. */
export const leaveEvent = (
  tx: Transaction,
  userId: number,
  doer: Doer,
  action: AccountAction,
  what: What = {},
): Promise<unknown> =>
  tx.accountEvent.create({ data: { userId, ...doer, action, ...what }, select: { id: true } })
