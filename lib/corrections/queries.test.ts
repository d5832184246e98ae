import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { database } from '../db.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { findRecordForEditing } from './queries.ts'

inSampleRegistry()

test('a project has all its fields, with the words of sources, rivals and contacts', async () => {
  const record = await findRecordForEditing('project', '2016-00112')
  const people = record?.fields.find(({ key }) => key === 'plannedParticipants')
  expect(people).toMatchObject({
    typed: { text: '145' },
    said: [
      { standing: 'shown', value: 145, saying: { words: '145' } },
      { standing: 'rival', value: 300, qualifier: 'drygt' },
    ],
  })
  expect(record?.documents.length).toBeGreaterThan(0)
  expect(record?.contacts.length).toBeGreaterThan(0)
})

test('what is not there is null', async () => {
  expect(await findRecordForEditing('project', 'finns-inte')).toBeNull()
  for (const key of ['0', '-1', 'x', '99999999']) expect(await findRecordForEditing('item', key)).toBeNull()
})

/** The greatest number of statements that a form of each kind may take. */
const MOST = { project: 32, item: 22, decision: 12, organisation: 8 } as const

test('how many queries a form takes does not grow with the record', async () => {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const keys = {
    project: (await database().project.findMany({ select: { slug: true } })).map(({ slug }) => slug),
    item: (await database().decisionItem.findMany({ select: { id: true } })).map(({ id }) => String(id)),
    decision: (await database().decision.findMany({ select: { slug: true } })).map(({ slug }) => slug),
    organisation: (await database().organisation.findMany({ select: { slug: true } })).map(
      ({ slug }) => slug,
    ),
  }
  for (const kind of ['project', 'item', 'decision', 'organisation'] as const) {
    const counts = new Set<number>()
    for (const key of keys[kind].slice(0, 30)) {
      sent.mockClear()
      expect(await findRecordForEditing(kind, key)).not.toBeNull()
      counts.add(sent.mock.calls.length)
    }
    expect([kind, Math.max(...counts) <= MOST[kind], [...counts].sort()]).toEqual([
      kind,
      true,
      [...counts].sort(),
    ])
  }
  sent.mockRestore()
})
