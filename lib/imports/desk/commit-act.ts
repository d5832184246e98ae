import type { ImportReport } from '../report.ts'
import type { ImportBy } from '../store-all.ts'
import type { Progress } from './state.ts'

/** What a commit goes by: `comparedWith` is the registry's revision that was looked at when people decided. */
export type CommitAct = {
  by: ImportBy
  userId: number | null
  comparedWith: number
  tell: (progress: Progress) => Promise<void>
}

/** What was brought in, with the pages that became old and the files that documents keep now; or the registry has moved. */
export type Committed =
  | {
      report: ImportReport
      tags: string[]
      hashes: string[]
      /** Organisations to be compared with others once this is done: a person's hint, not a fact of the registry. */
      calledAnew: number[]
    }
  | 'moved'
