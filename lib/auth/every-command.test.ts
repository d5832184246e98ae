import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as corrections from '../corrections/commands.ts'
import { database } from '../db.ts'
import * as drafts from '../decisions/drafts/commands.ts'
import * as publishing from '../decisions/drafts/publish.ts'
import * as desk from '../desk/commands.ts'
import * as files from '../files/commands.ts'
import * as followUps from '../follow-up/commands.ts'
import * as followUpTables from '../follow-up/table/commands.ts'
import * as imports from '../imports/desk/commands.ts'
import * as receiving from '../imports/desk/receive.ts'
import * as tables from '../imports/table/commands.ts'
import * as organisations from '../organisations/commands.ts'
import * as distinct from '../organisations/distinct.ts'
import * as reports from '../reports/answer.ts'
import { COUNTED_TABLES, fingerprintQuery } from '../testing/fingerprint.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import * as accounts from './commands.ts'
import * as own from './own-account.ts'
import { type Act, ALL_ACTS, may } from './policy.ts'

// Every command of the staff, called as anybody may call it: by nobody, by who may not, and from where it must not come.
// None of them is protected by a page.

inSampleRegistry()

let other = { id: 0 }
beforeAll(async () => {
  other = await signIn('EDITOR')
  signOutHere()
})

const REASON = 'En ändring som ingen fick göra'
const versions = { from: 1, into: 1 }
const draft = { id: 1, version: 1 }
const seen = { importId: 1, version: 1 }
const correction = {
  kind: 'project' as const,
  id: 1,
  version: 1,
  reason: REASON,
  changes: [{ field: 'totalBudget', basis: 'absent', as: 'typed' as const, text: '1' }],
}
const task = { kind: 'project' as const, id: 1, field: 'totalBudget' }
const account = {
  email: 'ny@example.se',
  name: 'Ny Person',
  role: 'ADMINISTRATOR',
  locale: 'sv',
  mustHaveSecondFactor: false,
}

type Call = () => Promise<{ ok: boolean; problem?: unknown }>

