import { z } from 'zod'
import { storableLines } from '../storable.ts'

const text = (most: number) => z.string().max(most).transform(storableLines)

const Id = z.coerce.number().int().positive().max(2_147_483_647)
/** A statement's id; 0 is what a record held before any correction. */
const StatementId = z.coerce.number().int().min(0).max(2_147_483_647)

/** A basis may hold a whole value: lib/corrections/basis.ts. */
const Basis = z.object({ field: z.string().max(120), basis: z.string().max(60_000) })
/** A follow-up of forty indicators has as many fields. */
const MOST_FIELDS = 700
/** Each field may be unusual in two ways. */
export const MOST_SEEN = 2 * MOST_FIELDS

/** What is said of one field: a value as it is typed, a value that a source has, or something about what is shown. */
const FieldChange = z.discriminatedUnion('as', [
  z.object({
    ...Basis.shape,
    as: z.literal('typed'),
    text: text(60_000),
    kind: z.string().max(20).default(''),
    rounding: z.string().max(20).default(''),
  }),
  z.object({ ...Basis.shape, as: z.literal('said'), statement: StatementId }),
  z.object({ ...Basis.shape, as: z.enum(['reviewed', 'notStated', 'withdraw']) }),
])
export type FieldChange = z.infer<typeof FieldChange>

/** A save of several fields of one record, with one reason. Keys that are not here are left out, and never written. */
export const Correction = z.object({
  kind: z.enum(['project', 'item', 'decision', 'organisation', 'followUp']),
  id: Id,
  /** Of the record when it was opened. */
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  changes: z.array(FieldChange).max(MOST_FIELDS),
  /** What the other fields of the form stood on, to tell which of them others changed meanwhile. */
  others: z.array(Basis).max(MOST_FIELDS).default([]),
  reason: text(10_000).transform((reason) => reason.trim()),
  /** A web address, or the address or slug of a document of the registry; may be empty. */
  evidence: text(10_000).default(''),
  /** The visitor's report that it follows. */
  reportId: Id.nullable().default(null),
  /** What is unusual of a follow-up and was looked at: lib/follow-up/flags.ts. */
  seen: z.array(z.string().max(300)).max(MOST_SEEN).default([]),
})
/** As a caller gives it. */
export type CorrectionInput = z.input<typeof Correction>
export type Correction = z.infer<typeof Correction>
