import 'server-only'
import { randomUUID } from 'node:crypto'
import { staffWho } from '../../auth/guard.ts'
import { database } from '../../db.ts'
import { findProjectsLike } from '../../projects/finder.ts'
import { discardDraft, type SaveDraft, type SavedDraft, saveDraft } from './commands.ts'
import { cut } from './cut.ts'
import { addBlank, addPasted, entriesFrom, fillFrom, insertEntry, moveEntry, removeEntry } from './edit.ts'
import {
  columnsIn,
  type DraftForm,
  FormBase,
  fingerprint,
  openForm,
  pageOfEntry,
  pagesOf,
  partIn,
  partOf,
  wordIn,
} from './form.ts'
import { type Part, withOwnWords } from './merge.ts'
import { blockFrom, entriesIn, type Pasted, readPasted } from './paste.ts'
import { problemsOf, publishDraft } from './publish.ts'
import type { DraftProblem } from './read.ts'
import { DraftContent as Content, type DraftContent, ENTRIES_ON_PAGE, ENTRY_KEYS, isBlank } from './schema.ts'
import { type Act, hasUntold, newsAfter, stopsAt } from './telling.ts'

/** Characters of pasted text that are read. */
const MOST_PASTED = 400_000
/** Rows of a preview. */
const PREVIEW = 8

/**
 * Answers the form of a draft: what was typed is kept first, whatever was pressed, and then done what was asked for.
 * Nothing that was typed is lost: what cannot be kept comes back in the form. Where somebody else has written since the form
 * was opened, on whichever page, that is told first, and done what was asked for when it is asked for again: nobody
 * publishes, sets aside or removes what they have not seen.
 */
export async function submitDraft(before: DraftForm, form: FormData): Promise<DraftForm> {
  const opened = FormBase.safeParse(before)
  const act = actIn(form)
  if (!opened.success) return { ...before, refused: 'tooLong' }
  const mine = partIn(form, opened.data.base)
  const told = {
    ...before,
    shown: mine,
    refused: null,
    exists: null,
    found: null,
    at: null,
    left: 0,
    removed: null,
  }
  if (!Content.omit({ addsTo: true }).safeParse(mine).success) return { ...told, refused: 'tooLong' }
  const pasted = pastedIn(form, act)
  const edit = editFor(act, opened.data, form, pasted)
  const saved = await saveDraft({ ...opened.data, mine, ...(edit && { edit }) })
  if (!saved.ok) return { ...told, refused: saved.problem.kind, ...publishedAt(saved.problem) }
  const answer = await answerTo(before, saved.value, act)
  const next = {
    ...answer,
    ...newsAfter(act, opened.data, saved.value, answer.page),
    pasted: act.name === 'auto' ? before.pasted : act.name === 'insert' ? null : previewOf(pasted),
    removed: removedAfter(act, opened.data, mine, saved.value),
    found: act.name === 'find' ? await foundFor(act.about, mine) : null,
  }
  if (saved.value.conflicts.length > 0 || stopsAt(act, opened.data, saved.value)) return next
  if (act.name === 'publish' || act.name === 'into') return publish(next, saved.value, act)
  return act.name === 'discard' ? discard(next) : next
}

async function discard(form: DraftForm): Promise<DraftForm> {
  const { id, version } = form
  const result = await discardDraft({ id, version })
  return result.ok
    ? { ...form, discarded: true }
    : { ...form, refused: result.problem.kind, ...publishedAt(result.problem) }
}

const publishedAt = (problem: { kind: string; slug?: string | null }) =>
  problem.kind === 'published' && problem.slug ? { published: problem.slug } : {}

function actIn(form: FormData): Act {
  const [name = 'save', about = '', more = ''] = (wordIn(form, 'act') ?? 'save').split(':')
  return { name, about, more }
}

/** So short that forms stay small, and so many that two never meet within a draft. */
const newId = (): string => randomUUID().replaceAll('-', '').slice(0, 12)

function editFor(
  { name, about, more }: Act,
  { removed, unseen }: FormBase,
  form: FormData,
  pasted: DraftForm['pasted'],
): SaveDraft['edit'] {
  const key = ENTRY_KEYS.find((known) => known === more)
  switch (name) {
    case 'add':
      return (content) => addBlank(content, 5, newId)
    case 'remove':
      return (content, others) => (hasUntold([about], unseen, others) ? null : removeEntry(content, about))
    case 'putBack':
      return removed
        ? (content) => insertEntry(content, { ...removed.entry, id: newId() }, removed.at)
        : undefined
    case 'up':
    case 'down':
      return (content) => moveEntry(content, about, name === 'up' ? -1 : 1)
    case 'insert':
      return pasted ? (content) => addPasted(content, entriesIn(pasted), newId) : undefined
    case 'fill': {
      const block = cut(wordIn(form, 'block') ?? '', MOST_PASTED)
      if (!key) return undefined
      const rows = blockFrom(block, key)
      return (content, others) =>
        hasUntold(entriesFrom(content, about, rows.length), unseen, others)
          ? null
          : fillFrom(content, about, rows, newId)
    }
    default:
      return undefined
  }
}

