import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../db.ts'
import {
  beginFollowUp,
  discardFollowUp,
  publishFollowUp,
  saveFollowUp,
  withdrawFollowUp,
} from '../follow-up/commands.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { attachFile, detachFile } from './commands.ts'
import { serveFile } from './serve.ts'
import { fileStore } from './store.ts'
import { docx, pdf, photograph } from './testing/files.ts'
import { PLACES } from './testing/places.ts'
import { tidyFiles } from './tidy.ts'
import { fileAddress } from './view.ts'

const SLUG = '2015-09101'

describe.each(Object.entries(PLACES))('with files on %s', (_, open) => {
  inSampleRegistry()
  open()
  beforeEach(() => signIn('EDITOR'))

  test('a draft gets a file, another one instead, and none', async () => {
    const draft = await begun()
    const attached = await attach(draft, pdf(), 'Slutrapport för Lyftet.pdf')
    expect(await rowOf(draft)).toMatchObject({
      version: attached.version,
      file: { id: attached.id, name: 'Slutrapport för Lyftet.pdf', mediaType: 'application/pdf' },
    })
    const other = await attach({ ...draft, ...versionOf(attached) }, docx(), 'Bilaga.pdf')
    expect((await rowOf(draft)).file).toMatchObject({ id: other.id, name: 'Bilaga.pdf.docx' })
    const gone = await detachFile({ followUpId: draft.id, version: other.version })
    expect(gone).toMatchObject({ ok: true, value: { version: other.version + 1 } })
    expect((await rowOf(draft)).file).toBeNull()
  })

  test('the same bytes lie there once, each time under another address', async () => {
    const [one, two] = [await begun(), await begun()]
    await attach(one, pdf(), 'a.pdf')
    await attach(two, pdf(), 'b.pdf')
    const [a, b] = [await fileOf(one), await fileOf(two)]
    expect(a.sha256).toBe(b.sha256)
    expect(a.token).not.toBe(b.token)
    expect(Buffer.from(a.token, 'base64url')).toHaveLength(16)
  })

  test('what is refused leaves the draft as it is, and nothing behind', async () => {
    const draft = await begun()
    const before = await database().attachedFile.count()
    const refused = await attachFile({
      followUpId: draft.id,
      version: draft.version,
      name: 'a.pdf',
      bytes: Buffer.from('<html><script>alert(1)</script></html>'),
    })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'file', code: 'markup' } })
    expect(await rowOf(draft)).toMatchObject({ version: draft.version, file: null })
    expect(await database().attachedFile.count()).toBe(before)
  })

  test('who opened the form before somebody else wrote is told, and nothing is written over', async () => {
    const draft = await begun()
    const first = await attach(draft, pdf(), 'a.pdf')
    await signIn('ADMINISTRATOR')
    const stale = { followUpId: draft.id, version: draft.version }
    expect(await attachFile({ ...stale, name: 'b.docx', bytes: docx() })).toMatchObject({
      problem: { kind: 'stale' },
    })
    expect(await detachFile(stale)).toMatchObject({ problem: { kind: 'stale' } })
    expect((await rowOf(draft)).file?.id).toBe(first.id)
  })

  test('of two who attach at once, one does and the other is told', async () => {
    const draft = await begun()
    const answers = await Promise.all(
      ['a.pdf', 'b.pdf'].map((name) =>
        attachFile({ followUpId: draft.id, version: draft.version, name, bytes: pdf() }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'stale' } })
  })

  test('only a draft takes a file', async () => {
    const { id, version } = await published()
    const discarded = await begun()
    await discardFollowUp(discarded)
    const bytes = pdf()
    expect(await attachFile({ followUpId: id, version, name: 'a.pdf', bytes })).toMatchObject({
      problem: { kind: 'published' },
    })
    expect(await detachFile({ followUpId: id, version })).toMatchObject({ problem: { kind: 'published' } })
    expect(await attachFile({ followUpId: discarded.id, version: 1, name: 'a.pdf', bytes })).toMatchObject({
      problem: { kind: 'discarded' },
    })
    expect(await attachFile({ followUpId: 999_999, version: 1, name: 'a.pdf', bytes })).toMatchObject({
      problem: { kind: 'missing' },
    })
  })

  test('nobody else attaches, and no file of theirs is looked into', async () => {
    const draft = await begun()
    const input = { followUpId: draft.id, version: draft.version, name: 'a.pdf', bytes: new Uint8Array() }
    requestCarries({ headers: { origin: 'https://evil.example' } })
    expect(await attachFile(input)).toMatchObject({ problem: { kind: 'foreign' } })
    requestCarries({ headers: { origin: 'http://localhost:3000' } })
    signOutHere()
    expect(await attachFile(input)).toMatchObject({ problem: { kind: 'signedOut' } })
    expect(await detachFile(input)).toMatchObject({ problem: { kind: 'signedOut' } })
  })

  describe('who gets a file', () => {
    test('of a draft: staff, and nobody keeps it', async () => {
      const draft = await begun()
      const { version } = await attach(draft, pdf(), 'a.pdf')
      const answer = await get(await fileOf(draft))
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('etag')).toBeNull()
      expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), pdf())).toBe(0)
      expect(await asVisitor(await fileOf(draft))).toBe(404)
      await discardFollowUp({ ...draft, version })
      expect(await asVisitor(await fileOf(draft))).toBe(404)
    })

    test('of what is published: everybody, until it is withdrawn; staff after that as well', async () => {
      const public_ = await published()
      const file = await fileOf(public_)
      expect(await asVisitor(file)).toBe(200)
      const etag = (await get(file)).headers.get('etag') ?? ''
      expect((await get(file, { 'if-none-match': `"x", W/${etag}` })).status).toBe(304)
      await signIn('EDITOR')
      await withdrawFollowUp({ id: public_.id, reason: 'Det var ett annat projekts rapport.' })
      expect((await get(file)).status).toBe(200)
      expect(await asVisitor(file)).toBe(404)
      expect((await get(file, { 'if-none-match': etag })).status).toBe(404)
    })

    test('of a project that was taken back with its import: staff', async () => {
      const file = await fileOf(await published())
      await database().project.update({ where: { slug: SLUG }, data: { inForce: false } })
      expect(await asVisitor(file)).toBe(404)
      await database().project.update({ where: { slug: SLUG }, data: { inForce: true } })
      expect(await asVisitor(file)).toBe(200)
    })

    test('of an entry without a project: everybody while it is in force', async () => {
      const { id } = await database().decisionItem.findFirstOrThrow({
        where: { projectId: null, inForce: true },
        select: { id: true },
      })
      const file = await fileOf(await published({ item: id }))
      expect(await asVisitor(file)).toBe(200)
      await database().decisionItem.update({ where: { id }, data: { inForce: false } })
      expect(await asVisitor(file)).toBe(404)
      await database().decisionItem.update({ where: { id }, data: { inForce: true } })
    })

    test('that a draft holds and something published as well: everybody, by the published one alone', async () => {
      const file = await fileOf(await published())
      const draft = await begun()
      await attach(draft, pdf(), 'a.pdf')
      expect(await asVisitor(file)).toBe(200)
      expect(await asVisitor(await fileOf(draft))).toBe(404)
    })

    test('under another name, or by a token that is none: nobody', async () => {
      const file = await fileOf(await published())
      expect(await asVisitor({ ...file, name: 'b.pdf' })).toBe(404)
      for (const token of ['', 'x', 'A'.repeat(22), `${file.token}x`, "' OR 1=1 --"])
        expect(await asVisitor({ ...file, token })).toBe(404)
    })
  })

  test('a file is served so that nothing in it runs', async () => {
    const file = await fileOf(await published())
    const { headers } = await get(file)
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-disposition': `attachment; filename="Rapport (a,o).pdf"; filename*=UTF-8''Rapport%20%28%C3%A5%2C%C3%B6%29.pdf`,
      'content-length': String(pdf().length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/pdf',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${createHash('sha256').update(pdf()).digest('hex')}"`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const head = await serveFile(new Request(address(file), { method: 'HEAD' }), file.token, file.name)
    expect([head.status, head.body, Object.fromEntries(head.headers)]).toEqual([
      200,
      null,
      Object.fromEntries(headers),
    ])
  })

  test('a picture is shown in the page, drawn anew', async () => {
    const draft = await begun()
    await attach(draft, await photograph(), 'bild.jpeg')
    const answer = await get(await fileOf(draft))
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="bild.jpeg"/)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await answer.arrayBuffer()).includes('Kim Exempel')).toBe(false)
  })

  test('bytes that are lost are said to be, and no other file is served', async () => {
    const draft = await begun()
    await attach(draft, docx(), 'a.docx')
    const file = await fileOf(draft)
    await (await fileStore()).remove(file.sha256)
    expect((await get(file)).status).toBe(503)
  })

  test('what nothing names is tidied away after a day, and what something names stays', async () => {
    const [loose, kept, shared] = [await begun(), await published(), await begun()]
    await attach(shared, pdf(), 'samma.pdf')
    await attach(loose, Buffer.from('Bara ord.'), 'a.txt')
    const files = { loose: await fileOf(loose), kept: await fileOf(kept), shared: await fileOf(shared) }
    for (const draft of [loose, shared])
      await detachFile({ followUpId: draft.id, version: (await rowOf(draft)).version })
    await tidyFiles()
    expect(await sizeOf(files.loose)).toBe(9)
    await database().attachedFile.updateMany({ data: { createdAt: new Date(Date.now() - 90_000_000) } })
    await tidyFiles()
    const left = await database().attachedFile.findMany({ select: { token: true } })
    const tokens = left.map(({ token }) => token)
    expect(tokens).toContain(files.kept.token)
    expect(tokens).not.toContain(files.loose.token)
    expect(tokens).not.toContain(files.shared.token)
    expect(await sizeOf(files.loose)).toBeNull()
    expect(await sizeOf(files.shared)).toBe(pdf().length)
  })
})

