import { createTranslator } from 'next-intl'
import { expect, test, vi } from 'vitest'
import { readCorrectionForm } from '../../../../../lib/corrections/form.ts'
import { MESSAGES } from '../../../../../lib/i18n/messages.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { answerToProblem } from './answers.ts'

vi.mock('next-intl/server', () => ({
  getTranslations: ({ locale }: { locale: Locale }) =>
    Promise.resolve(createTranslator({ locale, messages: MESSAGES[locale] })),
}))

const LOOKED_AT = 'manyMore:reached.women:100000'

function form(seen: string[]) {
  const sent = new FormData()
  sent.set('basis.reached.women', 'b')
  sent.set('was.reached.women', JSON.stringify({ text: '100', kind: '', rounding: '' }))
  sent.set('text.reached.women', '100 000')
  for (const key of seen) sent.append('seen', key)
  return readCorrectionForm('followUp', sent)
}

test.each([
  ['sv', /^Jag har kontrollerat: .*kvinnor.*100\s000.*548 var planerade/],
  ['en', /^I have checked: .*women.*100,000.*548 were planned/],
] as const)(
  'what is unusual comes back to be ticked, with all that was typed (%s)',
  async (locale, words) => {
    const flags = [{ code: 'manyMore', field: 'reached.women', is: 100_000, against: 548 } as const]
    const problem = { kind: 'flagged' as const, flags }
    const first = await answerToProblem(locale, form([]), 'followUp', problem)
    expect(first.flags).toEqual([{ key: LOOKED_AT, text: expect.stringMatching(words), isSeen: false }])
    expect(first.sent['reached.women']).toMatchObject({ text: '100 000' })
    const again = await answerToProblem(locale, form([LOOKED_AT]), 'followUp', problem)
    expect(again.flags).toMatchObject([{ key: LOOKED_AT, isSeen: true }])
  },
)
