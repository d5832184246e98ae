'use client'

import { useLocale, useTranslations } from 'next-intl'
import { boxId, boxName, type FollowUpForm } from '../../lib/follow-up/form.ts'
import type { ContentProblem } from '../../lib/follow-up/stated.ts'
import { useWords } from '../history/words.ts'
import { followUpLabel } from './labels.ts'

/** A box of the form: what it is called, what stands in it, and what is wrong with that. */
export type Box = {
  id: string
  name: string
  label: string
  value: string
  longest: number
  error?: string
}
export type BoxOf = (field: string, row?: string | null) => Box

/** Longest that fields may be, in characters; numbers and days are short. */
export type Longest = Readonly<Partial<Record<string, number>>>
const LONGEST_NUMBER = 80

/** Every box of a form by its field and its row. */
export function useBoxes({ shown, problems }: FollowUpForm, longest: Longest): BoxOf {
  const words = useWords()
  const textOf = useProblemText()
  const rows = new Map(shown.rows.map(({ id, fields }) => [id, fields]))
  return (field, row = null) => {
    const texts = row === null ? shown.fields : rows.get(row)
    const problem = problems?.find((one) => one.row === row && one.field === field)
    return {
      id: boxId(row, field),
      name: boxName(row, field),
      label: followUpLabel(field, words, null),
      value: texts?.[field] ?? '',
      longest: longest[field] ?? LONGEST_NUMBER,
      ...(problem && { error: textOf(problem) }),
    }
  }
}

/** The sentence of a problem: a value's reader has its own, the others stand in the texts. */
export function useProblemText() {
  const t = useTranslations('followUpForm.problem')
  const locale = useLocale()
  return ({ why }: Pick<ContentProblem, 'why'>): string => (typeof why === 'string' ? t(why) : why[locale])
}

/** What a field is called in a sentence that stands away from it, with the row that it is of. */
export function useWhere({ kind, shown }: Pick<FollowUpForm, 'kind' | 'shown'>) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  return ({ row, field }: { row: string | null; field: string }): string => {
    const label = followUpLabel(field, words, null)
    const number = shown.rows.findIndex(({ id }) => id === row) + 1
    if (number === 0) return label
    return kind === 'INDICATORS'
      ? t('inIndicator', { number, field: label })
      : t('inGroup', { number, field: label })
  }
}
