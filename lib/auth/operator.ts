import 'server-only'
import type { Role } from '../../prisma/generated/enums.ts'
import { asOneAct, database, type Transaction } from '../db.ts'
import { ok, problem, type Result } from '../result.ts'
import {
  type AccountProblem,
  addAccount,
  disableAccount,
  enableAccount,
  NewAccount,
  renewLink,
  resetSecondFactor,
  setRole,
} from './account-changes.ts'
import { leaveEvent, OPERATOR, SITE } from './events.ts'
import { linkAddress } from './links.ts'
import { lockAccounts } from './locks.ts'
import { hashPassword } from './password.ts'

// What operators do to accounts from the command line, where nobody is signed in: whoever reaches the database may.

export type OperatorProblem = AccountProblem | { kind: 'invalidAccount' }
type Done<Value> = Promise<Result<Value, OperatorProblem>>

/** Adds an account. Returns the address by which its owner chooses a password. */
export async function operatorAdds(given: { email: string; name: string; role: Role }): Done<string> {
  const account = NewAccount.safeParse({ ...given, mustHaveSecondFactor: false, locale: 'sv' })
  if (!account.success) return problem({ kind: 'invalidAccount' })
  return inTurn(async (tx) => addressIn(await addAccount(tx, OPERATOR, account.data)))
}

/** Returns the address by which an account's owner chooses another password. */
export const operatorResets = (email: string): Done<string> =>
  ofAccount(email, async (tx, id) => addressIn(await renewLink(tx, OPERATOR, id)))
export const operatorSetsRole = (email: string, role: Role): Done<null> =>
  ofAccount(email, (tx, id) => setRole(tx, OPERATOR, id, role))
export const operatorDisables = (email: string): Done<null> =>
  ofAccount(email, (tx, id) => disableAccount(tx, OPERATOR, id))
export const operatorEnables = (email: string): Done<null> =>
  ofAccount(email, (tx, id) => enableAccount(tx, OPERATOR, id))

/** For whoever lost it and has nobody to ask; and where the site's secret was lost, by which second factors are kept. */
export const operatorResetsSecondFactor = (email: string): Done<null> =>
  ofAccount(email, (tx, id) => resetSecondFactor(tx, OPERATOR, id))

/** All accounts by e-mail. For a terminal: it is the one list that is not paged. */
export const operatorLists = () =>
  database().user.findMany({
    orderBy: { email: 'asc' },
    select: {
      email: true,
      name: true,
      role: true,
      disabledAt: true,
      passwordHash: true,
      oidcSubject: true,
      totpSince: true,
    },
  })

/**
 * The first administrator of a site that has no account: made once, whoever starts it. Returns nothing where there is one.
 */
export async function addFirstAdministrator(email: string, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  return asOneAct(async (tx) => {
    await lockAccounts(tx)
    if ((await tx.user.count()) > 0) return false
    const data = {
      email: email.trim().toLowerCase(),
      name: 'Administratör',
      role: 'ADMINISTRATOR',
      passwordHash,
    } as const
    const { id } = await tx.user.create({ data, select: { id: true } })
    await leaveEvent(tx, id, SITE, 'added', { to: { email: data.email, role: data.role } })
    return true
  })
}

const ofAccount = <Value>(
  email: string,
  work: (tx: Transaction, id: number) => Promise<Result<Value, AccountProblem>>,
): Done<Value> =>
  inTurn(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email: email.trim().toLowerCase() },
      select: { id: true },
    })
    return user ? work(tx, user.id) : problem({ kind: 'unknownAccount' } as const)
  })

/** A problem is found before anything is written: nothing has to be undone. */
const inTurn = <Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> =>
  asOneAct(async (tx) => {
    await lockAccounts(tx)
    return work(tx)
  })

const addressIn = <Problem>(
  made: Result<Parameters<typeof linkAddress>[0], Problem>,
): Result<string, Problem> => (made.ok ? ok(linkAddress(made.value)) : made)
