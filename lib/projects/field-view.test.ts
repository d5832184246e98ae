import { describe, expect, test } from 'vitest'
import { fieldViews } from './field-view.ts'
import { shown } from './testing/shown.ts'

const CORRECTED = shown(300, { correction: 7 })

describe('a corrected field', () => {
  test.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('that somebody saved at %s was corrected on %s, as clocks in Sweden went', (at, day) => {
    const note = { id: 7, reason: 'Så står det.', evidence: null, actor: 'editor', at: new Date(at) }
    const view = fieldViews(
      { plannedParticipants: 'count' },
      { plannedParticipants: CORRECTED },
      new Map(),
      new Map([[7, note]]),
    )
    expect(view.plannedParticipants.correction?.on).toBe(day)
  })
})