/** The rows in the box, read with the columns that were chosen. A text that was changed is guessed anew. */
function pastedIn(form: FormData, { name }: Act): DraftForm['pasted'] {
  const text = cut(wordIn(form, 'pasted') ?? '', MOST_PASTED)
  if (text.trim() === '' || name === 'auto') return null
  const guessed = readPasted(text)
  const isSame = wordIn(form, 'pastedBefore') === fingerprint(text)
  const columns = isSame ? columnsIn(form, guessed.columns.length) : null
  const pasted: Pasted = columns
    ? {
        ...guessed,
        hasHeading: form.has('pastedHeading'),
        columns: guessed.columns.map((column, at) => ({ ...column, key: columns[at] ?? null })),
      }
    : guessed
  return { ...pasted, text, count: pasted.rows.length - (pasted.hasHeading ? 1 : 0) }
}

/** The first rows: enough to see what the columns are. */
const previewOf = (pasted: DraftForm['pasted']): DraftForm['pasted'] =>
  pasted && { ...pasted, rows: pasted.rows.slice(0, PREVIEW + (pasted.hasHeading ? 1 : 0)) }

/** What can be put back: what was just removed, and what found no room when it was to be put back. */
function removedAfter(
  { name, about }: Act,
  opened: FormBase,
  mine: Part,
  { left, isHeld }: SavedDraft,
): DraftForm['removed'] {
  if (name === 'remove') return isHeld ? null : removedFrom(opened, mine, about)
  return name === 'auto' || (name === 'putBack' && left > 0) ? opened.removed : null
}

function removedFrom({ page }: FormBase, mine: Part, id: string): DraftForm['removed'] {
  const at = mine.entries.findIndex((entry) => entry.id === id)
  const entry = mine.entries[at]
  return entry && !isBlank(entry) ? { entry, at: (page - 1) * ENTRIES_ON_PAGE + at } : null
}

async function foundFor(id: string, { entries }: Part): Promise<DraftForm['found']> {
  const typed = entries.find((entry) => entry.id === id)?.project ?? ''
  const allowed = await staffWho('desk.read')
  return allowed.ok ? { entry: id, projects: await findProjectsLike(typed) } : null
}

/** The form as it is after everything was kept. */
async function answerTo(before: DraftForm, saved: SavedDraft, act: Act): Promise<DraftForm> {
  const { content, version, savedAt, conflicts, kept, at, left } = saved
  const page = Math.min(pagesOf(content), pageAfter(before, act, content, at))
  const form = openForm({ id: before.id, version, content, savedAt }, page)
  return {
    ...form,
    shown: partOf(withOwnWords(content, conflicts), page),
    conflicts,
    keptEntry: kept.length > 0,
    at: act.name === 'find' || act.name === 'show' ? act.about : act.name === 'auto' ? null : at,
    left,
    problems: before.problems && numbered(await problemsOf(database(), content), content, page),
  }
}

function pageAfter(
  before: DraftForm,
  { name, about }: Act,
  content: DraftContent,
  at: string | null,
): number {
  if (name === 'page') return Math.max(1, Math.trunc(Number(about)) || 1)
  if (name === 'show') return pageOfEntry(content, about)
  return at && name !== 'auto' ? pageOfEntry(content, at) : before.page
}

/** Problems with the places of their entries, as people count them. */
function numbered(
  problems: readonly DraftProblem[],
  { entries }: DraftContent,
  page: number,
): DraftForm['problems'] {
  const shown = new Set(partOf({ entries } as DraftContent, page).entries.map(({ id }) => id))
  return problems.map((problem) => {
    const at = entries.findIndex(({ id }) => id === problem.entry)
    return {
      ...problem,
      number: at < 0 ? null : at + 1,
      onPage: problem.entry === null || shown.has(problem.entry),
    }
  })
}

async function publish(
  form: DraftForm,
  { content, version }: SavedDraft,
  { name, about }: Act,
): Promise<DraftForm> {
  const result = await publishDraft({ id: form.id, version, addTo: name === 'into' ? about : null })
  if (result.ok) return { ...form, published: result.value.slug, problems: null }
  const { problem } = result
  if (problem.kind === 'invalid') return { ...form, problems: numbered(problem.problems, content, form.page) }
  if (problem.kind === 'exists')
    return { ...form, problems: null, exists: { slug: problem.slug, heading: problem.heading } }
  return { ...form, refused: problem.kind, ...publishedAt(problem) }
}