type Draft = { id: number; version: number }
type File = { token: string; name: string; sha256: string }

async function begun(to: { project: string } | { item: number } = { project: SLUG }): Promise<Draft> {
  const made = await beginFollowUp('DOCUMENT', to)
  if (!made.ok) throw new Error(made.problem.kind)
  return { id: made.value.id, version: 1 }
}

async function attach({ id, version }: Draft, bytes: Uint8Array, name: string) {
  const attached = await attachFile({ followUpId: id, version, name, bytes })
  if (!attached.ok) throw new Error(JSON.stringify(attached.problem))
  return attached.value
}
const versionOf = ({ version }: { version: number }) => ({ version })

/** A published document with a PDF for its source. */
async function published(to?: Parameters<typeof begun>[0]): Promise<Draft> {
  const draft = await begun(to)
  const fields = { documentType: 'finalReport', title: 'Slutrapport', asOf: '2018-12-31' }
  const saved = await saveFollowUp({ ...draft, base: { fields: {} }, mine: { fields } })
  if (!saved.ok) throw new Error(saved.problem.kind)
  const { version } = await attach({ ...draft, version: saved.value.version }, pdf(), 'Rapport (å,ö).pdf')
  const result = await publishFollowUp({ id: draft.id, version, seen: [] })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return { id: draft.id, version: version + 1 }
}

const rowOf = ({ id }: Draft) =>
  database().followUp.findUniqueOrThrow({ where: { id }, select: { version: true, file: true } })
async function fileOf(draft: Draft): Promise<File> {
  const { file } = await rowOf(draft)
  if (!file) throw new Error('It has no file.')
  return file
}
const sizeOf = async ({ sha256 }: File) => (await fileStore()).sizeOf(sha256)

const address = (file: File) => `http://localhost:3000${fileAddress(file)}`
const get = (file: File, headers: Record<string, string> = {}) =>
  serveFile(new Request(address(file), { headers }), file.token, file.name)
async function asVisitor(file: File): Promise<number> {
  signOutHere()
  const answer = await get(file)
  if (answer.status === 404) {
    expect(await answer.text()).toBe('404\n')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  }
  return answer.status
}
