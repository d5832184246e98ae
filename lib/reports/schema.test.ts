import { expect, test } from 'vitest'
import { LONGEST, linksIn, readMessage, readWritten } from './schema.ts'

const written = { suggestion: 'Det ska stå 300', where: '', email: '' }

test('what is written is kept as it is, its line breaks too', () => {
  const read = readWritten({ ...written, suggestion: ' Det ska stå 300.\r\n\r\nSe "sidan 4" & <b>5</b> ' })
  expect(read).toEqual({
    ok: true,
    value: { ...written, suggestion: 'Det ska stå 300.\n\nSe "sidan 4" & <b>5</b>' },
  })
})

test('control characters and marks that turn text around are taken out', () => {
  const read = readWritten({ ...written, suggestion: 'Det\0 ska\u202e stå\u001b[31m 300\ud800' })
  expect(read.ok && read.value.suggestion).toMatch(/^Det\s+ska\s+stå\s+\[31m 300.?$/)
  expect(read.ok && /[^\P{C}\n]/u.test(read.value.suggestion)).toBe(false)
})

test('each text that is wrong is told of', () => {
  const errors = (given: Partial<typeof written>) => {
    const read = readWritten({ ...written, ...given })
    return read.ok ? {} : read.problem
  }
  expect(errors({ suggestion: ' \n\0 ' })).toEqual({ suggestion: 'missing' })
  expect(errors({ suggestion: 'x'.repeat(LONGEST.suggestion + 1) })).toEqual({ suggestion: 'long' })
  expect(errors({ suggestion: 'x'.repeat(LONGEST.suggestion) })).toEqual({})
  expect(errors({ where: 'x'.repeat(LONGEST.where + 1), email: 'kim' })).toEqual({
    where: 'long',
    email: 'wrong',
  })
  expect(errors({ email: 'kim@example.se\r\nBcc: x@example.se' })).toEqual({ email: 'wrong' })
  expect(errors({ email: `${'x'.repeat(250)}@example.se` })).toEqual({ email: 'long' })
  expect(errors({ email: ' kim@example.se ' })).toEqual({})
})

test('two links are enough to say where something stands', () => {
  const two = 'Se https://example.se/a och www.example.se/b'
  expect(readWritten({ ...written, where: two })).toMatchObject({ ok: true })
  expect(readWritten({ ...written, where: two, suggestion: 'Köp på http://x.example' })).toEqual({
    ok: false,
    problem: { suggestion: 'links' },
  })
})

test.each([
  ['[url=https://a.example]a[/url] [url=https://b.example]b[/url] <a href="http://c.example">c</a>', 3],
  ['HTTPS://A.EXAMPLE, hxxp://b.example, WWW.C.EXAMPLE', 3],
  ['https://www.example.se/a?u=x', 1],
  ['Kontakta kim@www.example.se, sidan 4.www', 0],
])('in %s there are %i links', (text, count) => {
  expect(linksIn(text)).toBe(count)
})

test('a message has words', () => {
  expect(readMessage(' \n ')).toEqual({ ok: false, problem: 'missing' })
  expect(readMessage('x'.repeat(LONGEST.message + 1))).toEqual({ ok: false, problem: 'long' })
  expect(readMessage('Vilken sida?\r\n')).toEqual({ ok: true, value: 'Vilken sida?' })
})