/** Each command with an input that it would take, by its module and name, and what it asks of the policy. */
const COMMANDS: Record<string, { module: object; act: Act; calls: Record<string, Call> }> = {
  'auth/commands': {
    module: accounts,
    act: 'accounts.manage',
    calls: {
      invite: () => accounts.invite(account),
      renewLinkOf: () => accounts.renewLinkOf(other.id),
      changeRole: () => accounts.changeRole(other.id, 'ADMINISTRATOR'),
      disable: () => accounts.disable(other.id),
      enable: () => accounts.enable(other.id),
      setSecondFactorRequired: () => accounts.setSecondFactorRequired(other.id, true),
      takeSecondFactor: () => accounts.takeSecondFactor(other.id),
      endSessionsOf: () => accounts.endSessionsOf(other.id),
    },
  },
  'auth/own-account': {
    module: own,
    act: 'account.own',
    calls: {
      saveProfile: () => own.saveProfile({ name: 'Ett namn', locale: 'sv', showsName: true }),
      changePassword: () => own.changePassword('en gammal fras', 'en alldeles ny fras 9'),
      beginSecondFactor: () => own.beginSecondFactor('en gammal fras'),
      finishSecondFactor: () => own.finishSecondFactor('123456'),
      removeSecondFactor: () => own.removeSecondFactor('123456'),
      renewRecoveryCodes: () => own.renewRecoveryCodes('123456'),
      endOwnSession: () => own.endOwnSession(1),
      endOtherSessions: () => own.endOtherSessions(),
    },
  },
  'corrections/commands': {
    module: corrections,
    act: 'records.correct',
    calls: { correctRecord: () => corrections.correctRecord(correction) },
  },
  'decisions/drafts/commands': {
    module: drafts,
    act: 'decisions.write',
    calls: {
      beginDraft: () => drafts.beginDraft(null),
      saveDraft: () => drafts.saveDraft({ ...draft, base: {}, mine: {} } as never),
      discardDraft: () => drafts.discardDraft(draft),
      restoreDraft: () => drafts.restoreDraft(1),
    },
  },
  'decisions/drafts/publish': {
    module: publishing,
    act: 'decisions.write',
    calls: { publishDraft: () => publishing.publishDraft(draft) },
  },
  'files/commands': {
    module: files,
    act: 'followUps.write',
    calls: {
      attachFile: () =>
        files.attachFile({
          followUpId: 1,
          version: 1,
          name: 'rapport.txt',
          bytes: new TextEncoder().encode('Rapporten'),
        }),
      detachFile: () => files.detachFile({ followUpId: 1, version: 1 }),
    },
  },
  'follow-up/commands': {
    module: followUps,
    act: 'followUps.write',
    calls: {
      beginFollowUp: () => followUps.beginFollowUp('COSTS', { project: '2015-00311' }),
      saveFollowUp: () => followUps.saveFollowUp({ id: 1, version: 1, base: {}, mine: {} }),
      publishFollowUp: () => followUps.publishFollowUp({ id: 1, version: 1, seen: [] }),
      withdrawFollowUp: () => followUps.withdrawFollowUp({ id: 1, reason: REASON }),
      discardFollowUp: () => followUps.discardFollowUp({ id: 1, version: 1 }),
      restoreFollowUp: () => followUps.restoreFollowUp(1),
    },
  },
  'follow-up/table/commands': {
    module: followUpTables,
    act: 'followUps.write',
    calls: {
      beginTable: () =>
        followUpTables.beginTable({
          name: 'a.csv',
          bytes: new TextEncoder().encode('Projektnummer;Per den\n2015/00311;2018-12-31\n'),
        }),
      decideRow: () => followUpTables.decideRow({ tableId: 1, row: 2, wasIn: true, isIn: false }),
      acceptMoves: () => followUpTables.acceptMoves({ tableId: 1, movedTo: '' }),
      commitTable: () => followUpTables.commitTable({ tableId: 1, version: 1 }),
      undoTable: () => followUpTables.undoTable({ tableId: 1, reason: REASON }),
      cancelTable: () => followUpTables.cancelTable({ tableId: 1, version: 1 }),
    },
  },
  'desk/commands': {
    module: desk,
    act: 'warnings.handle',
    calls: {
      lookAtWarnings: () => desk.lookAtWarnings([1], REASON),
      undoLook: () => desk.undoLook(1),
      decideField: () =>
        desk.decideField({
          key: task,
          basis: 'absent',
          decision: { as: 'reviewed' },
          reason: REASON,
          evidence: '',
        } as never),
      lookAtOutcome: () =>
        desk.lookAtOutcome({
          key: { kind: 'outcome', id: 1, field: 'costs.total' },
          basis: '',
          reason: REASON,
          evidence: '',
        }),
      linkEntry: () => desk.linkEntry({ itemId: 1, basis: 'absent', project: null, reason: REASON }),
      undoCorrection: () => desk.undoCorrection(1, REASON),
    },
  },
  'imports/desk/receive': {
    module: receiving,
    act: 'imports.run',
    calls: {
      beginImport: () =>
        receiving.beginImport([
          { name: 'a.txt', bytes: new Uint8Array([65]), isPasted: false, url: '', fetchedOn: '' },
        ]),
    },
  },
  'imports/desk/commands': {
    module: imports,
    act: 'imports.run',
    calls: {
      decideEntry: () => imports.decideEntry({ importId: 1, entryId: 1, version: 1, choice: 'accept' }),
      acceptSafe: () => imports.acceptSafe(seen),
      decideMany: () => imports.decideMany({ ...seen, choice: 'skip' }),
      commitImportNow: () => imports.commitImportNow(seen),
      cancelImport: () => imports.cancelImport(seen),
      retryImport: () => imports.retryImport(seen),
      takeBackNow: () => imports.takeBackNow({ ...seen, reason: REASON }),
    },
  },
  'imports/table/commands': {
    module: tables,
    act: 'imports.run',
    calls: {
      explainTable: () =>
        tables.explainTable({ ...seen, choice: { settings: {}, mapping: null }, isConfirmed: true }),
      saveMapping: () => tables.saveMapping({ ...seen, mapping: { name: 'Min', columns: {} } }),
    },
  },
  'organisations/commands': {
    module: organisations,
    act: 'organisations.merge',
    calls: {
      mergeOrganisations: () =>
        organisations.mergeOrganisations({
          fromSlug: 'sodertalje-kommun',
          intoSlug: 'lunds-kommun',
          reason: REASON,
          evidence: null,
          versions,
          rightNumber: null,
        }),
      splitOrganisation: () => organisations.splitOrganisation({ mergeId: 1, reason: REASON }),
    },
  },
  'organisations/distinct': {
    module: distinct,
    act: 'organisations.merge',
    calls: {
      sayDistinct: () =>
        distinct.sayDistinct({ aSlug: 'sodertalje-kommun', bSlug: 'lunds-kommun', note: null }),
    },
  },
  'reports/answer': {
    module: reports,
    act: 'reports.handle',
    calls: { answerReport: () => reports.answerReport({ id: 1, version: 1, as: 'decline', text: REASON }) },
  },
}

