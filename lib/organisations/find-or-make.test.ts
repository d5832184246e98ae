import { beforeEach, expect, test } from 'vitest'
import { asOneAct, database } from '../db.ts'
import { nameKey } from '../matching/keys.ts'
import { leaveTrace } from '../registry/trace.ts'
import { emptyRegistry, inOwnRegistry } from '../testing/registry.ts'
import { findOrMakeOrganisations } from './find-or-make.ts'

inOwnRegistry()
beforeEach(emptyRegistry)

const NUMBER = '2120001124'

test('one that was taken back comes back with each name that it is given, and with no other', async () => {
  const { id: importId } = await database().import.create({ data: { actor: 'operator', summary: {} } })
  const { id: documentId } = await database().sourceDocument.create({
    data: {
      ...{
        sha256: 'a',
        slug: 'a',
        kind: 'OPERATION_LIST',
        layout: '',
        mediaType: '',
        encoding: '',
        byteLength: 0,
      },
      ...{ title: '', publicText: '', parserVersion: 1, sourceKey: 'a', undoneAt: new Date(), importId },
    },
  })
  const { id, named } = await asOneAct(async (tx) => {
    const names = ['Exempelstad', 'Exempelstads kommun', 'Exempelstads stad'].map((name) => ({
      name,
      key: nameKey(name),
      documentId,
    }))
    const { id } = await tx.organisation.create({
      data: { slug: 'a', name: 'Exempelstad', inForce: false, names: { create: names } },
    })
    await leaveTrace(tx, [{ revision: 1, actor: 'operator', action: 'created', organisationId: id }])
    const drafts = [
      { name: 'Exempelstads kommun', number: null },
      { name: 'Exempelstad', number: null },
      { name: 'Exempelstad', number: NUMBER },
    ]
    return { id, ...(await findOrMakeOrganisations(tx, drafts, null)) }
  })
  expect(named.map(({ name }) => name).sort()).toEqual(['Exempelstad', 'Exempelstads kommun'])
  expect(
    await database().organisation.findMany({
      select: { id: true, name: true, number: true, inForce: true, names: { orderBy: { key: 'asc' } } },
    }),
  ).toMatchObject([
    {
      id,
      name: 'Exempelstads kommun',
      number: NUMBER,
      inForce: true,
      names: [
        { name: 'Exempelstad', documentId: null },
        { name: 'Exempelstads kommun', documentId: null },
      ],
    },
  ])
})
