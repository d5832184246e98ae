import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { DeskFormState } from '../../../../../components/desk/form-state.ts'
import { figureText } from '../../../../../components/outcome/figure-text.ts'
import { valueText } from '../../../../../components/source/value.ts'
import type { Refusal } from '../../../../../lib/auth/guard.ts'
import type { CorrectionProblem } from '../../../../../lib/corrections/commands.ts'
import { type SubjectKind, typeOf } from '../../../../../lib/corrections/fields.ts'
import { REASON } from '../../../../../lib/corrections/reason.ts'
import type { Conflict } from '../../../../../lib/corrections/save.ts'
import type { LookProblem, OutcomeChanged } from '../../../../../lib/desk/commands.ts'
import { problemIn } from '../../../../../lib/desk/schema.ts'
import { actorOf } from '../../../../../lib/history/actions.ts'
import type { DistinctProblem } from '../../../../../lib/organisations/distinct.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import type { FieldType } from '../../../../../lib/projects/fields.ts'

/** What was typed, for the form to show again. */
function typedIn(form: FormData): Record<string, string> {
  const names = ['choice', 'typed', 'reason', 'evidence', 'note', 'also']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' ? [[name, value] as const] : []
    }),
  )
}

/** What is wrong with a form as it was filled in. */
export async function invalid(error: z.ZodError, form: FormData, locale: Locale): Promise<DeskFormState> {
  const t = await getTranslations({ locale, namespace: 'desk.problem' })
  const problems = error.issues.map(({ path, message }) => ({
    field: String(path[0] ?? ''),
    text: t(problemIn(message)),
  }))
  return { problems, values: typedIn(form) }
}

type Failure = CorrectionProblem | LookProblem | OutcomeChanged | DistinctProblem | Refusal
type Context = { form: FormData; locale: Locale; kind?: SubjectKind }

/** Why a command did not do it. */
export async function failed(
  problem: Failure,
  { form, locale, kind = 'item' }: Context,
): Promise<DeskFormState> {
  const values = typedIn(form)
  const t = await getTranslations({ locale })
  const told = (text: string, field: string | null = null): DeskFormState => ({
    problems: [{ field, text }],
    values,
  })
  switch (problem.kind) {
    case 'signedOut':
    case 'forbidden':
    case 'secondFactor':
    case 'foreign':
      return told(t(`staff.refusal.${problem.kind}`))
    case 'invalid':
      return { problems: await wrongParts(problem, locale), values }
    case 'stale':
      return stale(problem.conflicts, { values, locale, kind })
    case 'outcomeChanged':
      return outcomeChanged(problem, values, locale)
    case 'private':
      return told(problem.sentence[locale], 'note')
    case 'alreadyLookedAt':
      return told(
        problem.note
          ? t('desk.problem.alreadyLookedAtNote', { note: problem.note })
          : t('desk.problem.alreadyLookedAt'),
      )
    // Of corrections of follow-ups: the desk finds their figures right, and changes none.
    case 'flagged':
      return told(t('desk.problem.malformed'))
    case 'field':
      return told(t(`desk.problem.${problem.why}`))
    default:
      return told(t(`desk.problem.${problem.kind}`))
  }
}

/** What is wrong with the value, the reason and the evidence, each by its field. */
async function wrongParts(
  { fields, reason, evidence }: Extract<Failure, { kind: 'invalid' }>,
  locale: Locale,
): Promise<DeskFormState['problems']> {
  const t = await getTranslations({ locale, namespace: 'desk.problem' })
  const reasons = { short: t('reasonShort', { least: REASON.least }), long: t('reasonLong') }
  return [
    ...Object.values(fields).map((sentence) => ({ field: 'typed', text: sentence[locale] })),
    ...(reason
      ? [{ field: 'reason', text: typeof reason === 'string' ? reasons[reason] : reason[locale] }]
      : []),
    ...(evidence ? [{ field: 'evidence', text: evidence[locale] }] : []),
  ]
}

/** Somebody was first: what is shown now, and why; a new try is made over it. */
async function stale(
  [conflict]: readonly Conflict[],
  { values, locale, kind }: { values: Record<string, string>; locale: Locale; kind: SubjectKind },
): Promise<DeskFormState> {
  const t = await getTranslations({ locale })
  const shown = conflict?.shown
  const type = typeOf(kind, conflict?.field ?? '')
  const reader = { locale, period: null, yes: t('yes'), no: t('no') }
  const isValue = shown && type && type !== 'link' && type !== 'membership'
  const value = isValue && valueText(conflict.field, type as FieldType, shown, reader)
  const sentences = [
    t('desk.problem.stale', { value: value || t('desk.nothing') }),
    ...(conflict?.by?.reason ? [t('desk.problem.staleBy', { reason: conflict.by.reason })] : []),
  ]
  return {
    problems: [{ field: null, text: sentences.join(' ') }],
    values,
    ...(conflict && { basis: conflict.basis }),
  }
}

/** Somebody was first with what came of a project. What was chosen was of other figures, and is chosen anew. */
async function outcomeChanged(
  { isOpen, shown, by }: OutcomeChanged,
  { choice: _, ...values }: Record<string, string>,
  locale: Locale,
): Promise<DeskFormState> {
  const t = await getTranslations({ locale })
  const value = shown ? figureText(locale, shown) : t('desk.nothing')
  const sentences = [
    t(`desk.problem.${isOpen ? 'outcomeChanged' : 'outcomeSettled'}`, { value }),
    ...(by
      ? [t('desk.problem.outcomeBy', { who: t(`history.who.${actorOf(by.actor)}`), reason: by.reason })]
      : []),
  ]
  return { problems: [{ field: null, text: sentences.join(' ') }], values }
}
