import { formatDate } from '../../lib/format.ts'
import type { FieldAction } from '../../lib/history/actions.ts'
import type {
  ChangeView,
  EventView,
  ImportTotals,
  NamedRecord,
  SubjectView,
  TracedView,
} from '../../lib/history/view.ts'
import { fieldLabel, tracedText } from './traced-text.ts'
import type { Words } from './words.ts'

/** What happened, in one sentence. Plain text: pages and feeds say the same. Pure. */
export function sentenceOf(change: ChangeView, words: Words): string {
  const { event } = change
  switch (event.action) {
    case 'field':
    case 'corrected':
    case 'reviewed':
    case 'notStated':
    case 'withdrawn':
      return fieldSentence(change, event, words)
    case 'linked':
    case 'unlinked':
    case 'linkCorrected':
      return linkSentence(change, event, words)
    case 'merged':
    case 'split':
    case 'distinct':
      return organisationSentence(change, event, words)
    case 'imported':
      return importSentence(whoOf(change, words), event.totals, words)
    default:
      return otherSentence(change, event, words)
  }
}

/** Who did it, as a sentence begins: by role, and by name where that is told. */
export function whoOf({ who }: ChangeView, { t }: Words): string {
  if (who.name !== null && who.actor === 'editor') return t('history.who.namedEditor', { name: who.name })
  if (who.name !== null && who.actor === 'administrator')
    return t('history.who.namedAdministrator', { name: who.name })
  return t(`history.who.${who.actor}`)
}

/** Why something followed that nobody did on purpose. */
function causeOf(change: ChangeView, words: Words): string {
  const why = change.byImport ? 'import' : change.who.actor === 'rebuild' ? 'rebuild' : 'follows'
  return words.t(`history.cause.${why}`, { who: whoOf(change, words) })
}

type FieldEvent = Extract<EventView, { field: string; from: TracedView }>

function fieldSentence(change: ChangeView, event: FieldEvent, words: Words): string {
  const { t } = words
  const { how, ...told } = toldOf(change, event, words)
  if (event.action !== 'field')
    return t(`history.sentence.${event.action as Exclude<FieldAction, 'field'>}.${how}`, {
      who: whoOf(change, words),
      ...told,
    })
  return t('history.sentence.field', { cause: causeOf(change, words), what: t(`history.what.${how}`, told) })
}

/** Values that are longer than this are folded away beside the sentence. Characters. */
const LONGEST = 160

/** A field's change in words, and which of the sentences it takes. */
function toldOf(change: ChangeView, { field, from, to }: FieldEvent, words: Words) {
  const [before, after] = [from, to].map((value) => valueIn(change, field, value, words)) as [string, string]
  return {
    field: fieldLabel(field, words, change.subject?.kind),
    from: before,
    to: after,
    how: howOf(from, to, before, after),
  }
}

type How = 'long' | 'same' | 'set' | 'gone' | 'changed'

function howOf(from: TracedView, to: TracedView, before: string, after: string): How {
  if (isLong(before) || isLong(after)) return 'long'
  if (before === after) return 'same'
  if (from === null) return 'set'
  return to === null ? 'gone' : 'changed'
}

const isLong = (text: string) => text.length > LONGEST

const valueIn = ({ subject }: ChangeView, field: string, value: TracedView, words: Words): string =>
  tracedText(subject?.kind ?? 'project', field, value, words)

/** The values that are too long for the sentence, or nothing. */
export function longValues(change: ChangeView, words: Words): { before: string; after: string } | null {
  const { event } = change
  if (!('from' in event) || !('field' in event)) return null
  const { how, from, to } = toldOf(change, event, words)
  return how === 'long' ? { before: from, after: to } : null
}

type LinkEvent = Extract<EventView, { action: 'linked' | 'unlinked' | 'linkCorrected' }>

const GROUNDS: Readonly<Record<string, 'linkedNumber' | 'linkedNameAndOwner'>> = {
  number: 'linkedNumber',
  nameAndOwner: 'linkedNameAndOwner',
}

