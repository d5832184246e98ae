import { z } from 'zod'
import { LOCALES } from '../paths.ts'
import { storable } from '../storable.ts'
import { readKey, readOutcomeKey } from './task-key.ts'

// What the forms of the desk send. What a reason, a piece of evidence and a value have to be, the commands say.

const PROBLEMS = ['choose', 'reasonLong', 'missing', 'noneMarked'] as const
export type FormProblem = (typeof PROBLEMS)[number]
/** What is wrong with a form, as the texts know it. */
export const problemIn = (message: string): FormProblem =>
  PROBLEMS.find((one) => one === message) ?? 'missing'

const line = z
  .string()
  .default('')
  .transform((text) => storable(text).replace(/\s+/g, ' ').trim())
const LONGEST_NOTE = 500
const note = line.pipe(z.string().max(LONGEST_NOTE, 'reasonLong')).transform((text) => text || null)

/** In which language, and what part of the queue is worked through. */
const WHERE = {
  locale: z.enum(LOCALES, 'missing'),
  filter: z.string().max(500, 'missing').default(''),
}
const id = z.coerce.number('missing').int('missing').positive('missing').max(2_000_000_000, 'missing')
const basis = z.string('missing').max(60, 'missing')

const key = z.string('missing').transform((text, context) => {
  const read = readKey(text)
  if (!read) context.addIssue({ code: 'custom', message: 'missing' })
  return read ?? z.NEVER
})

export const DecideInput = z.object({
  ...WHERE,
  queue: z.enum(['changed', 'disagreements'], 'missing'),
  key,
  basis,
  choice: z.string('choose').regex(/^(?:reviewed|notStated|keep|take|typed|s[1-9]\d{0,8})$/, 'choose'),
  typed: line,
  reason: line,
  evidence: line,
})
export type DecideInput = z.infer<typeof DecideInput>

export const LookAtOutcomeInput = z.object({
  ...WHERE,
  key: z.string('missing').transform((text, context) => {
    const read = readOutcomeKey(text)
    if (!read) context.addIssue({ code: 'custom', message: 'missing' })
    return read ?? z.NEVER
  }),
  basis,
  choice: z.literal('reviewed', 'choose'),
  reason: line,
  evidence: line,
})

/** The project by its address, or none. */
export const LinkInput = z.object({
  ...WHERE,
  key: id,
  basis,
  choice: z.string('choose').regex(/^(?:none|p-[A-Za-z0-9-]{1,80})$/, 'choose'),
  reason: line,
})

export const LookInput = z.object({ ...WHERE, key: id, note, also: z.literal('on').optional() })

/** At most a page of warnings in one go. */
export const LookManyInput = z.object({
  ...WHERE,
  note,
  ids: z.array(id).min(1, 'noneMarked').max(100, 'missing'),
})

export const UndoInput = z.object({
  ...WHERE,
  queue: z.enum(['changed', 'disagreements', 'warnings', 'unlinked'], 'missing'),
  saved: z.string('missing').regex(/^[cw][1-9]\d{0,8}$/, 'missing'),
})

const slug = z.string('missing').regex(/^[a-z0-9-]{1,120}$/, 'missing')
export const DistinctInput = z.object({ locale: WHERE.locale, a: slug, b: slug, note })
