import { z } from 'zod'
import type { FoundProject } from '../../projects/finder-text.ts'
import { storableLines } from '../../storable.ts'
import { cut } from './cut.ts'
import type { Conflict, Part } from './merge.ts'
import { Marks, marksOf, News, NOTHING_NEW } from './news.ts'
import { PASTE_KEYS, type Pasted, type PasteKey } from './paste.ts'
import type { DraftProblem } from './read.ts'
import {
  DECISION_KEYS,
  type DecisionKey,
  type DraftContent,
  DraftEntry,
  ENTRIES_ON_PAGE,
  ENTRY_KEYS,
  type EntryKey,
  LONGEST,
} from './schema.ts'

/** What the form of a draft shows, and gets back with every answer. */
export type DraftForm = {
  id: number
  version: number
  /** Of the entries, from 1. */
  page: number
  pages: number
  /** All entries, on every page. */
  total: number
  /** ISO time. */
  savedAt: string
  /** What is kept of what the form shows: the decision's own fields, and one page of entries. */
  base: Part
  /** The same with my own words where others wrote differently. */
  shown: Part
  conflicts: Conflict[]
  /** What the form has seen of the entries of all pages. */
  seen: Marks
  /** What others wrote meanwhile and no answer has told of yet, and who. */
  unseen: News
  others: string | null
  stopped: Stopped | null
  keptEntry: boolean
  /** Null until somebody wants to publish. */
  problems: (DraftProblem & { number: number | null; onPage: boolean })[] | null
  exists: { slug: string; heading: string } | null
  refused: string | null
  /** The entry to look at. */
  at: string | null
  removed: { entry: DraftEntry; at: number } | null
  /** What was put in the box for pasting, and the first of its rows. */
  pasted: (Pasted & { text: string; count: number }) | null
  /** Rows that found no room. */
  left: number
  /** What was found for an entry's project without JavaScript. */
  found: { entry: string; projects: FoundProject[] } | null
  /** The slug of the public decision, once published. */
  published: string | null
  /** It was set aside. */
  discarded: boolean
}

/** What was asked for and not done, as others had written what had not been told: who, and what that is. */
export type Stopped = {
  act: StoppedAct
  others: string | null
  news: Omit<News, 'entries'> & { entries: (News['entries'][number] & Placed)[] }
}
const STOPPED_ACTS = ['publish', 'discard', 'removeEntry', 'fill'] as const
export type StoppedAct = (typeof STOPPED_ACTS)[number]
/** Where an entry stands, as people count them, and what it is called. */
type Placed = { number: number; onPage: boolean; name: string }

export const fieldName = (key: DecisionKey): string => `d.${key}`
export const entryFieldName = (id: string, key: EntryKey): string => `e.${id}.${key}`
export const conflictName = ({ entry, field }: Pick<Conflict, 'entry' | 'field'>): string =>
  `choose.${entry ?? ''}.${field}`
/** Radio buttons of what was found for a field go before what was typed in it. */
const chosenName = (name: string): string => `${name}.chosen`

/** The part of a draft that a page of its form shows. */
export function partOf(content: DraftContent, page: number): Part {
  const { addsTo: _, entries, ...own } = content
  return { ...own, entries: entries.slice((page - 1) * ENTRIES_ON_PAGE, page * ENTRIES_ON_PAGE) }
}

export const pagesOf = ({ entries }: Pick<DraftContent, 'entries'>): number =>
  Math.max(1, Math.ceil(entries.length / ENTRIES_ON_PAGE))

/** The page on which an entry stands; the first for one that is not there. */
export const pageOfEntry = ({ entries }: DraftContent, id: string): number =>
  Math.floor(
    Math.max(
      0,
      entries.findIndex((entry) => entry.id === id),
    ) / ENTRIES_ON_PAGE,
  ) + 1

