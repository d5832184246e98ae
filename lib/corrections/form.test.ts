import { expect, test } from 'vitest'
import { readCorrectionForm } from './form.ts'

test('what was looked at goes along with what is changed', () => {
  const form = new FormData()
  const was = JSON.stringify({ text: '100', kind: '', rounding: '' })
  for (const [name, value] of [
    ['basis.reached.women', 'b'],
    ['was.reached.women', was],
    ['text.reached.women', '100 000'],
    ['seen', 'manyMore:reached.women:100000'],
    ['seen', 'manyMore:reached.total:100002'],
  ] as const)
    form.append(name, value)
  const { input } = readCorrectionForm('followUp', form)
  expect(input.changes).toMatchObject([{ field: 'reached.women', as: 'typed', text: '100 000' }])
  expect(input.seen).toEqual(['manyMore:reached.women:100000', 'manyMore:reached.total:100002'])
})
