import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract/index.ts'
import { parse } from '../parse/index.ts'
import type { Place } from '../parse/source.ts'
import type { DecisionList, ProjectPage } from '../parse/types.ts'
import { contactsOf, coverPrivate, privatePlaces, secretsOf } from './index.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')
const SHARED = join(import.meta.dirname, '..', '..', '..', '..', 'shared')
const FOLDERS = [join(SHARED, 'seeds'), join(SHARED, 'documents')]
const isThere = FOLDERS.every((folder) => existsSync(folder))

type Case = { name: string; text: string; document: ProjectPage | DecisionList }

/** The document in a file; nothing for what is refused. */
function caseOf(name: string, path: string): Case[] {
  const extracted = extract(readFileSync(path))
  if (!extracted.ok) return []
  const document = parse(extracted.text)
  return 'refused' in document ? [] : [{ name, text: extracted.text, document }]
}

const ours = readdirSync(FIXTURES).flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((file) => file.startsWith('source.'))
    .flatMap((file) => caseOf(folder, join(FIXTURES, folder, file))),
)
const real = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => caseOf(file, join(folder, file))),
)

/** Every place of a reading, with the way to it, contacts' excepted. */
function publicPlaces(value: unknown, path = ''): { path: string; place: Place }[] {
  if (value === null || typeof value !== 'object') return []
  const { place } = value as { place?: Place }
  const isReading = 'raw' in value && place !== undefined && !/descri|blocks|unread|warnings/.test(path)
  const own = isReading ? [{ path, place }] : []
  const deeper = Object.entries(value).filter(([key]) => !key.startsWith('contact'))
  return [...own, ...deeper.flatMap(([key, inner]) => publicPlaces(inner, `${path}.${key}`))]
}

const withoutContactRivals = (document: ProjectPage | DecisionList) =>
  document.kind === 'esf-project-page'
    ? { ...document, rivals: document.rivals.filter(({ key }) => !key.startsWith('contact')) }
    : document

function check({ text, document }: Case) {
  const places = privatePlaces(text, document)
  const covered = coverPrivate(text, places)
  expect(covered).toHaveLength(text.length)
  expect(covered).not.toMatch(/\S@\S|\(at\)/)
  for (const { name, email, phone } of contactsOf(document)) {
    for (const value of [name, email, phone]) if (value) expect(covered).not.toContain(value)
  }
  for (const secret of secretsOf(text, document)) expect(covered).not.toContain(secret)
  for (const { path, place } of publicPlaces(withoutContactRivals(document))) {
    expect(covered.slice(place.start, place.end), path).toBe(text.slice(place.start, place.end))
  }
}

describe('our own documents', () => {
  test('are many', () => expect(ours.length).toBeGreaterThan(90))
  test.each(ours)('$name keeps its contacts to itself, and loses nothing else', check)
  test('some of them name contacts, and each of these is covered', () => {
    const named = ours.filter(({ document }) => contactsOf(document).length > 0)
    expect(named.length).toBeGreaterThan(30)
    for (const { text, document } of named) expect(privatePlaces(text, document)).not.toEqual([])
  })
})

describe.skipIf(!isThere && !process.env.CI)('the real documents', () => {
  test('are there', () => expect(real.length).toBeGreaterThanOrEqual(14))
  test.each(real)('$name keeps its contacts to itself, and loses nothing else', check)
})
