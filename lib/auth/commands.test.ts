import { cookies } from 'next/headers'
import { beforeEach, expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { emptyRegistry, inOwnRegistry } from '../testing/registry.ts'
import { makeAccount, signIn, signOutHere } from '../testing/staff.ts'
import {
  changeRole,
  disable,
  enable,
  endSessionsOf,
  invite,
  renewLinkOf,
  setSecondFactorRequired,
  takeSecondFactor,
} from './commands.ts'
import { sessionCookie } from './cookies.ts'
import { findLink } from './links.ts'
import { addFirstAdministrator, operatorAdds, operatorDisables, operatorSetsRole } from './operator.ts'
import { currentStaff } from './session.ts'

inOwnRegistry()
beforeEach(emptyRegistry)

const ok = { ok: true, value: null }
const refused = (kind: string) => ({ ok: false, problem: { kind } })
const cookieNow = async () => (await cookies()).get(sessionCookie())?.value ?? ''
const browserWith = (cookie: string) => requestCarries({ cookies: { [sessionCookie()]: cookie } })

const NEW = {
  email: 'Ny@Example.se',
  name: 'Ny Redaktör',
  role: 'EDITOR',
  mustHaveSecondFactor: true,
  locale: 'en',
}

test('an administrator invites, and the link is handed back where no mail can be sent', async () => {
  const by = await signIn('ADMINISTRATOR')
  const invited = await invite({ ...NEW, id: 99, passwordHash: 'x', disabledAt: null })
  if (!invited.ok) throw new Error(invited.problem.kind)
  expect(invited.value).toMatchObject({ email: 'ny@example.se', kind: 'INVITATION' })
  const [, token = ''] =
    /^http:\/\/localhost:3000\/en\/staff\/link\/(.+)$/.exec(invited.value.address ?? '') ?? []
  expect(await findLink(token)).toMatchObject({ ok: true, value: { email: 'ny@example.se' } })
  const made = await database().user.findUniqueOrThrow({
    where: { email: 'ny@example.se' },
    include: { events: { omit: { transaction: true } } },
  })
  expect(made).toMatchObject({ name: NEW.name, passwordHash: null, mustHaveSecondFactor: true })
  expect(made.events).toMatchObject([{ action: 'added', byId: by.id, actor: 'administrator' }])
  expect(JSON.stringify(made.events)).not.toContain(token)
  expect(await invite(NEW)).toEqual(refused('emailTaken'))
})

test.each([
  { email: 'ingen adress' },
  { email: 'a@b.se, c@d.se' },
  { email: 'a@b.se\nBcc: c@d.se' },
  { name: ' ' },
  { name: 'Kim\nBcc: c@d.se' },
  { role: 'OWNER' },
])('an invitation with %o is refused', async (wrong) => {
  await signIn('ADMINISTRATOR')
  expect(await invite({ ...NEW, ...wrong })).toEqual(refused('invalidAccount'))
})

test.each([
  ['disabling', disable, 'disabled'],
  ['another role', (id: number) => changeRole(id, 'ADMINISTRATOR'), 'role'],
  ['ending them', endSessionsOf, 'revoked'],
] as const)('%s ends the sessions of an account with the next request', async (_name, command, endedBy) => {
  const theirs = await signIn('EDITOR')
  const their = await cookieNow()
  expect(await currentStaff()).not.toBeNull()
  await signIn('ADMINISTRATOR')
  expect(await command(theirs.id)).toEqual(ok)
  browserWith(their)
  expect(await currentStaff()).toBeNull()
  expect(await database().session.findUnique({ where: { id: theirs.sessionId } })).toMatchObject({ endedBy })
})

test('a disabled account comes back as it was, but for its sessions and links', async () => {
  const { id } = await makeAccount()
  await signIn('ADMINISTRATOR')
  const link = await renewLinkOf(id)
  const token = (link.ok && link.value.address?.split('/').at(-1)) || ''
  expect(await disable(id)).toEqual(ok)
  expect(await disable(id)).toEqual(refused('alreadySo'))
  expect(await renewLinkOf(id)).toEqual(refused('isDisabled'))
  expect(await enable(id)).toEqual(ok)
  expect(await findLink(token)).toEqual(refused('expired'))
})

test('the second factor is required and taken away by an administrator, and the person is led to set it up', async () => {
  const { id } = await signIn('EDITOR')
  const their = await cookieNow()
  await signIn('ADMINISTRATOR')
  expect(await takeSecondFactor(id)).toEqual(refused('alreadySo'))
  expect(await setSecondFactorRequired(id, true)).toEqual(ok)
  browserWith(their)
  expect(await currentStaff()).toMatchObject({ needsSecondFactor: true })
})

test('nobody manages their own account, even to make it more', async () => {
  const { id } = await signIn('ADMINISTRATOR')
  await makeAccount({ role: 'ADMINISTRATOR', passwordHash: 'x' })
  for (const command of [
    () => disable(id),
    () => changeRole(id, 'EDITOR'),
    () => takeSecondFactor(id),
    () => setSecondFactorRequired(id, false),
    () => renewLinkOf(id),
    () => endSessionsOf(id),
  ])
    expect(await command()).toEqual(refused('ownAccount'))
})

const COMMANDS: [string, (id: number) => Promise<unknown>][] = [
  ['invite', () => invite(NEW)],
  ['renewLinkOf', renewLinkOf],
  ['changeRole', (id) => changeRole(id, 'ADMINISTRATOR')],
  ['disable', disable],
  ['enable', enable],
  ['setSecondFactorRequired', (id) => setSecondFactorRequired(id, true)],
  ['takeSecondFactor', takeSecondFactor],
  ['endSessionsOf', endSessionsOf],
]

test.each(COMMANDS)(
  '%s is refused to an editor, signed out and from elsewhere, and changes nothing',
  async (_, command) => {
    const { id } = await makeAccount()
    const state = async () =>
      JSON.stringify([
        await database().user.findMany(),
        await database().oneTimeLink.findMany(),
        await database().accountEvent.findMany({ omit: { transaction: true } }),
      ])
    await signIn('EDITOR')
    const editors = await state()
    expect(await command(id)).toEqual(refused('forbidden'))
    signOutHere()
    expect(await command(id)).toEqual(refused('signedOut'))
    expect(await state()).toBe(editors)
    await signIn('ADMINISTRATOR')
    const administrators = await state()
    for (const origin of [null, 'https://elsewhere.example']) {
      requestCarries({ headers: { origin } })
      expect(await command(id)).toEqual(refused('foreign'))
    }
    expect(await state()).toBe(administrators)
  },
)

test('of two administrators who disable each other at once, one remains', async () => {
  for (let round = 0; round < 8; round++) {
    await emptyRegistry()
    const one = await signIn('ADMINISTRATOR')
    const ones = await cookieNow()
    const two = await signIn('ADMINISTRATOR')
    const twos = await cookieNow()
    await asOneAct(async (tx) => {
      await tx.user.updateMany({ data: { passwordHash: 'x' } })
      for (const { id } of [one, two])
        await tx.accountEvent.create({ data: { userId: id, actor: 'site', action: 'passwordSet' } })
    })
    // Who asks is read before the first pause: the second request begins while the first is under way.
    browserWith(ones)
    const first = disable(two.id)
    await currentStaff()
    browserWith(twos)
    const second = disable(one.id)
    const answers = await Promise.all([first, second])
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    expect(await database().user.count({ where: { role: 'ADMINISTRATOR', disabledAt: null } })).toBe(1)
  }
})

test('the last administrator who can log in is neither disabled nor demoted, of two commands at once one is refused', async () => {
  const accounts = await Promise.all(
    [1, 2].map(() => makeAccount({ role: 'ADMINISTRATOR', passwordHash: 'x' })),
  )
  // Invited, never came in: nobody could manage accounts by this one.
  await makeAccount({ role: 'ADMINISTRATOR' })
  const [one, two] = accounts.map(({ email }) => email) as [string, string]
  const raced = await Promise.all([operatorDisables(one), operatorSetsRole(two, 'EDITOR')])
  expect(raced.filter(({ ok }) => ok)).toHaveLength(1)
  expect(raced.find(({ ok }) => !ok)).toEqual(refused('lastAdministrator'))
})

test('the first administrator is made once, of two starts at once too', async () => {
  const made = await Promise.all(
    ['a@example.se', 'b@example.se'].map((email) => addFirstAdministrator(email, 'en krokig väg till sjön')),
  )
  expect(made.filter(Boolean)).toHaveLength(1)
  expect(await addFirstAdministrator('c@example.se', 'en krokig väg till sjön')).toBe(false)
  expect(await database().user.findMany()).toMatchObject([{ role: 'ADMINISTRATOR', disabledAt: null }])
})

test('an operator is told what cannot be done', async () => {
  expect(await operatorAdds({ email: 'nej', name: 'Kim', role: 'EDITOR' })).toEqual(refused('invalidAccount'))
  expect(await operatorDisables('ingen@example.se')).toEqual(refused('unknownAccount'))
  const added = await operatorAdds({ email: 'Kim@Example.se', name: 'Kim', role: 'EDITOR' })
  expect(added.ok && added.value).toMatch(/\/redaktion\/lank\//)
})

test('an account that is made or changed without a trace is refused', async () => {
  const data = { email: 'utan@example.se', name: 'Utan', role: 'EDITOR' } as const
  await expect(asOneAct((tx) => tx.user.create({ data }))).rejects.toThrow('without a trace')
  const { id } = await makeAccount()
  for (const change of [
    { role: 'ADMINISTRATOR' },
    { passwordHash: 'x' },
    { disabledAt: new Date() },
    { name: 'Annan' },
    { showsName: true },
    { oidcSubject: 'x' },
    { mustHaveSecondFactor: true },
    { totpSince: new Date() },
  ] as const)
    await expect(asOneAct((tx) => tx.user.update({ where: { id }, data: change }))).rejects.toThrow(
      'without a trace',
    )
  await expect(database().accountEvent.deleteMany({ where: { userId: id } })).rejects.toThrow('never changed')
  await expect(database().user.delete({ where: { id } })).rejects.toThrow()
  expect(await database().user.findUnique({ where: { id } })).toMatchObject({
    role: 'EDITOR',
    passwordHash: null,
  })
})
