import type { Columns } from './columns.ts'

const MOST_KEPT = 64

/**
 * Answers that were worked out lately, kept for as long as the columns are the newest: who turns pages, sorts or narrows
 * asks for the same words again. What is asked for again moves to the end, and the first is dropped.
 */
export class Recent<Answer> {
  private readonly kept = new WeakMap<Columns, Map<string, Answer>>()

  get(columns: Columns, key: string, make: () => Answer): Answer {
    const answers = this.kept.get(columns) ?? new Map<string, Answer>()
    this.kept.set(columns, answers)
    const answer = answers.get(key) ?? make()
    answers.delete(key)
    answers.set(key, answer)
    if (answers.size > MOST_KEPT) this.drop(columns, answers.keys().next().value)
    return answer
  }

  drop(columns: Columns, key: string | undefined) {
    if (key !== undefined) this.kept.get(columns)?.delete(key)
  }
}