/** These read what they are about before they write, and may have said by then that there is no such thing. */
const LOOK_FIRST = ['decideField', 'undoCorrection']
/** What these modules export beside commands: parts of other commands, which take a transaction. */
const NO_COMMANDS = ['correctWithin', 'heldDraft', 'problemsOf']

/** The guard of several commands. */
const PARTS = ['imports/desk/on-import']

test('this table has every command that there is', () => {
  const guarded = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test|testing)\.ts$/.test(name))
    .filter((name) =>
      /(?:actAsStaff|changeRegistry|onImport)(?:<[^;{]*?>)?\(\s*(?:['"]|input)/.test(
        readFileSync(join('lib', name), 'utf8'),
      ),
    )
    .map((name) => name.replace(/\.ts$/, ''))
  expect(guarded.filter((name) => !(name in COMMANDS) && !PARTS.includes(name))).toEqual([])
  for (const [name, { module, calls }] of Object.entries(COMMANDS)) {
    const functions = Object.entries(module).filter(([, held]) => typeof held === 'function')
    const commands = functions.map(([key]) => key).filter((key) => !NO_COMMANDS.includes(key))
    expect(Object.keys(calls).sort(), name).toEqual(commands.sort())
  }
})

/** What tells whether anything was written: each row's place and its transaction; of sessions not when they were seen. */
async function everything(): Promise<string> {
  const tables = await database().$queryRawUnsafe<{ name: string }[]>(COUNTED_TABLES)
  return JSON.stringify(await database().$queryRawUnsafe(fingerprintQuery(tables)))
}

const ORIGIN = 'http://localhost:3000'

for (const [module, { act, calls }] of Object.entries(COMMANDS))
  for (const [name, call] of Object.entries(calls))
    describe(`${module}: ${name}`, () => {
      test('refuses who is not signed in, and changes nothing', async () => {
        signOutHere()
        requestCarries({ headers: { origin: ORIGIN } })
        const before = await everything()
        expect(await call()).toMatchObject({ ok: false, problem: { kind: 'signedOut' } })
        expect(await everything()).toBe(before)
      })

      if (!may('EDITOR', act))
        test('refuses an editor, and changes nothing', async () => {
          await signIn('EDITOR')
          const before = await everything()
          expect(await call()).toMatchObject({ ok: false, problem: { kind: 'forbidden' } })
          expect(await everything()).toBe(before)
        })

      test('refuses what comes from elsewhere or says not where from, and changes nothing', async () => {
        await signIn('ADMINISTRATOR')
        const before = await everything()
        for (const origin of [null, 'https://example.com', 'null', 'http://localhost:3001']) {
          requestCarries({ headers: { origin } })
          const problem = LOOK_FIRST.includes(name) ? {} : { problem: { kind: 'foreign' } }
          expect(await call(), String(origin)).toMatchObject({ ok: false, ...problem })
        }
        expect(await everything()).toBe(before)
      })
    })

test('who may do what', () => {
  const table = ALL_ACTS.map(
    (act) => `${act}: ${(['EDITOR', 'ADMINISTRATOR'] as const).filter((role) => may(role, act))}`,
  )
  expect(table).toEqual([
    'desk.read: EDITOR,ADMINISTRATOR',
    'records.correct: EDITOR,ADMINISTRATOR',
    'warnings.handle: EDITOR,ADMINISTRATOR',
    'reports.handle: EDITOR,ADMINISTRATOR',
    'organisations.merge: EDITOR,ADMINISTRATOR',
    'decisions.write: EDITOR,ADMINISTRATOR',
    'followUps.write: EDITOR,ADMINISTRATOR',
    'imports.run: ADMINISTRATOR',
    'account.own: EDITOR,ADMINISTRATOR',
    'accounts.manage: ADMINISTRATOR',
  ])
})
