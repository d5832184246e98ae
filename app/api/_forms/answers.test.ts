import { expect, test } from 'vitest'
import { asFile, asPage, begun, inWords } from './answers.ts'
import { plainPage } from './plain-page.ts'

test('what is for one person is kept by no cache', () => {
  for (const answer of [asPage(422, '<p>'), inWords(403, 'Nej.'), asFile('a;b', 'a.csv', 'text/csv')])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

test('a file is kept under its name, and taken for nothing else than it says', () => {
  const { headers } = asFile('a;b', 'fel.csv', 'text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="fel.csv"')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('what was begun is gone on to: by the browser, or by the script that asked', async () => {
  const led = begun({ locale: 'sv', isScript: false }, '/redaktion/importer/1')
  expect([led.status, led.headers.get('location')]).toEqual([303, '/redaktion/importer/1'])
  const told = begun({ locale: 'sv', isScript: true }, '/redaktion/importer/1')
  expect([told.status, await told.json()]).toEqual([201, { path: '/redaktion/importer/1' }])
})

test('words on a page are words, whatever signs they have', () => {
  const back = { path: '/redaktion?a=1&b=2', text: '<i>Åter</i>' }
  const page = plainPage({ locale: 'sv', title: 'A & B', why: '<script>', form: '<form></form>', back })
  expect(page).toContain('<h1>A &amp; B</h1>')
  expect(page).toContain('role="alert" class="problem">&lt;script&gt;</p>\n<form></form>')
  expect(page).toContain('<a href="/redaktion?a=1&amp;b=2">&lt;i&gt;Åter&lt;/i&gt;</a>')
})
