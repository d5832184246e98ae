import { blockKeys } from '../../lib/matching/blocks.ts'
import { numberKey } from '../../lib/matching/keys.ts'
import { type Known, rankCandidates, type Subject } from '../../lib/matching/match.ts'
import type { Exam, Question } from './cases.ts'
import { type Answered, type Marks, mark } from './marks.ts'

/** Puts the questions, each to the projects that share a block, a number or a sum with it. */
export function takeExam({ registry, questions }: Exam): Marks {
  const find = finderIn(registry)
  return mark(questions.map((question) => answer(question, find)))
}

type Finder = (subject: Subject) => Known[]

function answer({ subject, truth, what }: Question, find: Finder): Answered {
  const known = find(subject)
  const [best] = rankCandidates(subject, known)
  const meant = known.find(({ id }) => id === best?.id)
  return {
    truth,
    suggested: best && best.verdict !== 'possible' ? best.id : null,
    linked: best?.verdict === 'certain' ? best.id : null,
    words: `${what}: ${subject.name} / ${meant ? `${meant.name} (${best?.verdict} ${best?.score})` : 'nothing'}`,
  }
}

/** Finds projects as the desk does: few, and every one that could be it. */
function finderIn(registry: readonly Known[]): Finder {
  const byKey = new Map<string, Known[]>()
  const add = (key: string, known: Known) => {
    const block = byKey.get(key)
    if (block) block.push(known)
    else byKey.set(key, [known])
  }
  for (const known of registry) for (const key of new Set(keysOfKnown(known))) add(key, known)
  return (subject) => [...new Set(keysOfSubject(subject).flatMap((key) => byKey.get(key) ?? []))]
}

const keysOfKnown = ({ numbers, name, otherNames, grantedSupport, totalBudget }: Known): string[] => [
  ...numbers.map((number) => `number ${numberKey(number)}`),
  ...[name, ...otherNames].flatMap(blockKeys),
  ...[grantedSupport, totalBudget].filter((kronor) => kronor !== null).map((kronor) => `kronor ${kronor}`),
]

const keysOfSubject = ({ numbers, name, amounts }: Subject): string[] => [
  ...numbers.map((number) => `number ${numberKey(number)}`),
  ...blockKeys(name),
  ...amounts.map(({ kronor }) => `kronor ${kronor}`),
]
