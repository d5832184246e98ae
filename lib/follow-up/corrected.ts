import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { measureOf, partsOf } from './measures.ts'
import { keyOfRow, type Stated, wrongAsWhole } from './stated.ts'

type Correcting = {
  kind: FollowUpKind
  hasFile: boolean
  /** ISO day. */
  today: string
  /** What is shown, by field, before the correction and after it. */
  before: Stated
  after: Stated
  changed: ReadonlySet<string>
}

/**
 * What is wrong with what a follow-up would say after a correction, by field: the rules that it is published by
 * (`wrongAsWhole`), and a row stays about what it is about. What was wrong before and is not touched is nobody's fault. Pure.
 */
export function problemsCorrected({
  before,
  after,
  changed,
  ...about
}: Correcting): Record<string, Sentence> {
  const were = new Set(wrongAsWhole({ ...about, stated: before }).map(({ field, why }) => `${why} ${field}`))
  const problems = wrongAsWhole({ ...about, stated: after }).flatMap(({ field, why }) => {
    const others = why === 'moreThanAll' ? partsIn(field) : why === 'otherEvent' ? ['event'] : []
    const touched = [field, ...others].filter((one) => changed.has(one))
    if (touched.length === 0 && were.has(`${why} ${field}`)) return []
    if (why === 'moreThanAll') return touched.map((one) => [one, moreThan(after[field]?.value)] as const)
    if (why === 'otherEvent') return touched.map((one) => [one, OTHER_EVENT] as const)
    if (why === 'nothing') return [...changed].map((one) => [one, SAYS_NOTHING] as const)
    return [[field, why === 'future' ? NOT_YET : MUST_STAND] as const]
  })
  return Object.fromEntries([...problems, ...renamed(after, changed)])
}

function partsIn(whole: string): string[] {
  const measure = measureOf(whole)
  return measure ? partsOf(measure) : []
}

const NAMES_A_ROW = /^(?:code|name|group)@(.+)$/

/** Figures are kept under what names their row: another name would leave them where they are. */
function renamed(after: Stated, changed: ReadonlySet<string>): (readonly [string, Sentence])[] {
  return [...changed].flatMap((field) => {
    const key = NAMES_A_ROW.exec(field)?.[1]
    if (key === undefined) return []
    const textOf = (name: string) => String(after[`${name}@${key}`]?.value ?? '')
    const fields = { code: textOf('code'), name: textOf('name'), group: textOf('group') }
    return keyOfRow({ id: '', fields }) === key ? [] : [[field, OTHER_ROW] as const]
  })
}

const MUST_STAND: Sentence = {
  sv: 'En uppföljning kan inte vara utan det: skriv vad som stämmer.',
  en: 'A follow-up cannot be without it: write what is right.',
}
const NOT_YET: Sentence = {
  sv: 'Den dagen har inte varit än.',
  en: 'That day has not been yet.',
}
const SAYS_NOTHING: Sentence = {
  sv: 'Då säger uppföljningen ingenting längre. Ta bort den från publiceringen i stället.',
  en: 'Then the follow-up says nothing any longer. Withdraw it instead.',
}
const OTHER_EVENT: Sentence = {
  sv: 'Ny budget, nytt stöd, nytt slutdatum och återkrav hör till den händelse som ändrade dem. Rätta händelsen, eller ta bort det som inte hör till den, i samma sparning.',
  en: 'A new budget, new support, a new end and recoveries belong to the event that changed them. Correct the event, or take away what does not belong to it, in the same save.',
}
const OTHER_ROW: Sentence = {
  sv: 'Radens siffror hör till det som raden heter, och skulle räknas som något annat. Ta bort uppföljningen från publiceringen och bifoga den på nytt.',
  en: 'The figures of the row belong to what it is called, and would count as something else. Withdraw the follow-up and attach it anew.',
}

function moreThan(whole: unknown): Sentence {
  const [sv, en] = ['sv-SE', 'en-GB'].map((locale) => Number(whole).toLocaleString(locale))
  return {
    sv: `Delarna är tillsammans mer än helheten, ${sv}. Är det något av det andra som är fel, rätta det i samma sparning.`,
    en: `The parts add up to more than the whole, ${en}. If one of the others is what is wrong, correct it in the same save.`,
  }
}
