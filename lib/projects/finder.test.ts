import { expect, test } from 'vitest'
import { inSampleRegistry } from '../testing/registry.ts'
import { finderText, findProjectsLike, projectMeant, projectsMeant } from './finder.ts'

inSampleRegistry()

const firstFor = async (typed: string) => (await findProjectsLike(typed))[0]?.number

test('a project is found by its number in any writing, and by the beginning of one', async () => {
  for (const typed of ['2015/00311', '2015-00311', '2015 00311', '201500311', '2015/003'])
    expect([typed, await firstFor(typed)]).toEqual([typed, '2015/00311'])
  for (const typed of ['22-009-S02', '22 009 s02', '22009s'])
    expect([typed, await firstFor(typed)]).toEqual([typed, '22-009-S02'])
})

test('a project is found by its name, slips forgiven, and by its owner', async () => {
  expect(await firstFor('map2020')).toBe('2015/00311')
  expect(await firstFor('MAP 2020')).toBe('2015/00311')
  const [map] = await findProjectsLike('map2020')
  expect(map).toMatchObject({
    name: 'MAP2020',
    owner: expect.any(String),
    years: { from: expect.any(Number) },
  })
  const ofOwner = await findProjectsLike(map?.owner ?? '')
  expect(ofOwner.map(({ number }) => number)).toContain('2015/00311')
  expect((await findProjectsLike('kompetenslyft hendel'))[0]?.name).toMatch(/Kompetenslyft/i)
})

test('nothing is found for nothing, and never more than was asked for', async () => {
  for (const typed of ['', '  ', '–', '"', "'; DROP", '%', '\\', '\u0000'])
    expect(await findProjectsLike(typed)).toEqual([])
  expect((await findProjectsLike('projekt', { limit: 3 })).length).toBeLessThanOrEqual(3)
})

test('what was chosen means its project; a name alone means none', async () => {
  const [map] = await findProjectsLike('map2020')
  if (!map) throw new Error('the sample is not there')
  expect(await projectMeant(finderText(map))).toEqual(map)
  expect(await projectMeant('2015 00311')).toEqual(map)
  expect(await projectMeant('MAP2020')).toBeNull()
  expect(await projectsMeant(['', '2015-00311', 'x'])).toEqual([null, map, null])
})