function linkSentence(change: ChangeView, event: LinkEvent, words: Words): string {
  const { t } = words
  const who = whoOf(change, words)
  if (event.action === 'linkCorrected') {
    const project = quoted(event.to, words)
    return t(`history.sentence.linkCorrected.${event.how}`, { who, project })
  }
  const key = event.action === 'unlinked' ? 'unlinked' : (GROUNDS[event.why ?? ''] ?? 'linked')
  return t(`history.sentence.${key}`, {
    cause: causeOf(change, words),
    project: quoted(event.project, words),
  })
}

const quoted = (record: NamedRecord | null, { locale, t }: Words): string => {
  const name = record?.name ?? t('history.value.absent')
  return locale === 'sv' ? `”${name}”` : `“${name}”`
}

type OrganisationEvent = Extract<EventView, { action: 'merged' | 'split' | 'distinct' }>

function organisationSentence(change: ChangeView, event: OrganisationEvent, words: Words): string {
  return words.t(`history.sentence.${event.action}`, {
    who: whoOf(change, words),
    from: quoted(event.part, words),
    into: quoted(event.whole, words),
  })
}

type OtherEvent = Exclude<EventView, FieldEvent | LinkEvent | OrganisationEvent | { action: 'imported' }>

function otherSentence(change: ChangeView, event: OtherEvent, words: Words): string {
  const { t, locale } = words
  const who = whoOf(change, words)
  const cause = causeOf(change, words)
  switch (event.action) {
    case 'takenBack':
      return takenBackSentence(change, words)
    case 'created':
    case 'published':
      return t(`history.sentence.${event.action}.${recordKind(change)}`, { who })
    case 'attached':
    case 'detached':
      return t(`history.sentence.${event.action}`, { who, what: attachedWhat(change, words) })
    case 'membership':
      return membershipSentence(event, who, cause, words)
    case 'named':
      return t('history.sentence.named', { cause, name: event.name })
    case 'lookedAt':
    case 'lookAgain':
      return t(`history.sentence.${event.action}`, { who, warning: event.warning?.[locale] ?? '' })
    case 'many':
      return t(`history.sentence.many.${event.of}`, { who, cause, count: event.count })
    default:
      return t(`history.sentence.${event.action}`, { who })
  }
}

/** What somebody withdrew may have been the last that was said of a record whose import was taken back before. */
function takenBackSentence(change: ChangeView, words: Words): string {
  const kind = recordKind(change)
  // An organisation is gone with an import alone: who took part in what a person said of keeps the page.
  if (change.byImport || kind === 'organisation')
    return words.t(`history.sentence.takenBack.${kind}`, { who: whoOf(change, words) })
  return words.t(`history.sentence.gone.${kind}`, { cause: causeOf(change, words) })
}

/** Follow-ups are attached; they are no records that are made. */
function recordKind({ subject }: ChangeView): Exclude<SubjectView['kind'], 'followUp'> {
  return subject && subject.kind !== 'followUp' ? subject.kind : 'decision'
}

/** "costs as of 31 December 2022" */
function attachedWhat({ subject }: ChangeView, { t, locale }: Words): string {
  const about = subject?.followUp
  if (!about) return t('followUp.something')
  const kind = t(`followUp.kindIn.${about.kind}`)
  return about.asOf ? t('followUp.asOfDay', { what: kind, day: formatDate(locale, about.asOf) }) : kind
}

function membershipSentence(
  { how, inForce }: Extract<EventView, { action: 'membership' }>,
  who: string,
  cause: string,
  { t }: Words,
): string {
  if (how === 'notStated') return t('history.sentence.membership.removed', { who })
  if (how === 'withdrawn') return t('history.sentence.membership.restored', { who })
  return t(inForce ? 'history.sentence.membership.back' : 'history.sentence.membership.left', { cause })
}

const BROUGHT = ['projectsNew', 'projectsChanged', 'decisionsNew', 'itemsNew'] as const

/** "An operator brought in 65 documents: 28 new projects and 12 new decisions." */
function importSentence(who: string, totals: ImportTotals, { t, locale }: Words): string {
  const documents = t('history.brought.documents', { count: totals.documents })
  const parts = BROUGHT.filter((key) => totals[key] > 0).map((key) =>
    t(`history.brought.${key}`, { count: totals[key] }),
  )
  if (parts.length === 0) return t('history.sentence.importedOnly', { who, documents })
  const what = new Intl.ListFormat(locale).format(parts)
  return t('history.sentence.imported', { who, documents, what })
}
