/** How one exam went. */
export type Marks = {
  questions: number
  /** Questions that have an answer. */
  answerable: number
  /** Answers that are likely or certain. */
  suggested: number
  /** Those of them that are right. */
  right: number
  /** Answers that are certain. */
  links: number
  wrongLinks: number
  /** What went wrong, in words. */
  faults: string[]
}

export type Result = Marks & { precision: number; recall: number }

export const AIMS = { precision: 0.99, recall: 0.95 }

/** Several exams as one. */
export function sum(all: readonly Marks[]): Result {
  const total = (key: 'questions' | 'answerable' | 'suggested' | 'right' | 'links' | 'wrongLinks') =>
    all.reduce((before, marks) => before + marks[key], 0)
  const [answerable, suggested, right] = [total('answerable'), total('suggested'), total('right')]
  return {
    questions: total('questions'),
    answerable,
    suggested,
    right,
    links: total('links'),
    wrongLinks: total('wrongLinks'),
    faults: all.flatMap(({ faults }) => faults),
    precision: suggested === 0 ? 1 : right / suggested,
    recall: answerable === 0 ? 1 : right / answerable,
  }
}

export const isPassed = ({ precision, recall, wrongLinks }: Result): boolean =>
  precision >= AIMS.precision && recall >= AIMS.recall && wrongLinks === 0

/** A question as it was answered: ids of projects or organisations, null for none. */
export type Answered = {
  truth: number | null
  suggested: number | null
  linked: number | null
  words: string
}

export function mark(answers: readonly Answered[]): Marks {
  const suggested = answers.filter((answer) => answer.suggested !== null)
  const right = suggested.filter((answer) => answer.suggested === answer.truth)
  const links = answers.filter(({ linked }) => linked !== null)
  const faults = answers.filter((answer) => answer.suggested !== answer.truth)
  return {
    questions: answers.length,
    answerable: answers.filter(({ truth }) => truth !== null).length,
    suggested: suggested.length,
    right: right.length,
    links: links.length,
    wrongLinks: links.filter(({ linked, truth }) => linked !== truth).length,
    faults: faults.map(faultOf),
  }
}

function faultOf({ words, suggested, linked, truth }: Answered): string {
  const what = linked !== null ? 'linked wrongly' : suggested !== null ? 'suggested wrongly' : 'missed'
  return `${what}${truth === null ? ' (there is none)' : ''}: ${words}`
}
