import { measureOf } from '../../lib/follow-up/measures.ts'
import { headerOf } from '../../lib/follow-up/table/columns.ts'
import type { ComparedRow, RowFlag, RowProblem } from '../../lib/follow-up/table/compare.ts'
import { formatDate } from '../../lib/format.ts'
import type { StoredValue } from '../../lib/projects/shown.ts'
import { followUpCode, followUpLabel } from '../follow-up/labels.ts'
import { tracedText } from '../history/traced-text.ts'
import type { Words } from '../history/words.ts'

type Figure = { value: StoredValue; precision?: number | null; qualifier?: string | null }

/** A figure in the reader's language: kronor, people, an indicator's own number. */
export function figureText(key: string, figure: Figure, words: Words): string {
  const { value, precision = null, qualifier = null } = figure
  return tracedText('followUp', key, { state: 'value', value, precision, qualifier } as never, words)
}

/** A known figure with its day, or that nothing is known. */
export function knownText(
  key: string,
  known: (Figure & { asOf: string | null }) | null,
  words: Words,
): string {
  if (known === null) return words.t('followUpTable.oldNone')
  const value = figureText(key, known, words)
  return known.asOf === null ? value : onDay(value, formatDate(words.locale, known.asOf))
}

/** A value with the day that it is of. */
export const onDay = (value: string, day: string): string => `${value} (${day})`

export function problemText({ why }: RowProblem, { t, locale }: Words): string {
  return typeof why === 'string' ? t(`followUpTable.problem.${why}`) : why[locale]
}

/** What is unusual, in a sentence with what it is held against. */
export function flagText({ code, field, is, against }: RowFlag, words: Words): string {
  const text = (value: number | string) =>
    typeof value === 'number' ? figureText(field, { value }, words) : formatDate(words.locale, value)
  return words.t(`followUpTable.flag.${code}`, {
    label: followUpLabel(field, words),
    is: text(is),
    against: text(against),
  })
}

/**
 * The figures of a row that become public: those that are new, and then the parts that are said again with a new one, so that
 * their whole is of one day.
 */
export function figuresOf({ changes, followUps, project }: ComparedRow): ComparedRow['changes'] {
  const isNew = new Set(changes.map(({ key }) => key))
  const again = followUps.flatMap(({ stated }) =>
    Object.entries(stated).flatMap(([key, typed]) =>
      measureOf(key) && !isNew.has(key) ? [{ key, typed, old: project?.outcomes.get(key) ?? null }] : [],
    ),
  )
  return [...changes, ...again]
}

/** What becomes public with the figures of a row: who says them, where that stands, what a reader has to know. */
export function besideText({ followUps }: ComparedRow, words: Words): { label: string; text: string }[] {
  return ['basis', 'sourceUrl', 'sourcePage', 'comment'].flatMap((field) => {
    // All that a row gives have one source and one comment; only costs have somebody who says them.
    const value = followUps.map(({ stated }) => stated[field]?.value).find((said) => typeof said === 'string')
    if (typeof value !== 'string') return []
    return [{ label: followUpLabel(field, words), text: followUpCode(field, value, words) ?? value }]
  })
}

export type RowSentence = { column: string; cell: string; why: string }

/** All that keeps a row out or asks for a look, each as one sentence. What is left out on purpose has none. */
export function rowSentences({ row, state, problems, flags }: ComparedRow, words: Words): RowSentence[] {
  const { t, locale } = words
  const ofNumber = (why: string) => [{ column: headerOf('number', locale), cell: row.number, why }]
  if (state === 'out' || state === 'unchanged') return []
  if (state === 'unknown')
    return ofNumber(
      row.number === ''
        ? t('followUpTable.noNumber')
        : t('followUpTable.unknownNumber', { number: row.number }),
    )
  return [
    ...(state === 'twice' ? ofNumber(t('followUpTable.twiceWhy')) : []),
    ...problems.map((problem) => ({
      column: headerOf(problem.column, locale),
      cell: problem.cell,
      why: problemText(problem, words),
    })),
    ...flags.map((flag) => ({
      column: headerOf(flag.field, locale),
      cell: row.cells[flag.field] ?? '',
      why: flagText(flag, words),
    })),
  ]
}
