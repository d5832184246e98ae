import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '../../db.ts'
import { nameKey, slugOf, slugOfNumber } from '../../matching/keys.ts'
import { inOwnRegistry } from '../../testing/registry.ts'
import type { Queries } from './database.ts'
import { findProjectsIn } from './find.ts'
import { refreshSearchWords, searchTexts } from './index.ts'
import { EVERYTHING } from './links.ts'
import { readProjectQuery } from './params.ts'
import { stem } from './stem.ts'
import type { ProjectList, ProjectQuery } from './types.ts'

const TODAY = '2026-11-21'

inOwnRegistry()

type Given = {
  number: string
  name: string
  owner?: string
  text?: string
  region?: string
  start?: string
  end?: string
}

const PROJECTS: Given[] = [
  {
    number: '2015/00311',
    name: 'MAP2020',
    owner: 'Södertälje kommun',
    text: 'Individens upprustning i form av kompetensutveckling.',
    region: 'SE11',
    start: '2015-09-01',
    end: '2019-02-28',
  },
  {
    number: '22-009-S02',
    name: 'Uppsök ung Malmö',
    owner: 'Malmö stad',
    text: 'Unga som inte studerar. Samverkan med MAP 2020 och Södertälje kommun.',
    region: 'SE22',
    start: '2023-01-01',
    end: '2027-12-31',
  },
  {
    number: '2019/00163',
    name: 'Hållbar etablering',
    owner: 'Kompetensforum',
    text: 'Utveckling av kompetens på arbetsplatsen. Arbetslivskontoret leder.',
    region: 'SE22',
    start: '2027-01-01',
  },
  { number: '2012/00001', name: 'Jag kan', text: 'Hälsofrämjande arbetsliv i kommuner.' },
]

/** Writes projects as the registry does: rows, vectors, revision. */
async function write(projects: Given[], revision: number) {
  const tx = database()
  for (const project of projects) {
    const owner = project.owner
      ? await tx.organisation.upsert({
          where: { slug: slugOf(project.owner) },
          create: { slug: slugOf(project.owner), name: project.owner },
          update: {},
        })
      : null
    const row = {
      number: project.number,
      name: project.name,
      nameKey: nameKey(project.name),
      ownerId: owner?.id ?? null,
      region: project.region ?? null,
      startDate: project.start ? new Date(project.start) : null,
      endDate: project.end ? new Date(project.end) : null,
      description: project.text ?? '',
      fund: 'ESF',
      grantedSupport: 1_000_000n,
      shown: {},
      revision,
    }
    const slug = slugOfNumber(project.number)
    const { id } = await tx.project.upsert({ where: { slug }, create: { slug, ...row }, update: row })
    await writeVectors(id, project)
  }
  await refreshSearchWords(tx)
  await tx.registry.update({ where: { id: 1 }, data: { revision } })
}

async function writeVectors(id: number, { number, name, owner, text }: Given) {
  const texts = searchTexts({
    name,
    otherNames: [],
    numbers: [number],
    organisations: owner ? [owner] : [],
    units: [],
    text: text ?? '',
  })
  await database().$executeRaw`
    INSERT INTO project_search ("projectId", "nameVector", "organisationVector", "textVector")
    VALUES (${id}, to_tsvector('swedish', ${texts.names}) || to_tsvector('simple', ${texts.numbers}),
      to_tsvector('swedish', ${texts.organisations}), to_tsvector('swedish', ${texts.text}))
    ON CONFLICT ("projectId") DO UPDATE SET "nameVector" = excluded."nameVector",
      "organisationVector" = excluded."organisationVector", "textVector" = excluded."textVector"`
}

const find = (query: Partial<ProjectQuery>): Promise<ProjectList> =>
  findProjectsIn(database(), { ...EVERYTHING, ...query }, { today: TODAY })
const names = (list: ProjectList) => list.rows.map(({ name }) => name)

