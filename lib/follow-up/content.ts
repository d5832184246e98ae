import { z } from 'zod'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { storableLines } from '../storable.ts'
import { FORMS, MOST_ROWS } from './fields.ts'

/** More than anybody types in one box. Characters. */
const LONGEST = 10_000
const Typed = z.record(z.string().max(80), z.string().max(LONGEST).transform(storableLines))

/** Tells the rows of a follow-up apart while it is written. */
const RowId = z.string().regex(/^[a-z0-9]{1,16}$/)

/** A follow-up as it is being written: whatever was typed, valid or not, by field. Keys that are no field's are left out. */
export const FollowUpContent = z.object({
  fields: Typed.default({}),
  rows: z
    .array(z.object({ id: RowId, fields: Typed.default({}) }))
    .max(MOST_ROWS)
    .default([])
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length),
})
export type FollowUpContent = z.infer<typeof FollowUpContent>
export type ContentRow = FollowUpContent['rows'][number]

export const emptyContent = (kind: FollowUpKind): FollowUpContent => ({
  fields: {},
  rows: Array.from({ length: FORMS[kind].rows?.shown ?? 0 }, (_, at) => ({ id: `r${at + 1}`, fields: {} })),
})

/** Whether nothing was typed in a row: it is none yet. */
export const isBlankRow = ({ fields }: ContentRow): boolean =>
  Object.values(fields).every((text) => text.trim() === '')
