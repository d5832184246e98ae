import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { ConflictView, CorrectionState } from '../../../../../components/corrections/form-state.ts'
import { followUpCode, followUpLabel } from '../../../../../components/follow-up/labels.ts'
import { figureText } from '../../../../../components/follow-up/texts.ts'
import { valueText } from '../../../../../components/source/value.ts'
import { type Refusal, staffWho } from '../../../../../lib/auth/guard.ts'
import type { CorrectionProblem, Invalid } from '../../../../../lib/corrections/commands.ts'
import { type SubjectKind, typeOf } from '../../../../../lib/corrections/fields.ts'
import type { SentField, SentForm } from '../../../../../lib/corrections/form.ts'
import { projectsById } from '../../../../../lib/corrections/queries.ts'
import type { TypedText } from '../../../../../lib/corrections/readers.ts'
import { REASON } from '../../../../../lib/corrections/reason.ts'
import type { Conflict } from '../../../../../lib/corrections/save.ts'
import { formatMoment } from '../../../../../lib/corrections/when.ts'
import { type Flag, flagKey } from '../../../../../lib/follow-up/flags.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { findProjectsLike } from '../../../../../lib/projects/finder.ts'

type State = NonNullable<CorrectionState>
type Stale = CorrectionProblem & { kind: 'stale' }

const backTo = ({ sent, why }: SentForm): State => ({ alerts: [], errors: {}, sent, conflicts: {}, why })

/** What a form is answered with that says two things at once, or leaves a conflict open. */
export async function answerToSent(locale: Locale, form: SentForm): Promise<State> {
  const t = await getTranslations({ locale, namespace: 'corrections.problem' })
  const errors = Object.fromEntries(Object.entries(form.problems).map(([field, why]) => [field, t(why)]))
  return { ...backTo(form), errors }
}

/** What a form is answered with that looks for a project: everything as it was typed, and the projects. */
export async function answerToSearch(form: SentForm, words: string): Promise<State> {
  const isAllowed = (await staffWho('records.correct')).ok
  return { ...backTo(form), found: isAllowed ? await findProjectsLike(words) : [] }
}

/** What a form is answered with that could not be saved: everything as it was typed, and why. */
export async function answerToProblem(
  locale: Locale,
  form: SentForm,
  kind: SubjectKind,
  problem: CorrectionProblem | Refusal,
): Promise<State> {
  const t = await getTranslations({ locale })
  const told = (text: string): State => ({ ...backTo(form), alerts: [text] })
  switch (problem.kind) {
    case 'signedOut':
    case 'forbidden':
    case 'secondFactor':
    case 'foreign':
      return told(t(`staff.refusal.${problem.kind}`))
    case 'invalid':
      return { ...backTo(form), errors: await errorsOf(locale, problem) }
    case 'field': {
      const other = problem.other?.name ?? ''
      return {
        ...backTo(form),
        errors: { [problem.field]: t(`corrections.problem.${problem.why}`, { other }) },
      }
    }
    case 'stale':
      return answerToStale(locale, form, kind, problem)
    case 'flagged':
      return { ...backTo(form), flags: await flagTexts(locale, form, problem.flags) }
    default:
      return told(t(`corrections.problem.${problem.kind}`))
  }
}

/** As the form of a draft tells them. */
async function flagTexts(
  locale: Locale,
  { input }: SentForm,
  flags: readonly Flag[],
): Promise<NonNullable<State['flags']>> {
  const t = await getTranslations({ locale })
  const words = { t, locale }
  return flags.map((flag) => {
    const key = flagKey(flag)
    const { code, field, is, against } = flag
    const what = t(`followUpForm.flag.${code}`, {
      field: followUpLabel(field, words),
      is: figureText(field, is, words),
      against: figureText(field, against, words),
    })
    const text = t('followUpForm.flag.checked', { what })
    return { key, text, isSeen: input.seen?.includes(key) ?? false }
  })
}

