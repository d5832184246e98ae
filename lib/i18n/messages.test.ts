import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ITEM_FIELD_KEYS, PROJECT_FIELD_KEYS } from '../projects/fields.ts'
import { MESSAGES } from './messages.ts'

type Tree = { [key: string]: string | Tree }

/** Every text with its whole key: `start.title`. */
const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
/** Names in braces and in tags; what stands in braces after "one" or "other" are words. */
const placeholders = (text: string) =>
  [...new Set(text.match(/(?<!(?:=\d+|one|other) )\{\w+(?=[},])|<\w+>/g) ?? [])].sort()

const swedish = flat(MESSAGES.sv)
const english = new Map(flat(MESSAGES.en))

test('both languages have the same texts', () => {
  expect([...english.keys()].sort()).toEqual(swedish.map(([key]) => key).sort())
})

test('both languages fill in the same things', () => {
  for (const [key, text] of swedish)
    expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
})

test('no text is empty, and none is left untranslated by mistake', () => {
  const same = swedish.filter(([key, text]) => english.get(key) === text).map(([key]) => key)
  expect(swedish.filter(([, text]) => text.trim() === '')).toEqual([])
  expect(same.filter((key) => !SAME_IN_BOTH.has(key))).toEqual([])
})

test('every field has a label', () => {
  const labels = Object.keys(MESSAGES.sv.field)
  expect([...PROJECT_FIELD_KEYS, ...ITEM_FIELD_KEYS].filter((key) => !labels.includes(key))).toEqual([])
})

test('every text is used', () => {
  const code = ['app', 'components'].flatMap(sources).join('\n')
  const isUsed = (key: string) => {
    const name = key.split('.').at(-1) ?? ''
    return (
      code.includes(`'${name}'`) ||
      code.includes(`.${name}'`) ||
      code.includes(`.${name}\``) ||
      BY_VALUE.test(key)
    )
  }
  expect(swedish.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([])
})

/** Words that are the same, and names. */
const SAME_IN_BOTH = new Set([
  'followUp.ofPart',
  'followUp.inRow',
  'site.name',
  'field.region',
  'decisionDraft.problem.of',
  'field.startDate',
  'field.totalBudget',
  'project.started',
  'projects.facet.region',
  'projects.facet.organisation',
  'decision.region',
  'decisions.region',
  'start.region',
  'start.example1',
  'start.example2',
  'start.example3',
  'source.correctedBy',
  'project.grounded',
  'organisation.kicker',
  'organisations.name',
  'document.mediaType',
  'reports.kind.organisation',
  'history.sentence.field',
  'history.earlier.title',
  'project.citation',
  'imports.one',
])
/** Chosen by a value: a field's key, a state, a kind. */
const BY_VALUE =
  /^(?:accounts\.(?:actor|event|link|mail|password|problem|role|state)\.|staff\.(?:nav|refusal)\.|tables\.(?:target|group|mapping\.(?:kind|skipped|errors|delimiterName)|problems\.severity)\.|tables\.mapping\.(?:encoding|delimiter|unit1)|merges\.problem\.|corrections\.(?:choice|problem)\.|decisionDraft\.(?:problem|gone|state|none)|desk\.(?:queue|code|alike|level|problem|why|keep|notice|key|undoReason)|field|history\.(?:who|cause|value|label|what|sentence|brought|audit\.actions|record\.toRecord|earlier\.kicker)|imports\.(?:state|step|verdict|kind|file\.outcome|entry\.(?:origin|candidateVerdict))\.|nav|followUpTable\.(?:state|filter|rowState|problem|flag|note|told|csv)\.|followUp\.(?:event|document|basis)\.|followUpForm\.(?:since|problem|flag)\.|amountKind|value|state|ground|status|projects\.(?:sort|facet|hint)|source\.[A-Z_]+|warning\.|reports\.(?:kind|problem|limit|mail|(?:follow|staff)\.(?:status|stale))\.)/

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
