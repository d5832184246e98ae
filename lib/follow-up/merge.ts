import type { ContentRow, FollowUpContent } from './content.ts'

/** A box that two people have filled in differently since both opened it. */
export type Conflict = { row: string | null; field: string; base: string; mine: string; theirs: string }
/** A box of a form: of the row with that id, or of the follow-up as a whole. */
export type Place = Pick<Conflict, 'row' | 'field'>
export type Merged = {
  content: FollowUpContent
  conflicts: Conflict[]
  /** Boxes that say what I have not seen: others wrote in them since both began, and I did not. */
  tookIn: Place[]
}

type Texts = Readonly<Record<string, string>>

/**
 * Joins what I wrote with what is kept now, by what both began with. A box that one of us changed is as that one has it;
 * one that both changed differently is a conflict, and stays theirs until somebody says. Rows of either stay. Pure.
 */
export function mergeContent(base: FollowUpContent, mine: FollowUpContent, theirs: FollowUpContent): Merged {
  const conflicts: Conflict[] = []
  const tookIn: Place[] = []
  const join = (row: string | null, b: Texts, m: Texts, t: Texts): Record<string, string> =>
    Object.fromEntries(
      [...new Set([...Object.keys(t), ...Object.keys(m)])].map((field) => {
        const [before, own, other] = [b, m, t].map((texts) =>
          Object.hasOwn(texts, field) ? texts[field] : '',
        ) as [string, string, string]
        if (own === other) return [field, other]
        if (own === before) {
          tookIn.push({ row, field })
          return [field, other]
        }
        if (other === before) return [field, own]
        conflicts.push({ row, field, base: before, mine: own, theirs: other })
        return [field, other]
      }),
    )
  const fields = join(null, base.fields, mine.fields, theirs.fields)
  const ids = [...new Set([...theirs.rows, ...mine.rows].map(({ id }) => id))]
  const rows = ids.map((id) => ({
    id,
    fields: join(id, fieldsOf(base.rows, id), fieldsOf(mine.rows, id), fieldsOf(theirs.rows, id)),
  }))
  return { content: { fields, rows }, conflicts, tookIn }
}

const fieldsOf = (rows: readonly ContentRow[], id: string): Texts =>
  rows.find((row) => row.id === id)?.fields ?? {}

/** What is kept, with my words in the boxes in conflict: what my form goes on showing until I choose. Pure. */
export function withOwnWords(content: FollowUpContent, conflicts: readonly Conflict[]): FollowUpContent {
  const own = (row: string | null) =>
    Object.fromEntries(conflicts.filter((one) => one.row === row).map(({ field, mine }) => [field, mine]))
  return {
    fields: { ...content.fields, ...own(null) },
    rows: content.rows.map((row) => ({ ...row, fields: { ...row.fields, ...own(row.id) } })),
  }
}
