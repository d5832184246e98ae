import type { Sentence } from '../documents/parse/reading.ts'

/** What became of one file. */
export type FileReport =
  | { file: string; outcome: 'refused'; reason: Sentence }
  | { file: string; outcome: 'alreadyHere'; title: string; slug: string }
  | {
      file: string
      outcome: 'imported'
      title: string
      slug: string
      kind: 'PROJECT_PAGE' | 'DECISION_LIST' | 'OPERATION_LIST'
      /** The earlier capture of the same source that this one takes the place of. */
      replaces: string | null
      /** Whether the page's project was there before. */
      project: { slug: string; name: string; isNew: boolean } | null
      decisions: { slug: string; heading: string; isNew: boolean; items: number; newItems: number }[]
      statements: number
      warnings: { code: string; sentence: Sentence }[]
    }

/** What an import did, or would do. */
export type ImportReport = {
  files: FileReport[]
  totals: {
    documents: number
    projectsNew: number
    /** Projects that were there and that a page or an entry tells more of. */
    projectsMatched: number
    /** Of those, the ones whose shown values are others now. */
    projectsChanged: number
    decisionsNew: number
    itemsNew: number
    linked: number
    warnings: number
    /** Entries that were brought in and contradict what was there; of an import that was reviewed. */
    disagreements?: number
    /** Those that say something else than when a person corrected it: the correction stands. */
    sourceChanges?: number
  }
  /** Shown values that were there and are others now. */
  changes: { project: string; field: string; from: unknown; to: unknown }[]
  /** The tags of pages that became old. */
  changedTags: string[]
}

export const emptyReport = (): ImportReport => ({
  files: [],
  totals: {
    documents: 0,
    projectsNew: 0,
    projectsMatched: 0,
    projectsChanged: 0,
    decisionsNew: 0,
    itemsNew: 0,
    linked: 0,
    warnings: 0,
  },
  changes: [],
  changedTags: [],
})
