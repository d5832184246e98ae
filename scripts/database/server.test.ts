import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '../testing/test-database.ts'
import { checkServer, type Facts, problemOf } from './server.ts'

let url: URL
let drop: () => Promise<void>

beforeAll(async () => {
  const database = await freshDatabase()
  url = new URL(database.url)
  drop = database.drop
})

afterAll(() => drop())

/** The address of the test's database with something else in it. */
function changed(
  change: Partial<Pick<URL, 'port' | 'hostname' | 'username' | 'password' | 'pathname'>>,
): string {
  return Object.assign(new URL(url), change).href
}

const problem = (address: string): Promise<string> =>
  checkServer(address).then(
    () => '',
    ({ message }) => message,
  )

test('A database that can be used is let through', async () => {
  expect(await problem(url.href)).toBe('')
})

test.each(['nonsense', 'mysql://user:secret@host/name', 'postgresql://user:sec@ret@host/name', ''])(
  '"%s" is not the address of a database',
  async (address) => {
    const sentence = await problem(address)
    expect(sentence).toMatch(/^DATABASE_URL is not the address of a PostgreSQL database/)
    expect(sentence).not.toContain('sec')
  },
)

test('Each way not to reach a database has its sentence, and none shows the password', async () => {
  const sentences = {
    unreachable: await problem(changed({ port: '1' })),
    unknownHost: await problem(changed({ hostname: 'no-such-host.invalid' })),
    password: await problem(changed({ password: 'very%20secret' })),
    user: await problem(changed({ username: 'nobody' })),
    noPassword: await problem(changed({ password: '' })),
    database: await problem(changed({ pathname: '/not_there' })),
  }
  const { host, hostname } = url
  expect(sentences).toEqual({
    unreachable: `No PostgreSQL that can be used answers at ${hostname}:1, which DATABASE_URL names (ECONNREFUSED). Check the address, and that the server runs.`,
    unknownHost: expect.stringMatching(
      /^No PostgreSQL that can be used answers at no-such-host\.invalid:\d+, /,
    ),
    password: `The server at ${host} does not let user "fondspar" in. Check user and password in DATABASE_URL.`,
    user: `The server at ${host} does not let user "nobody" in. Check user and password in DATABASE_URL.`,
    noPassword: `The server at ${host} does not let user "fondspar" in. Check user and password in DATABASE_URL.`,
    database: `There is no database "not_there" on ${host}. Create it there, or name another one in DATABASE_URL.`,
  })
  expect(JSON.stringify(sentences)).not.toContain('secret')
  expect(JSON.stringify(sentences)).not.toContain(url.password)
})

test('A user who may not make what is needed learns what an administrator has to run', async () => {
  const role = `role_${randomUUID().slice(0, 8)}`
  const client = new pg.Client(inject('templateUrl').replace(/\/\w+$/, '/postgres'))
  await client.connect()
  await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`)
  try {
    const sentence = await problem(changed({ username: role, password: 'x', pathname: '/postgres' }))
    expect(sentence).toContain('run: CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;')
  } finally {
    await client.query(`DROP ROLE ${role}`)
    await client.end()
  }
})

const GOOD: Facts = {
  version: 15,
  encoding: 'UTF8',
  database: 'registry',
  user: 'site',
  mayCreate: false,
  mayCreateTables: false,
  isNew: false,
  unknown: [],
  lacking: [],
}

test.each<[Partial<Facts>, string | undefined]>([
  [{}, undefined],
  [{ lacking: ['unaccent'], mayCreate: true }, undefined],
  [{ version: 14 }, 'The server at db:5432 is PostgreSQL 14, and Fondspår needs 15 or later.'],
  [{ encoding: 'LATIN1' }, 'is encoded as LATIN1'],
  [{ unknown: ['unaccent'] }, "Install PostgreSQL's contrib package there."],
  [{ isNew: true }, 'GRANT CREATE ON SCHEMA public TO "site";'],
])('With %o the sentence is: %s', (facts, sentence) => {
  const found = problemOf('db:5432', { ...GOOD, ...facts })
  if (sentence) expect(found).toContain(sentence)
  else expect(found).toBeUndefined()
})
