import { z } from 'zod'
import { REASON } from '../../corrections/reason.ts'

/** More entries than any list has had; a draft is read and written whole. */
export const MOST_ENTRIES = 500
/** Entries that one page of the form shows. */
export const ENTRIES_ON_PAGE = 25

/** What can be typed of a decision itself, in the order in which forms list it. All of it is text, as it was typed. */
export const DECISION_KEYS = [
  'heading',
  'decisionDate',
  'partnership',
  'fund',
  'region',
  'county',
  'publisher',
  'source',
  'reason',
] as const
export type DecisionKey = (typeof DECISION_KEYS)[number]

/** What can be typed of an entry. `rejected` is "on" or empty, as a checkbox is sent. */
export const ENTRY_KEYS = [
  'name',
  'applicant',
  'amount',
  'amountKind',
  'projectNumber',
  'unit',
  'rounding',
  'partners',
  'project',
  'rejected',
] as const
export type EntryKey = (typeof ENTRY_KEYS)[number]

const text = (longest: number) => z.string().max(longest).default('')
/** Longest that is kept, by field: forms say the same. Characters. */
export const LONGEST: Record<DecisionKey | EntryKey, number> = {
  heading: 500,
  decisionDate: 60,
  partnership: 200,
  fund: 20,
  region: 20,
  county: 100,
  publisher: 200,
  source: 2000,
  reason: REASON.most,
  name: 500,
  applicant: 500,
  unit: 300,
  amount: 100,
  amountKind: 20,
  rounding: 20,
  partners: 8000,
  projectNumber: 100,
  project: 700,
  rejected: 2,
}

const texts = <Key extends DecisionKey | EntryKey>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, text(LONGEST[key])])) as Record<Key, ReturnType<typeof text>>

/** Tells the entries of a draft apart while they are moved, changed and merged. */
const EntryId = z.string().regex(/^[a-z0-9]{1,16}$/)

export const DraftEntry = z.object({ id: EntryId, ...texts(ENTRY_KEYS) })
export type DraftEntry = z.infer<typeof DraftEntry>

/** A decision as it is being written: whatever was typed, valid or not. */
export const DraftContent = z.object({
  /** The published decision that the entries are added to; null for a new one. */
  addsTo: z.string().max(200).nullable().default(null),
  ...texts(DECISION_KEYS),
  entries: z
    .array(DraftEntry)
    .max(MOST_ENTRIES)
    .default([])
    .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length),
})
export type DraftContent = z.infer<typeof DraftContent>

export const emptyDraft = (addsTo: string | null = null): DraftContent => ({
  ...DraftContent.parse({}),
  addsTo,
})

export const blankEntry = (id: string): DraftEntry => DraftEntry.parse({ id })

/** Whether nothing was typed of an entry: it is no entry yet. The kind and the rounding are kept from one to the next. */
export const isBlank = (entry: DraftEntry): boolean =>
  ENTRY_KEYS.every((key) => key === 'amountKind' || key === 'rounding' || entry[key].trim() === '')
