import type { Place, Span } from './source.ts'
import { rawAt } from './source.ts'

/** One thought in both languages of the interface. */
export type Sentence = { sv: string; en: string }

/** What the source says, word for word, and what it means. */
type Read<Value> = {
  state: 'read'
  raw: string
  /** `null` when the words are known to say nothing, as "Total Kostnader: 0" does. */
  value: Value | null
  place: Place
  /** The step to which the source rounded an amount, in kronor; 1 is exact. */
  precision?: number
  /** "ca", "drygt": the source itself says that the number is not exact. */
  qualifier?: string
  /** The standard code of the value, where it has one: a region's NUTS 2 code. */
  code?: string
}
/** The label is there and nothing stands by it, or a dash that says so. */
export type Empty = { state: 'empty'; raw: string; value: null; place: Place }
/** Something stands there that cannot be what the label promises. */
type Unreadable = { state: 'unreadable'; raw: string; value: null; place: Place; problem: Sentence }
/** The document has no such label. In a set of fields an absent one is a missing key. */
type Absent = { state: 'absent' }

export type Reading<Value> = Read<Value> | Empty | Unreadable

/** What a value's own reader answers: the meaning of the words, or why they have none. */
export type Meaning<Value> =
  | { value: Value | null; precision?: number; qualifier?: string; code?: string }
  | { problem: Sentence }
export type Reader<Value> = (text: string) => Meaning<Value>

/** A field's reading, absent ones too: what the page says of it, or that it says nothing. */
export const readingOf = <Fields, Key extends keyof Fields>(
  fields: Fields,
  key: Key,
): NonNullable<Fields[Key]> | Absent => fields[key] ?? { state: 'absent' }

/** Reads a span with a value's reader and keeps the words and their place. */
export function read<Value>(span: Span, reader: Reader<Value>): Reading<Value> {
  const raw = rawAt(span.source, span.place)
  if (span.text === '') return empty(span.place.start)
  if (/^[-–—]+$/.test(span.text)) return { state: 'empty', raw, value: null, place: span.place }
  const meaning = reader(span.text)
  if ('problem' in meaning) {
    return { state: 'unreadable', raw, value: null, place: span.place, problem: meaning.problem }
  }
  return { state: 'read', raw, place: span.place, ...meaning }
}

/** The reading of a label without a value; the place is where the value would have begun. */
export const empty = (at: number): Empty => ({
  state: 'empty',
  raw: '',
  value: null,
  place: { start: at, end: at },
})

/** The value of a reading that has one. */
export const valueIn = <Value>(reading: Reading<Value> | undefined): Value | undefined =>
  reading?.state === 'read' ? (reading.value ?? undefined) : undefined