/** A form before anything has happened. */
export function openForm(
  draft: { id: number; version: number; content: DraftContent; savedAt: Date },
  page: number,
): DraftForm {
  const pages = pagesOf(draft.content)
  const shown = partOf(draft.content, Math.min(page, pages))
  return {
    id: draft.id,
    version: draft.version,
    page: Math.min(page, pages),
    pages,
    total: draft.content.entries.length,
    savedAt: draft.savedAt.toISOString(),
    base: shown,
    shown,
    conflicts: [],
    seen: marksOf(draft.content.entries),
    unseen: NOTHING_NEW,
    others: null,
    stopped: null,
    keptEntry: false,
    problems: null,
    exists: null,
    refused: null,
    at: null,
    removed: null,
    pasted: null,
    left: 0,
    found: null,
    published: null,
    discarded: false,
  }
}

/** Longer than anybody's name. Characters. */
const LONGEST_NAME = 1000

const Words = (longest: number) => z.string().max(longest)
const own = Object.fromEntries(DECISION_KEYS.map((key) => [key, Words(LONGEST[key])])) as Record<
  DecisionKey,
  z.ZodString
>
/** What comes back of the form's own state: it has been in the browser, so it is read like anything from there. */
export const FormBase = z.object({
  id: z.number().int().positive().max(2_147_483_647),
  version: z.number().int().positive().max(2_147_483_647),
  page: z.number().int().min(1).max(100_000),
  base: z.object({ ...own, entries: z.array(DraftEntry).max(ENTRIES_ON_PAGE) }),
  seen: Marks,
  unseen: News,
  others: Words(LONGEST_NAME).nullable(),
  stopped: z
    .object({ act: z.enum(STOPPED_ACTS), others: Words(LONGEST_NAME).nullable(), news: News })
    .nullable(),
  removed: z.object({ entry: DraftEntry, at: z.number().int().min(0).max(1000) }).nullable(),
})
export type FormBase = z.infer<typeof FormBase>

export function wordIn(form: FormData, name: string): string | null {
  const value = form.get(name)
  return typeof value === 'string' ? storableLines(value) : null
}

/** What the form holds now, over what it was opened with. A field that it does not have is as it was. Pure. */
export function partIn(form: FormData, base: Part): Part {
  const word = (name: string, otherwise: string) => wordIn(form, `${name}`) ?? otherwise
  const ownWords = Object.fromEntries(
    DECISION_KEYS.map((key) => [key, chosen(form, null, key, word(fieldName(key), base[key]), base[key])]),
  )
  const entries = base.entries.map((entry) => {
    if (!form.has(entryFieldName(entry.id, 'name'))) return entry
    const words = ENTRY_KEYS.map((key) => [
      key,
      chosen(form, entry.id, key, entryWord(form, entry, key), entry[key]),
    ])
    return { ...entry, ...Object.fromEntries(words) }
  })
  return { ...base, ...ownWords, entries }
}

function entryWord(form: FormData, entry: DraftEntry, key: EntryKey): string {
  const name = entryFieldName(entry.id, key)
  // A box that is not ticked is not sent.
  if (key === 'rejected') return form.has(name) ? 'on' : ''
  return wordIn(form, chosenName(name)) || (wordIn(form, name) ?? entry[key])
}

/** Where others wrote differently, their words may have been chosen: they are what is kept. */
const chosen = (
  form: FormData,
  entry: string | null,
  field: DecisionKey | EntryKey,
  mine: string,
  theirs: string,
) => (form.get(conflictName({ entry, field })) === 'theirs' ? theirs : mine)

/** The columns of pasted rows as they were chosen; null where the form does not ask. */
export function columnsIn(form: FormData, count: number): (PasteKey | null)[] | null {
  if (!form.has('column.0')) return null
  return Array.from(
    { length: count },
    (_, at) => PASTE_KEYS.find((key) => key === form.get(`column.${at}`)) ?? null,
  )
}

/** Tells whether a pasted text is the one whose columns the form shows. */
export const fingerprint = (text: string): string => `${text.length} ${cut(text, 200).replace(/\s+/g, ' ')}`
