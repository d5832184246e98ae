import type { Role } from '../../prisma/generated/enums.ts'

/**
 * Who may do what: the only place that says so. Commands ask it through their guard (lib/auth/guard.ts), pages to decide
 * what to show; visitors have no role and may do none of this.
 */
const ACTS = {
  /** See the desk, contacts, drafts, the trace of the registry. */
  'desk.read': ['EDITOR', 'ADMINISTRATOR'],
  /** Correct fields of projects, entries, decisions and organisations, and withdraw corrections. */
  'records.correct': ['EDITOR', 'ADMINISTRATOR'],
  /** Say that a warning was looked at. */
  'warnings.handle': ['EDITOR', 'ADMINISTRATOR'],
  /** Answer what visitors report. */
  'reports.handle': ['EDITOR', 'ADMINISTRATOR'],
  /** Merge organisations, split them again, say that two are two. */
  'organisations.merge': ['EDITOR', 'ADMINISTRATOR'],
  /** Draft, publish and add to decisions. */
  'decisions.write': ['EDITOR', 'ADMINISTRATOR'],
  /** Attach what came of projects, publish it and take it back. */
  'followUps.write': ['EDITOR', 'ADMINISTRATOR'],
  /** Bring documents and tables in, decide on what they say, and take imports back. */
  'imports.run': ['ADMINISTRATOR'],
  /** One's own password, second factor, sessions, name. */
  'account.own': ['EDITOR', 'ADMINISTRATOR'],
  /** Other people's accounts, and the trace of all accounts. */
  'accounts.manage': ['ADMINISTRATOR'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof ACTS
export const ALL_ACTS = Object.keys(ACTS) as Act[]

/** Whether a role may do something. Pure. */
export const may = (role: Role, act: Act): boolean => (ACTS[act] as readonly Role[]).includes(role)