async function errorsOf(
  locale: Locale,
  { fields, reason, evidence }: Invalid,
): Promise<Record<string, string>> {
  const t = await getTranslations({ locale, namespace: 'corrections.problem' })
  const why = typeof reason === 'string' ? t(reason, REASON) : reason?.[locale]
  return {
    ...Object.fromEntries(Object.entries(fields).map(([field, sentence]) => [field, sentence[locale]])),
    ...(why && { reason: why }),
    ...(evidence && { link: evidence[locale] }),
  }
}

/** Each field that somebody else changed, three ways; what only they changed is told of. */
async function answerToStale(
  locale: Locale,
  form: SentForm,
  kind: SubjectKind,
  { conflicts, merged }: Stale,
): Promise<State> {
  const t = await getTranslations({ locale, namespace: 'corrections.problem' })
  const views: Record<string, ConflictView> = {}
  const sent = { ...form.sent }
  for (const conflict of conflicts) {
    const own = form.sent[conflict.field]
    if (!own) continue
    views[conflict.field] = await conflictView(locale, kind, conflict, own)
    // Decided once about another value: it is to be decided again.
    sent[conflict.field] = { ...own, keep: null }
  }
  const alerts = [t('stale', { count: conflicts.length }), ...(merged.length > 0 ? [t('alsoMerged')] : [])]
  return { ...backTo(form), alerts, sent, conflicts: views }
}

async function conflictView(
  locale: Locale,
  kind: SubjectKind,
  conflict: Conflict,
  own: SentField,
): Promise<ConflictView> {
  const t = await getTranslations({ locale, namespace: 'corrections' })
  return {
    basis: conflict.basis,
    was: await typedWords(locale, own.was),
    theirs: await theirWords(locale, kind, conflict),
    by: await byWords(locale, conflict.by),
    mine: own.as === '' ? await typedWords(locale, own) : t(`did.${actOf(own.as)}`),
  }
}

const actOf = (as: string) =>
  as === 'reviewed' || as === 'notStated' || as === 'withdraw' ? as : ('said' as const)

async function typedWords(locale: Locale, { text, kind }: TypedText): Promise<string> {
  const t = await getTranslations({ locale })
  const isKind = kind === 'APPLIED' || kind === 'PRIORITISED' || kind === 'AWARDED' || kind === 'UNSPECIFIED'
  const words = text.trim() || t('corrections.nothing')
  return isKind ? `${words} (${t(`amountKind.${kind}`).toLowerCase()})` : words
}

async function theirWords(locale: Locale, kind: SubjectKind, { field, shown }: Conflict): Promise<string> {
  const t = await getTranslations({ locale })
  const type = typeOf(kind, field)
  if (type === 'membership')
    return t(shown?.value === true ? 'corrections.onTheList' : 'corrections.notOnTheList')
  if (type === 'link' && shown?.value == null) return t('corrections.notLinked')
  if (!shown || shown.value === null || !type)
    return t(`value.${shown && shown.state !== 'value' ? shown.state : 'absent'}`)
  if (type === 'link') {
    const id = Number(shown.value)
    const project = (await projectsById([id]))[id]
    return project ? `${project.number} – ${project.name}` : String(id)
  }
  if (kind === 'followUp' && typeof shown.value === 'string') {
    const named = followUpCode(field, shown.value, { t, locale })
    if (named) return named
  }
  const reader = { locale, period: null, yes: t('yes'), no: t('no') }
  return valueText(field, type, shown, reader) ?? t('corrections.nothing')
}

async function byWords(locale: Locale, by: Conflict['by']): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'corrections' })
  if (!by) return t('bySource')
  const who = t(by.actor === 'administrator' ? 'administrator' : 'editor')
  const about = t('byAt', { who, at: formatMoment(locale, by.at) })
  return by.reason ? `${about} ${by.reason}` : about
}

/** Conflicts that a form still holds stay in sight until they are saved or left: with them goes what was chosen. */
export function withOpenConflicts(before: CorrectionState, answer: State): State {
  const open = Object.entries(before?.conflicts ?? {}).filter(([field]) => answer.sent[field]?.keep != null)
  return { ...answer, conflicts: { ...Object.fromEntries(open), ...answer.conflicts } }
}
