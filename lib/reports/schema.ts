import { z } from 'zod'
import { problem, type Result } from '../result.ts'

/** Characters that each text has at most. */
export const LONGEST = { suggestion: 2000, where: 1000, email: 254, message: 2000 } as const
/** Links that a report has at most, in all its texts: where something stands takes one, or two. */
export const MOST_LINKS = 2

/** What a reporter writes, as it comes from a form. */
export type Written = { suggestion: string; where: string; email: string }
type WrittenError = 'missing' | 'long' | 'links' | 'wrong'
export type WrittenErrors = Partial<Record<keyof Written, WrittenError>>

/** Line breaks are kept; other control characters, and marks that turn the direction of what follows, are none. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\u00ad\u200c\u200d]/gu, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const text = (longest: number) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().max(longest, 'long' satisfies WrittenError))
const required = (longest: number) => text(longest).pipe(z.string().min(2, 'missing' satisfies WrittenError))

const Written = z.object({
  suggestion: required(LONGEST.suggestion),
  where: text(LONGEST.where),
  email: z
    .string()
    .trim()
    .max(LONGEST.email, 'long' satisfies WrittenError)
    .pipe(z.email('wrong' satisfies WrittenError).or(z.literal(''))),
})

/** Reads what a reporter wrote, or says of each text what is wrong with it. */
export function readWritten(input: Written): Result<Written, WrittenErrors> {
  const read = Written.safeParse(input)
  if (!read.success) return problem(errorsIn(read.error))
  if (linksIn(`${read.data.suggestion} ${read.data.where}`) > MOST_LINKS)
    return problem({ suggestion: 'links' })
  return { ok: true, value: read.data }
}

function errorsIn({ issues }: z.ZodError): WrittenErrors {
  // The first of a text's errors is the one to mend.
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]).reverse())
}

export type MessageError = Exclude<WrittenError, 'wrong'>

/** Reads one text of a conversation: a question, a reason, an answer. */
export function readMessage(input: string): Result<string, MessageError> {
  const read = required(LONGEST.message).safeParse(input)
  if (!read.success) return problem(read.error.issues[0]?.message === 'long' ? 'long' : 'missing')
  return { ok: true, value: read.data }
}

/** How many web addresses a text has, however they are dressed up. */
export const linksIn = (words: string): number =>
  words.match(/(?:https?:\/\/|hxxps?:\/\/|(?<![\p{L}\p{N}./@])www\.)[^\s]/giu)?.length ?? 0
