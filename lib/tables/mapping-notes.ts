import type { Sentence } from '../documents/parse/reading.ts'
import { targetOfHeader } from './header-words.ts'
import { isKronor, type MappedColumn } from './mapping.ts'
import type { Severity } from './problems.ts'
import type { TargetField } from './schema.ts'

/** Something to know of a mapping before anything is converted. */
export type MappingNote = { severity: Severity; message: Sentence }

/** What is missing in a mapping, twice in it, or taken for granted by it. */
export const notesOnMapping = (columns: MappedColumn[]): MappingNote[] => [
  ...missing(columns, ['name'], NO_NAME),
  ...missing(columns, ['diaryNumber', 'projectNumber'], NO_NUMBER),
  ...twice(columns),
  ...columns.filter(publishesPersons).map(personsPublished),
  ...columns.filter(isWithoutCurrency).map(assumedKronor),
  ...columns.filter(isOtherWithoutCurrency).map(namelessCurrency),
]

function missing(columns: MappedColumn[], targets: TargetField[], note: MappingNote): MappingNote[] {
  return columns.some(({ target }) => targets.includes(target)) ? [] : [note]
}

const NO_NAME: MappingNote = {
  severity: 'error',
  message: { sv: 'Ingen kolumn har insatsens namn.', en: 'No column has the name of the operation.' },
}
const NO_NUMBER: MappingNote = {
  severity: 'warning',
  message: {
    sv: 'Ingen kolumn har insatsens nummer. Utan det känns den inte säkert igen i nästa lista.',
    en: 'No column has the number of the operation. Without it, it is not surely recognised in the next list.',
  },
}

/** Targets that several columns may have without contradicting each other. */
const MANY = new Set<TargetField>(['unknown', 'ignore', 'private', 'otherAmount'])

function twice(columns: MappedColumn[]): MappingNote[] {
  const seen = new Map<TargetField, MappedColumn>()
  return columns.flatMap((column) => {
    const first = seen.get(column.target)
    seen.set(column.target, first ?? column)
    return first && !MANY.has(column.target) ? [sameTarget(first, column)] : []
  })
}

const sameTarget = (first: MappedColumn, second: MappedColumn): MappingNote => ({
  severity: 'warning',
  message: {
    sv: `”${first.header}” och ”${second.header}” är samma fält. Båda behålls, som två uppgifter om samma sak.`,
    en: `“${first.header}” and “${second.header}” are the same field. Both are kept, as two statements of one thing.`,
  },
})

/** A header of contacts over a column that is to be kept. */
const publishesPersons = ({ header, target }: MappedColumn): boolean =>
  target !== 'private' && target !== 'ignore' && targetOfHeader(header) === 'private'

const personsPublished = ({ header }: MappedColumn): MappingNote => ({
  severity: 'warning',
  message: {
    sv: `”${header}” brukar vara uppgifter om personer. Det som kolumnen säger blir offentligt.`,
    en: `“${header}” is usually about persons. What the column says becomes public.`,
  },
})

const isWithoutCurrency = ({ target, format }: MappedColumn): boolean =>
  isKronor(target) && format.currency === null

const assumedKronor = ({ header }: MappedColumn): MappingNote => ({
  severity: 'info',
  message: {
    sv: `Vilken valuta ”${header}” är i sägs inte. Kronor antas.`,
    en: `The currency of “${header}” is not said. Kronor are assumed.`,
  },
})

const isOtherWithoutCurrency = ({ target, format }: MappedColumn): boolean =>
  target === 'otherAmount' && (format.currency === null || format.currency === 'SEK')

const namelessCurrency = ({ header }: MappedColumn): MappingNote => ({
  severity: 'error',
  message: {
    sv: `”${header}” är ett belopp i en annan valuta. Välj vilken.`,
    en: `“${header}” is an amount in another currency. Choose which.`,
  },
})
