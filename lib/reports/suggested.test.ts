import { expect, test } from 'vitest'
import { suggestedText } from './suggested.ts'

test.each([
  ['plannedParticipants', '300', '300'],
  ['plannedParticipants', 'Slutrapporten säger 300 deltagare.', '300'],
  ['plannedParticipants', 'Det ska stå 1 200.', '1 200'],
  ['plannedParticipants', 'Enligt slutrapporten 2019 var det 300.', null],
  ['plannedParticipants', 'Det är fel.', null],
  ['totalBudget', 'Beloppet är 11 397 810 kr, inte mer', '11 397 810 kr'],
  ['totalBudget', 'It should be 11.4 million kr', '11.4 million kr'],
  ['startDate', 'Det började 2016-09-01.', '2016-09-01'],
  ['startDate', 'Det började den 1 september 2016', '1 september 2016'],
  ['startDate', 'Det började i september', null],
  ['name', 'Samverkan 2', null],
  ['region', 'SE22', null],
  ['constructor', '300', null],
])('of %s, “%s” suggests %s', (field, words, suggested) => {
  expect(suggestedText('project', field, words)).toBe(suggested)
})

test('an entry’s link and its place on the list are no figures', () => {
  expect(suggestedText('item', 'project', '2016/00112')).toBeNull()
  expect(suggestedText('item', 'amount', 'Det var 9,9 miljoner kronor')).toBe('9,9 miljoner kronor')
})
