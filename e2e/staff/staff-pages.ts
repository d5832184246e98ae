import type { Act } from '../../lib/auth/policy.ts'
import { type Address, pathOf } from '../../lib/paths.ts'
import type { Ask } from '../fixtures.ts'
import type { Role } from './fixtures.ts'

type Kind = Address & { slugOf?: string; act: Act }

const PROJECT = 'SELECT slug AS slug FROM project ORDER BY id LIMIT 1 OFFSET 4'
const ENTRY = 'SELECT id::text AS slug FROM decision_item WHERE "inForce" ORDER BY id LIMIT 1 OFFSET 5'
const DECISION = 'SELECT slug FROM decision ORDER BY id LIMIT 1 OFFSET 2'
const ORGANISATION = 'SELECT slug FROM organisation ORDER BY id LIMIT 1 OFFSET 3'
const FOLLOW_UP = `SELECT id::text AS slug FROM follow_up WHERE state = 'PUBLISHED' ORDER BY id LIMIT 1`
const IMPORT = 'SELECT id::text AS slug FROM import ORDER BY id LIMIT 1'
const ACCOUNT = 'SELECT id::text AS slug FROM app_user ORDER BY id LIMIT 1'

/** Every page of the staff's part, and what one has to be allowed for it. */
export const STAFF_PAGES: Record<string, Kind> = {
  desk: { page: 'staff', act: 'desk.read' },
  disagreements: { page: 'staff/work/disagreements', act: 'desk.read' },
  'changed sources': { page: 'staff/work/changed-sources', act: 'desk.read' },
  warnings: { page: 'staff/work/warnings', act: 'desk.read' },
  'entries without a project': { page: 'staff/work/without-project', act: 'desk.read' },
  lookalikes: { page: 'staff/work/lookalikes', act: 'desk.read' },
  'my work': { page: 'staff/work/mine', act: 'desk.read' },
  project: { page: 'staff/projects', slugOf: PROJECT, act: 'records.correct' },
  entry: { page: 'staff/entries', slugOf: ENTRY, act: 'records.correct' },
  decision: { page: 'staff/decisions', slugOf: DECISION, act: 'records.correct' },
  organisation: { page: 'staff/organisations', slugOf: ORGANISATION, act: 'records.correct' },
  'merging an organisation': {
    page: 'staff/merges',
    slugOf: ORGANISATION,
    act: 'organisations.merge',
  },
  drafts: { page: 'staff/drafts', act: 'decisions.write' },
  'follow-ups': { page: 'staff/follow-up', act: 'followUps.write' },
  'a follow-up': { page: 'staff/follow-up', slugOf: FOLLOW_UP, act: 'followUps.write' },
  'tables of follow-ups': { page: 'staff/follow-up-tables', act: 'followUps.write' },
  reports: { page: 'staff/reports', act: 'reports.handle' },
  imports: { page: 'staff/imports', act: 'imports.run' },
  'an import': { page: 'staff/imports', slugOf: IMPORT, act: 'imports.run' },
  audit: { page: 'staff/audit', act: 'desk.read' },
  'own account': { page: 'staff/account', act: 'account.own' },
  accounts: { page: 'staff/accounts', act: 'accounts.manage' },
  'an account': { page: 'staff/accounts', slugOf: ACCOUNT, act: 'accounts.manage' },
}
export const ROLES: Role[] = ['EDITOR', 'ADMINISTRATOR']
/** What stands in lib/auth/policy.ts, said once more: a change there has to be meant. */
const FOR_ADMINISTRATORS: Act[] = ['imports.run', 'accounts.manage']
export const mayRole = (role: Role, act: Act) => role === 'ADMINISTRATOR' || !FOR_ADMINISTRATORS.includes(act)

export async function pathTo(name: string, ask: Ask): Promise<string> {
  const { slugOf, act: _, ...address } = STAFF_PAGES[name] as Kind
  if (!slugOf) return pathOf('sv', address)
  const [row] = await ask<{ slug: string }>(slugOf)
  return pathOf('sv', { ...address, slug: row?.slug ?? '' })
}
