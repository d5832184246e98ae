import { z } from 'zod'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { FileView } from '../files/view.ts'
import { FollowUpContent } from './content.ts'
import { COMMON_FIELDS, FORMS, MOST_ROWS } from './fields.ts'
import type { Flag } from './flags.ts'
import { FOLLOW_UP_KINDS } from './kinds.ts'
import type { Conflict, Place } from './merge.ts'
import type { ContentProblem } from './stated.ts'

// How the form of a follow-up is sent: the box of a field is called `f.<field>`, one in a row `r.<row>.<field>`; a box that two
// have filled in differently has `c.<row>.<field>` beside it, which says whose words stand: "mine" or "theirs".

/** What the form of a draft shows, and gets back with every answer. */
export type FollowUpForm = {
  id: number
  kind: FollowUpKind
  version: number
  /** ISO time. */
  savedAt: string
  /** What is kept: the form was filled in over it. */
  base: FollowUpContent
  /** The same with my own words where others wrote differently. */
  shown: FollowUpContent
  conflicts: Conflict[]
  /** Who wrote in it meanwhile. */
  others: string | null
  /** Boxes with what others wrote meanwhile: `FILE` is the file. */
  tookIn: Place[]
  /** What was asked for and not done, as nobody had seen yet what others wrote. */
  stopped: 'publish' | 'discard' | 'removeFile' | 'attachFile' | null
  /** What keeps it from being published; null until somebody wants to. */
  problems: ContentProblem[] | null
  /** What is unusual and has to be looked at first, and which of it was: lib/follow-up/flags.ts. */
  flags: Flag[]
  seen: string[]
  file: FileView | null
  /** Why a file was not taken, in the reader's language. */
  fileProblem: string | null
  /** Why nothing was kept, or not published: a refusal of the guard, or what became of the draft. */
  refused: string | null
  /** What was just done. `kept`: it is saved. `row`: and has a row more, by its id. */
  done: 'kept' | 'published' | 'discarded' | { row: string } | null
}

export const boxName = (row: string | null, field: string): string =>
  row === null ? `f.${field}` : `r.${row}.${field}`
export const choiceName = (row: string | null, field: string): string => `c.${row ?? ''}.${field}`
/** The id of a box on the page: ids hold no dots. */
export const boxId = (row: string | null, field: string): string => boxName(row, field).replaceAll('.', '-')
/** Flags that were looked at; the file. */
export const SEEN = 'seen'
export const FILE = 'file'

/** A form before anything has happened. */
export function openForm(draft: {
  id: number
  kind: FollowUpKind
  version: number
  content: FollowUpContent
  savedAt: Date
  file: FileView | null
}): FollowUpForm {
  const { content, savedAt, ...own } = draft
  return {
    ...own,
    savedAt: savedAt.toISOString(),
    base: content,
    shown: content,
    conflicts: [],
    others: null,
    tookIn: [],
    stopped: null,
    problems: null,
    flags: [],
    seen: [],
    fileProblem: null,
    refused: null,
    done: null,
  }
}

const DatabaseNumber = z.number().int().positive().max(2_147_483_647)
/** What comes back of the form's own state: it has been in the browser, so it is read like anything from there. */
export const FormBase = z.object({
  id: DatabaseNumber,
  kind: z.enum(FOLLOW_UP_KINDS),
  version: DatabaseNumber,
  base: FollowUpContent,
  file: z.object({ token: z.string().max(100) }).nullable(),
})

/**
 * What the form holds now, over what it was opened with: a field that was not sent is as it was. Names that are no field's
 * are passed over, and so are rows beyond `MOST_ROWS`. Pure.
 */
export function contentIn(form: FormData, kind: FollowUpKind, base: FollowUpContent): FollowUpContent {
  const fields = [...FORMS[kind].fields, ...COMMON_FIELDS]
  const inRow = FORMS[kind].rows?.fields ?? []
  return {
    fields: wordsIn(form, null, fields, base.fields),
    rows: rowsIn(form, kind, base).map((id) => {
      const before = base.rows.find((row) => row.id === id)?.fields ?? {}
      return { id, fields: wordsIn(form, id, inRow, before) }
    }),
  }
}

type Texts = Readonly<Record<string, string>>

function wordsIn(form: FormData, row: string | null, fields: readonly string[], base: Texts): Texts {
  const typed = fields.flatMap((field): [string, string][] => {
    const before = Object.hasOwn(base, field) ? base[field] : undefined
    const isTheirs = form.get(choiceName(row, field)) === 'theirs'
    const words = (isTheirs ? undefined : textIn(form, boxName(row, field))) ?? before
    // An empty box that was empty says nothing new.
    return words === undefined || (words === '' && before === undefined) ? [] : [[field, words]]
  })
  return { ...base, ...Object.fromEntries(typed) }
}

/** A text as it was sent, line breaks as one character. */
function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : undefined
}

const ROW_BOX = /^r\.([a-z0-9]{1,16})\./

/** The rows of a form, those that it was opened with first. */
function rowsIn(form: FormData, kind: FollowUpKind, base: FollowUpContent): string[] {
  const before = base.rows.map(({ id }) => id)
  if (!FORMS[kind].rows) return before
  const sent = [...form.keys()].flatMap((name) => ROW_BOX.exec(name)?.[1] ?? [])
  return [...new Set([...before, ...sent])].slice(0, MOST_ROWS)
}

/** One row more, where there is room. Pure. */
export const withRow = (content: FollowUpContent, id: string): FollowUpContent =>
  content.rows.length < MOST_ROWS ? { ...content, rows: [...content.rows, { id, fields: {} }] } : content
