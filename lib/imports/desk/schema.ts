import { z } from 'zod'
import { storable } from '../../storable.ts'
import { TableMapping } from '../../tables/schema.ts'
import { TableChoice } from '../table/settings.ts'
import { CHOICES, VERDICTS } from './state.ts'

const Id = z.coerce.number().int().positive().max(2_147_483_647)
const Version = z.coerce.number().int().min(0).max(2_147_483_647)
const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((typed) => storable(typed).replaceAll('\r\n', '\n'))

/** What somebody decides of one entry, seen at a version. `project`: what was typed to name one, where one is chosen. */
export const Decide = z.object({
  importId: Id,
  entryId: Id,
  version: Version,
  choice: z.enum(CHOICES),
  project: text(400).default(''),
  /** Values given instead, by field; an empty one takes back what was given before. */
  edits: z.record(z.string().max(60), text(60_000)).default({}),
})
export type Decide = z.infer<typeof Decide>
export type DecideInput = z.input<typeof Decide>

/** Something that is done to a whole import, seen at a version. */
export const OnImport = z.object({ importId: Id, version: Version })
export type OnImport = z.infer<typeof OnImport>

export const TakeBack = z.object({
  importId: Id,
  version: Version,
  reason: text(2000).pipe(z.string().trim()),
})
export type TakeBack = z.infer<typeof TakeBack>

/** Many entries at once: all that nobody has decided on, of one verdict or of all. */
export const DecideMany = z.object({
  ...OnImport.shape,
  choice: z.enum(['accept', 'skip']),
  verdict: z.enum(VERDICTS).nullable().default(null),
})
export type DecideMany = z.infer<typeof DecideMany>

/** What somebody says of a table: how it is read, what its columns mean, and whether that is right so. */
export const ExplainTable = z.object({ ...OnImport.shape, choice: TableChoice, isConfirmed: z.boolean() })
export type ExplainTable = z.infer<typeof ExplainTable>

export const SaveMapping = z.object({ ...OnImport.shape, mapping: TableMapping })
