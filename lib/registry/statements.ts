import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { SaidOf } from '../projects/fold.ts'
import type { Candidate, StandingCorrection, StoredValue } from '../projects/shown.ts'
import { capturedOn } from './captured.ts'

/** What folding needs of a statement. */
export const forFolding = {
  id: true,
  field: true,
  origin: true,
  state: true,
  value: true,
  precision: true,
  qualifier: true,
  code: true,
  document: {
    select: { kind: true, fetchedAt: true, importedAt: true, replacedBy: { select: { id: true } } },
  },
} satisfies Prisma.StatementSelect
type StatementRow = Prisma.StatementGetPayload<{ select: typeof forFolding }>

/** A kept statement as the rule sees it. */
export function candidateOf({ document, value, ...row }: StatementRow): SaidOf<Candidate> {
  return {
    ...row,
    value: value as StoredValue,
    source: document.kind === 'PROJECT_PAGE' ? 'page' : 'list',
    capturedAt: capturedOn(document),
    isReplaced: document.replacedBy !== null,
  }
}

export const correctionForFolding = {
  id: true,
  field: true,
  kind: true,
  value: true,
  code: true,
  precision: true,
  qualifier: true,
  seenStatementId: true,
  at: true,
} satisfies Prisma.CorrectionSelect
type CorrectionRow = Prisma.CorrectionGetPayload<{ select: typeof correctionForFolding }>

export const standingOf = ({ at, value, ...row }: CorrectionRow): SaidOf<StandingCorrection> => ({
  ...row,
  value: value as StoredValue,
  at: at.getTime(),
})
