import { expect, test } from 'vitest'
import { decisionIn, typedIn } from './entry-input.ts'

const formOf = (sent: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ importId: '3', entryId: '4', version: '5', ...sent }))
    form.append(name, value)
  return form
}

test('nothing chosen and no project named is no decision', () => {
  expect(decisionIn(formOf({ project: ' ' }))).toBeNull()
})

test('a candidate is chosen by its id, whatever is typed about another', () => {
  expect(decisionIn(formOf({ choice: 'p-12', project: '2019/00163' }))).toEqual({
    importId: 3,
    entryId: 4,
    version: 5,
    choice: 'project',
    project: 'id:12',
    edits: {},
  })
})

test('whoever names a project and chooses nothing means that project', () => {
  expect(decisionIn(formOf({ project: '2019/00163' }))).toMatchObject({
    choice: 'project',
    project: '2019/00163',
  })
  expect(typedIn(formOf({ project: '2019/00163' }))).toEqual({ project: '2019/00163', choice: 'other' })
})

test('what a search without JavaScript found goes before what was typed', () => {
  expect(
    decisionIn(formOf({ project: 'hållbar', 'project.chosen': '2019/00163 – Hållbar etablering' })),
  ).toMatchObject({
    project: '2019/00163 – Hållbar etablering',
  })
})

test('a box that says the same as the source gives no value, however lines end', () => {
  const sent = {
    choice: 'accept',
    'was.owner': 'A\nB',
    'edit.owner': 'A\r\nB ',
    'was.name': 'A',
    'edit.name': 'B',
  }
  expect(decisionIn(formOf(sent))?.edits).toEqual({ name: 'B' })
})

test('an answer that nobody offers is left to the command to refuse', () => {
  expect(decisionIn(formOf({ choice: 'p-0' }))?.choice).toBe('p-0')
})
