import { getTranslations } from 'next-intl/server'
import { type ActState, type EntryState, editName } from '../../../../../components/imports/form-state.ts'
import type { Refusal } from '../../../../../lib/auth/guard.ts'
import { REASON } from '../../../../../lib/corrections/reason.ts'
import type { DecisionProblem } from '../../../../../lib/imports/desk/check.ts'
import type { EntryStale, ReasonProblem } from '../../../../../lib/imports/desk/commands.ts'
import type { ImportProblem } from '../../../../../lib/imports/desk/on-import.ts'
import { isChoice } from '../../../../../lib/imports/desk/state.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { localeIn, textIn } from '../../../../../lib/sent-form.ts'
import { typedIn } from './entry-input.ts'

/** Why something was not done to an import, in a sentence, with what was typed. */
export async function refused(
  problem: ImportProblem | ReasonProblem | Refusal,
  form: FormData,
): Promise<NonNullable<ActState>> {
  const locale = localeIn(form)
  const reason = textIn(form, 'reason')
  if (problem.kind !== 'reason')
    return { alert: await sentenceOf(problem, locale), reason, isReasonWrong: false }
  const t = await getTranslations({ locale, namespace: 'imports.problem' })
  const { why } = problem
  const alert =
    why === 'short'
      ? t('reasonShort', { least: REASON.least })
      : why === 'long'
        ? t('reasonLong', { most: REASON.most })
        : why[locale]
  return { alert, reason, isReasonWrong: true }
}

async function sentenceOf(problem: ImportProblem | Refusal, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale })
  switch (problem.kind) {
    case 'signedOut':
    case 'forbidden':
    case 'secondFactor':
    case 'foreign':
      return t(`staff.refusal.${problem.kind}`)
    case 'undecided':
      return t('imports.problem.undecided', { count: problem.count })
    default:
      return t(`imports.problem.${problem.kind}`)
  }
}

type Answer = NonNullable<EntryState>
type Before = EntryState

/** The form of an entry again, with everything that was typed. */
export const again = (before: Before, form: FormData, said: Partial<Answer>): Answer => ({
  answer: (before?.answer ?? 0) + 1,
  alert: null,
  errors: {},
  values: typedIn(form),
  ...(before?.version !== undefined && { version: before.version }),
  ...said,
})

export async function unchosen(before: Before, form: FormData): Promise<Answer> {
  const t = await getTranslations({ locale: localeIn(form), namespace: 'imports.entry' })
  return again(before, form, { errors: { choice: t('chooseError') } })
}

/** Why a decision was not saved. */
export async function undecided(
  before: Before,
  form: FormData,
  problem: ImportProblem | EntryStale | DecisionProblem | Refusal,
): Promise<Answer> {
  const locale = localeIn(form)
  if (problem.kind === 'entryStale')
    return again(before, form, { alert: await stale(problem, locale), version: problem.version })
  if (problem.kind !== 'invalid') return again(before, form, { alert: await sentenceOf(problem, locale) })
  const fields = Object.entries(problem.fields).map(([field, why]) => [editName(field), why[locale]])
  const errors: Record<string, string> = Object.fromEntries(fields)
  if (problem.project) errors.project = problem.project[locale]
  return again(before, form, { errors })
}

/** Who was first, and with what. */
async function stale({ choice, by }: EntryStale, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'imports' })
  if (choice === null || !isChoice(choice)) return t('entry.staleNobody')
  return t('entry.stale', { by: by ?? t('entry.somebody'), choice: t(`choice.${choice}`) })
}
