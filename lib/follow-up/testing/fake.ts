import type { FollowUpKind } from '../../../prisma/generated/enums.ts'
import { typeOfFollowUpField } from '../fields.ts'
import type { FollowUpView } from '../view.ts'

/** A published follow-up that says these things, for tests. */
export const fakeFollowUp = (
  kind: FollowUpKind,
  fields: Record<string, string | number>,
  asOf: string | null = '2020-12-31',
  id = 1,
): FollowUpView => ({
  id,
  kind,
  asOf,
  isExample: false,
  source: { url: 'https://example.se/rapport', title: null, page: null, words: null, file: null },
  comment: null,
  fields: Object.entries(fields).map(([key, value]) => ({
    key,
    type: typeOfFollowUpField(key) ?? 'text',
    value,
    precision: null,
    qualifier: null,
    correction: null,
    stated: null,
  })),
  corrections: [],
})
