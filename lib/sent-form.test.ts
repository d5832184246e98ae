import { expect, test } from 'vitest'
import { localeIn, numberIn, textIn } from './sent-form.ts'

const formOf = (values: Record<string, string | File>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

test('a form is in the language that it names, and in Swedish where that is none of ours', () => {
  expect(localeIn(formOf({ locale: 'en' }))).toBe('en')
  for (const locale of ['sv', 'de', '', 'EN', 'constructor']) expect(localeIn(formOf({ locale }))).toBe('sv')
  expect(localeIn(formOf({}))).toBe('sv')
  expect(localeIn(formOf({ locale: new File(['en'], 'en') }))).toBe('sv')
})

test('a file in the place of a text is no text, and what is no number is none', () => {
  expect(textIn(formOf({ name: new File(['x'], 'x') }), 'name')).toBe('')
  expect(numberIn(formOf({ id: '12' }), 'id')).toBe(12)
  for (const id of ['0', '-1', '1.5', '1e3', '', '9'.repeat(10)])
    expect(numberIn(formOf({ id }), 'id')).toBe(0)
})
