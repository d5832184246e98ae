import { expect, test } from 'vitest'
import { warn } from './warnings.ts'

const place = { start: 0, end: 1 }

test.each([
  'Ring 070-123 45 67 i dag',
  'tfn 0701234567',
  '+46 70 123 45 67',
  'eva@sala.se',
  'eva(at)sala.se',
])('a warning quotes nobody’s number or address: %s', (says) => {
  const told = JSON.stringify(warn('entry-not-understood', place, { says }))
  expect(told).not.toMatch(/123|1234567|sala\.se/)
})

test('a warning quotes sums whole', () => {
  expect(warn('entry-not-understood', place, { says: 'X, 5 070 000 kr' }).says).toBe('X, 5 070 000 kr')
})

test('a warning about a contact quotes none of its words', () => {
  const facts = { field: 'contactName', label: 'Kontaktperson', says: 'Adam Hemlig', value: 'Eva Hemlig' }
  expect(JSON.stringify(warn('label-repeated', place, facts))).not.toContain('Hemlig')
})
