import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyContent, FollowUpContent } from './content.ts'
import { FORMS, MOST_ROWS } from './fields.ts'
import { boxId, boxName, choiceName, contentIn, openForm, withRow } from './form.ts'
import { FOLLOW_UP_KINDS } from './kinds.ts'
import { placed } from './place.ts'

/** A form as a browser sends it that shows some content. */
function sentWith({ fields, rows }: FollowUpContent): FormData {
  const form = new FormData()
  for (const [field, text] of Object.entries(fields)) form.append(boxName(null, field), text)
  for (const row of rows)
    for (const [field, text] of Object.entries(row.fields)) form.append(boxName(row.id, field), text)
  return form
}

const texts = (fields: readonly string[]) =>
  fc.dictionary(fc.constantFrom('asOf', ...fields), fc.string({ minLength: 1, unit: 'grapheme' }), {
    noNullPrototype: true,
  })
const contents = fc.constantFrom(...FOLLOW_UP_KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    fields: texts(FORMS[kind].fields),
    rows: fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z0-9]{1,16}$/),
        fields: fc.dictionary(
          fc.constantFrom(...(FORMS[kind].rows?.fields ?? ['none'])),
          fc.string({ minLength: 1 }),
          { minKeys: 1, noNullPrototype: true },
        ),
      }),
      { selector: ({ id }) => id, maxLength: FORMS[kind].rows ? 6 : 0 },
    ),
  }),
)

test('what a form shows comes back as it was, whatever was typed', () => {
  fc.assert(
    fc.property(contents, ({ kind, ...content }) => {
      const isPlain = JSON.stringify(content).includes('\\r') === false
      fc.pre(isPlain)
      expect(contentIn(sentWith(content), kind, { fields: {}, rows: [] })).toEqual(content)
      // Over what is kept already, too.
      expect(contentIn(sentWith(content), kind, content)).toEqual(content)
    }),
  )
})

test('names that are no field of the kind are passed over', () => {
  const form = new FormData()
  const junk = [
    'f.__proto__',
    'f.constructor',
    'f.costs.eu.x',
    'f.reached.total',
    'f.costs.women',
    'f.',
    'r.r1.group',
    'r.R1.costs.eu',
    'r..group',
    'r.__proto__.group',
    'costs.eu',
    'toString',
    '$ACTION_KEY',
    'c..',
  ]
  for (const name of junk) form.append(name, 'skräp')
  form.append('f.costs.eu', '100')
  form.append('f.costs.eu', '200')
  expect(contentIn(form, 'COSTS', emptyContent('COSTS'))).toEqual({ fields: { 'costs.eu': '100' }, rows: [] })
})

test('a file where a text belongs is no text', () => {
  const form = new FormData()
  form.append('f.comment', new File(['x'], 'x.txt'))
  expect(contentIn(form, 'RESULTS', { fields: { comment: 'kvar' }, rows: [] }).fields).toEqual({
    comment: 'kvar',
  })
})

test('of a thousand rows as many are read as a draft holds, those that were there first', () => {
  const form = new FormData()
  for (let at = 0; at < 1000; at++) form.append(boxName(`x${at}`, 'group'), `Grupp ${at}`)
  const read = contentIn(form, 'PARTICIPANTS', emptyContent('PARTICIPANTS'))
  expect(read.rows).toHaveLength(MOST_ROWS)
  expect(read.rows.slice(0, 3).map(({ id }) => id)).toEqual(['r1', 'r2', 'x0'])
  expect(FollowUpContent.safeParse(read).success).toBe(true)
})

test('a field that is not sent is as it was, and one that is emptied is empty', () => {
  const base = {
    fields: { asOf: '2018-12-31', comment: 'Förut' },
    rows: [{ id: 'r1', fields: { group: 'Unga', 'reached.women': '4' } }],
  }
  const form = new FormData()
  form.append('f.comment', '')
  form.append('r.r1.reached.women', '5')
  expect(contentIn(form, 'PARTICIPANTS', base)).toEqual({
    fields: { asOf: '2018-12-31', comment: '' },
    rows: [{ id: 'r1', fields: { group: 'Unga', 'reached.women': '5' } }],
  })
})

test('whoever takes the other’s words keeps what is saved', () => {
  const base = {
    fields: { comment: 'Deras' },
    rows: [{ id: 'r1', fields: { group: 'Deras grupp' } }],
  }
  const form = new FormData()
  form.append('f.comment', 'Mitt')
  form.append(choiceName(null, 'comment'), 'theirs')
  form.append('r.r1.group', 'Min grupp')
  form.append(choiceName('r1', 'group'), 'mine')
  const read = contentIn(form, 'PARTICIPANTS', base)
  expect(read.fields.comment).toBe('Deras')
  expect(read.rows[0]?.fields.group).toBe('Min grupp')
})

test('lines are parted by one character, as they were typed', () => {
  const form = new FormData()
  form.append('f.achieved', 'Ett\r\nTvå\rTre')
  expect(contentIn(form, 'RESULTS', emptyContent('RESULTS')).fields.achieved).toBe('Ett\nTvå\nTre')
})

test('a row more is an empty one, as long as there is room', () => {
  const content = emptyContent('INDICATORS')
  expect(withRow(content, 'ny').rows.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'ny'])
  const full = {
    ...content,
    rows: Array.from({ length: MOST_ROWS }, (_, at) => ({ id: `a${at}`, fields: {} })),
  }
  expect(withRow(full, 'ny')).toBe(full)
})

test('ids of boxes hold no dots, and no two boxes share one', () => {
  for (const kind of FOLLOW_UP_KINDS) {
    const { fields, rows } = FORMS[kind]
    const ids = [
      ...fields.map((field) => boxId(null, field)),
      ...['r1', 'r2'].flatMap((row) => (rows?.fields ?? []).map((field) => boxId(row, field))),
    ]
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[\w-]+$/.test(id))).toEqual([])
  }
})

test('a problem is told at the box that it is about', () => {
  const content: FollowUpContent = {
    fields: {},
    rows: [
      { id: 'r1', fields: {} },
      { id: 'r2', fields: { group: 'Unga 15–24' } },
    ],
  }
  const told = (field: string, row: string | null = null) =>
    placed({ row, field, why: 'missing' }, 'PARTICIPANTS', content)
  expect(told('group@unga-15-24')).toMatchObject({ row: 'r2', field: 'group' })
  expect(told('planned.total')).toMatchObject({ row: null, field: 'planned.total' })
  expect(told('reached.women', 'r1')).toMatchObject({ row: 'r1', field: 'reached.women' })
  const indicators = { ...content, rows: [{ id: 'r1', fields: {} }] }
  expect(
    placed({ row: null, field: 'actual.total', why: 'nothing' }, 'INDICATORS', indicators),
  ).toMatchObject({
    row: 'r1',
  })
})

test('a form that was just opened tells nothing', () => {
  const content = emptyContent('COSTS')
  const form = openForm({ id: 1, kind: 'COSTS', version: 1, content, savedAt: new Date(0), file: null })
  expect(form).toMatchObject({ problems: null, flags: [], conflicts: [], refused: null, done: null })
})