beforeAll(() => write(PROJECTS, 1))

describe('finding projects', () => {
  test('shows all, the newest first, with exact counts', async () => {
    const list = await find({})
    expect(names(list)).toEqual(['Hållbar etablering', 'Uppsök ung Malmö', 'MAP2020', 'Jag kan'])
    expect(list).toMatchObject({ total: 4, page: 1, pages: 1, replaced: [], hints: [] })
    const facet = (key: string) =>
      list.facets.find((one) => one.key === key)?.values.map(({ value, count }) => [value, count])
    expect(facet('region')).toEqual([
      ['SE11', 1],
      ['SE22', 2],
    ])
    expect(facet('status')).toEqual([
      ['planned', 1],
      ['running', 1],
      ['ended', 1],
    ])
    expect(list.rows[2]).toMatchObject({
      slug: '2015-00311',
      number: '2015/00311',
      owner: { slug: 'sodertalje-kommun', name: 'Södertälje kommun' },
      startDate: '2015-09-01',
      endDate: '2019-02-28',
      grantedSupport: 1_000_000,
      totalBudget: null,
      status: 'ended',
    })
  })

  test.each(['2015/00311', '2015-00311', '201500311', '00311', '2015 00311'])(
    'the number %s finds its project first',
    async (q) => {
      expect(names(await find({ q }))[0]).toBe('MAP2020')
    },
  )

  test.each(['22-009-S02', '22 009 s02', '22009s02'])('the number %s finds its project', async (q) => {
    expect(names(await find({ q }))).toEqual(['Uppsök ung Malmö'])
  })

  test('a hit in a name goes before one in an organisation, and that before one in a text', async () => {
    expect(names(await find({ q: 'map 2020' }))).toEqual(['MAP2020', 'Uppsök ung Malmö'])
    expect(names(await find({ q: 'Södertälje' }))).toEqual(['MAP2020', 'Uppsök ung Malmö'])
  })

  test('a part finds the compound, and the compound finds its parts apart, after itself', async () => {
    expect(names(await find({ q: 'kompetens' }))).toEqual(['Hållbar etablering', 'MAP2020'])
    expect(names(await find({ q: 'utveckling' }))).toEqual(['Hållbar etablering', 'MAP2020'])
    expect(names(await find({ q: 'kompetensutvecklingen' }))).toEqual(['MAP2020', 'Hållbar etablering'])
    expect(names(await find({ q: 'kontor' }))).toEqual(['Hållbar etablering'])
  })

  test('words are found in other inflections and by their beginning', async () => {
    expect(names(await find({ q: 'kommunens' }))).toContain('Jag kan')
    expect(names(await find({ q: 'etabler' }))).toEqual(['Hållbar etablering'])
  })

  test('words of different places count together', async () => {
    expect(names(await find({ q: 'södertälje upprustning' }))).toEqual(['MAP2020'])
  })

  test('a phrase has its words in a row', async () => {
    expect(names(await find({ q: '"kompetens på arbetsplatsen"' }))).toEqual(['Hållbar etablering'])
    expect((await find({ q: '"arbetsplatsen kompetens"' })).total).toBe(0)
  })

  test('a name of stop words alone is found', async () => {
    expect(names(await find({ q: 'jag kan' }))).toEqual(['Jag kan'])
  })

  test('a typo is forgiven, and the answer says so', async () => {
    const list = await find({ q: 'sodertalje upprustnign' })
    expect(names(list)).toEqual(['MAP2020'])
    expect(list.replaced).toEqual([
      { typed: 'sodertalje', used: 'södertälje' },
      { typed: 'upprustnign', used: 'upprustning' },
    ])
  })

  test('words around the hit are shown', async () => {
    const [row] = (await find({ q: 'upprustning' })).rows
    expect(row?.snippet).toEqual({
      text: 'Individens upprustning i form av kompetensutveckling.',
      marks: [{ start: 11, end: 22 }],
    })
  })

  test('nothing found says what to try', async () => {
    expect((await find({ q: 'xyzzyqq' })).hints).toEqual([{ kind: 'unknown-word', word: 'xyzzyqq' }])
    expect((await find({ q: 'upprustning hälsofrämjande' })).hints).toEqual([{ kind: 'fewer-words' }])
    expect((await find({ q: '%%%' })).hints).toEqual([{ kind: 'unknown-word', word: '%%%' }])
    const chosen = { ...EVERYTHING.chosen, region: ['SE33'] }
    expect((await find({ chosen })).hints).toEqual([{ kind: 'clear-facet', key: 'region', total: 4 }])
  })

  test('a page beyond the last is the last', async () => {
    const list = await findProjectsIn(database(), { ...EVERYTHING, page: 900 }, { today: TODAY, pageSize: 3 })
    expect(list).toMatchObject({ page: 2, pages: 2, total: 4 })
    expect(names(list)).toEqual(['Jag kan'])
  })

  test('no input makes a query fail', async () => {
    const nasty = fc.constantFrom(
      "'",
      '"',
      '\\',
      '&',
      '|',
      '!',
      '(',
      ')',
      ':*',
      '<->',
      '\0',
      '--',
      '%',
      'och',
      'ß',
      'ª',
      '½',
      '١',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (input) => {
        const { total } = await findProjectsIn(database(), readProjectQuery({ q: input }, 'sv'), {
          today: TODAY,
        })
        expect(total).toBeLessThanOrEqual(4)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what it costs', () => {
  /** A handle that counts, with a snapshot of its own. */
  function counting(): { handle: Queries; asked: () => number } {
    let count = 0
    const handle = new Proxy(database(), {
      get(target, key) {
        if (key === '$queryRaw') count++
        return Reflect.get(target, key)
      },
    })
    return { handle, asked: () => count }
  }

  test.each([
    ['everything', '', 2],
    ['a word', 'kompetens', 3],
    ['a typo', 'sodertalje', 5],
  ])('%s takes a bounded number of queries', async (_, q, most) => {
    const { handle, asked } = counting()
    await findProjectsIn(handle, { ...EVERYTHING, q }, { today: TODAY })
    expect(asked()).toBeLessThanOrEqual(most)
  })
})

describe('changes', () => {
  test('show within half a second: new projects, new values, new words', async () => {
    await find({})
    const later = performance.now() + 600
    await write([{ ...PROJECTS[0], number: '2015/00311', name: 'Ny karta', region: 'SE33' }], 2)
    await write([{ number: '2030/00001', name: 'Skärgårdsbron', start: '2030-01-01' }], 3)
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later)
    try {
      expect(names(await find({}))).toEqual([
        'Skärgårdsbron',
        'Hållbar etablering',
        'Uppsök ung Malmö',
        'Ny karta',
        'Jag kan',
      ])
      expect((await find({ chosen: { ...EVERYTHING.chosen, region: ['SE33'] } })).total).toBe(1)
      expect((await find({ q: 'skargardsbron' })).replaced).toEqual([
        { typed: 'skargardsbron', used: 'skärgårdsbron' },
      ])
    } finally {
      clock.mockRestore()
    }
  })
})

describe('stems', () => {
  test('are those of PostgreSQL for most words, which is all that marks need', async () => {
    const words =
      'kompetenser utvecklingen arbetet arbetslösa kommunens förvaltningar hälsofrämjande jämställdhet lärande möjligheter unga skolorna företagare insatserna stöds verksamheterna lyckligt'.split(
        ' ',
      )
    const rows = await database().$queryRaw<{ word: string; stem: string }[]>`
      SELECT word, (ts_lexize('swedish_stem', word))[1] AS stem FROM unnest(${words}::text[]) AS word`
    expect(rows.filter((row) => stem(row.word) === row.stem).length).toBeGreaterThanOrEqual(words.length - 1)
  })
})
