'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { DraftForm } from '../../lib/decisions/drafts/form.ts'
import { entryFieldName, fieldName } from '../../lib/decisions/drafts/form.ts'
import type { DecisionKey, EntryKey } from '../../lib/decisions/drafts/schema.ts'

type Problem = NonNullable<DraftForm['problems']>[number]

/** The sentence of a problem: a value's reader has its own, the others stand in the texts. */
export function useProblemText() {
  const t = useTranslations('decisionDraft.problem')
  const locale = useLocale()
  return ({ why, other }: Problem): string =>
    typeof why === 'string' ? t(why, { other: other ?? 0 }) : why[locale]
}

export function useLabel() {
  const t = useTranslations('decisionDraft.label')
  return (key: DecisionKey | EntryKey): string => t(key)
}

/** The id of a control, by its name: ids hold no dots. */
export const idOf = (name: string): string => name.replaceAll('.', '-')

export const controlOf = (entry: string | null, field: DecisionKey | EntryKey): string =>
  idOf(entry === null ? fieldName(field as DecisionKey) : entryFieldName(entry, field as EntryKey))
