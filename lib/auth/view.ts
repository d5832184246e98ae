import type { Role } from '../../prisma/generated/enums.ts'
import type { AccountAction, Actor } from './account-actions.ts'

// Accounts as their pages show them: plain values, no secret among them but the one that is being set up.

/** What an account is like just now. */
type AccountState = 'active' | 'invited' | 'disabled'
export type AccountRow = {
  id: number
  email: string
  name: string
  role: Role
  state: AccountState
  hasSecondFactor: boolean
  mustHaveSecondFactor: boolean
  /** ISO; null if never. */
  lastSeenAt: string | null
}

export type AccountEventRow = {
  id: number
  at: string
  actor: Actor
  by: string | null
  action: AccountAction
  from: unknown
  to: unknown
}
export type ManagedAccount = AccountRow & { events: AccountEventRow[]; sessions: number }

export type SessionRow = {
  id: number
  browser: string
  address: string
  since: string
  lastSeen: string
  isThis: boolean
}
export type OwnAccount = {
  email: string
  name: string
  role: Role
  locale: string
  showsName: boolean
  hasPassword: boolean
  secondFactor: 'off' | 'begun' | 'on'
  isRequired: boolean
  codesLeft: number
  /** While it is set up: the secret in letters, and what the picture holds. */
  enrolment: { secret: string; address: string } | null
  sessions: SessionRow[]
}
