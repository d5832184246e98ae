import type { Prisma } from '../../prisma/generated/client.ts'
import type { NewName } from './settle.ts'
import { nothingTouched, type Touched } from './touched.ts'
import type { By } from './trace.ts'

/** A person's change of the registry while it is made. Commands write facts and note here what they are about. */
export type Acting = {
  by: By & { userId: number }
  /** The records whose facts changed: they are folded anew, and their pages dropped. */
  touched: Touched
  /** Names that organisations were given. */
  names: NewName[]
  /** Records to write although what they say is the same: which organisations they name has changed. */
  always: { projects: number[]; items: number[] }
  /** What the person did, for the trace: with reason and evidence. Fields told here are not told again. */
  told: Prisma.ChangeCreateManyInput[]
  /** More pages that became old. */
  tags: string[]
}

/** A change that is about to be made, of which nothing is noted yet. */
export const actingBy = (by: Acting['by']): Acting => ({
  by,
  touched: nothingTouched(),
  names: [],
  always: { projects: [], items: [] },
  told: [],
  tags: [],
})
