import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { bringIn, list, page } from '../organisations/testing.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { findDecision } from './queries.ts'

inOwnRegistry()

test('a name that two organisations go by stays on the page, and leads to neither', async () => {
  const entry = { name: 'Stegen', applicant: 'Alfa AB', partners: ['Gamma AB', 'Alfa AB'] }
  await bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', ownerNumber: '2120001124' }),
    list([entry]),
  )
  const { slug } = await database().decision.findFirstOrThrow()
  const partners = async () => (await findDecision(slug))?.items[0]?.partners
  const applicants = async () => (await findDecision(slug))?.items[0]?.applicants
  expect(await applicants()).toEqual([{ slug: 'alfa-ab', name: 'Alfa AB' }])
  expect(await partners()).toEqual([
    { slug: 'gamma-ab', name: 'Gamma AB' },
    { slug: 'alfa-ab', name: 'Alfa AB' },
  ])
  await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Alfa AB', ownerNumber: '8029999029' }))
  expect(await partners()).toEqual([
    { slug: 'gamma-ab', name: 'Gamma AB' },
    { slug: null, name: 'Alfa AB' },
  ])
  expect(await applicants()).toEqual([{ slug: null, name: 'Alfa AB' }])
})
