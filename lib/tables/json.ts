import { cleaned } from './encoding.ts'
import type { TableLimits } from './limits.ts'
import { refuse, TableError } from './refusals.ts'
import type { Row } from './types.ts'

/** Lists within lists: more levels are nobody's table. */
const DEEPEST = 32

type Stretch = { start: number; end: number }

/** Whether a text begins as JSON does. */
export const looksLikeJson = (text: string): boolean =>
  /^\s{0,100}(?:\[\s{0,100}[[\]{"\d]|\{\s{0,100}["}])/.test(text)

/**
 * The list of objects in a JSON text: the text itself, or the one list of objects within an object. Throws a
 * TableError where there is none or several, or the text around it is no JSON.
 */
function findList(text: string): Stretch {
  const lists = listsIn(text)
  const [list] = lists
  if (!list) throw new TableError(refuse(isJson(text) ? 'no-list-in-json' : 'broken-json'))
  if (lists.length > 1) throw new TableError(refuse('several-lists-in-json'))
  if (!isJson(`${text.slice(0, list.start)}[]${text.slice(list.end)}`))
    throw new TableError(refuse('broken-json'))
  return list
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Every list whose first member is an object and that stands in no other list. */
function listsIn(text: string): Stretch[] {
  const found: Stretch[] = []
  const open: { sign: string; at: number }[] = []
  let list = -1
  for (const { sign, at } of signsOf(text, 0)) {
    if (sign === '[' || sign === '{') {
      if (list < 0 && sign === '{' && open.at(-1)?.sign === '[' && isFirst(text, open.at(-1)?.at ?? 0, at)) {
        list = open.length - 1
      }
      open.push({ sign, at })
      if (open.length > DEEPEST) throw new TableError(refuse('deep-json', { limit: DEEPEST }))
    } else {
      const opened = open.pop()
      if (open.length === list && opened) {
        found.push({ start: opened.at, end: at + 1 })
        list = -1
      }
    }
  }
  if (open.length > 0) throw new TableError(refuse('broken-json'))
  return found
}

const isFirst = (text: string, open: number, at: number): boolean => {
  for (let before = at - 1; before > open; before--) if (!/\s/.test(text.charAt(before))) return false
  return true
}

/** The brackets and braces of a text, those within strings left out. */
function* signsOf(text: string, from: number): Generator<{ sign: string; at: number }> {
  let isString = false
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isString) {
      if (unit === BACKSLASH) at++
      else if (unit === QUOTE) isString = false
    } else if (unit === QUOTE) isString = true
    else if (BRACKETS.has(unit)) yield { sign: text.charAt(at), at }
  }
}
const QUOTE = 0x22
const BACKSLASH = 0x5c
const BRACKETS = new Set([...'[]{}'].map((sign) => sign.charCodeAt(0)))

/** One object of the list, as paths (`a.b` for an object within an object) and the plain text of what stands there. */
type Record = Map<string, string>

/**
 * The objects of the list, one after the other, so that no more than one is held. Throws a TableError where one of
 * them is no valid JSON, or no object.
 */
function* recordsOf(text: string, list: Stretch): Generator<Record> {
  for (let at = list.start + 1; at < list.end; ) {
    const start = skipSpace(text, at)
    const end = endOfObject(text, start)
    yield flatten(parseObject(text.slice(start, end)))
    const after = skipSpace(text, end)
    if (after === list.end - 1) return
    if (text.charAt(after) !== ',' || text.charAt(skipSpace(text, after + 1)) !== '{') {
      throw new TableError(refuse('broken-json'))
    }
    at = after + 1
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/[ \t\n\r]/.test(text.charAt(at))) at++
  return at
}

function endOfObject(text: string, start: number): number {
  let depth = 0
  for (const { sign, at } of signsOf(text, start)) {
    depth += sign === '{' || sign === '[' ? 1 : -1
    if (depth === 0) return at + 1
  }
  throw new TableError(refuse('broken-json'))
}

/** Numbers keep the digits that they are written with: those beyond 2^53 would become others. */
function parseObject(text: string): object {
  try {
    const value = ODD_NUMBER.test(text) ? (JSON.parse as ParseWithSource)(text, asWritten) : JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Falls through: it is no JSON.
  }
  throw new TableError(refuse('broken-json'))
}
/** Looking at each member costs five times as much as parsing, and most numbers come back as they were. */
const ODD_NUMBER = /[:,[]\s{0,20}-?(?:\d{16}|\d{1,15}[.eE]|0)/
const asWritten = (_key: string, member: unknown, { source }: { source?: string }): unknown =>
  typeof member === 'number' ? (source ?? String(member)) : member
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown

function flatten(value: object, path = '', into: Record = new Map()): Record {
  for (const [key, member] of Object.entries(value)) {
    const name = cleaned(path === '' ? key : `${path}.${key}`)
    if (typeof member === 'object' && member !== null && !Array.isArray(member)) flatten(member, name, into)
    else into.set(name, plainText(member))
  }
  return into
}

/** A list of plain values becomes one text, as tables write several counties in one cell. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return cleaned(String(value))
  const isPlain = value.every((member) => typeof member !== 'object' || member === null)
  return cleaned(isPlain ? value.map((member) => String(member ?? '')).join('; ') : JSON.stringify(value))
}

/**
 * The rows of a JSON list: first the paths of all its objects as a header, row 0, and then each object by its number
 * in the list. Reads the list twice, since the last object may have a key that none before it has.
 */
export function* rowsOfJson(text: string, limits: TableLimits): Generator<Row> {
  const list = findList(text)
  const columns = columnsOf(text, list, limits)
  yield { sheet: null, row: 0, cells: [...columns.keys()] }
  let row = 0
  for (const record of recordsOf(text, list)) {
    const cells = new Array<string>(columns.size).fill('')
    for (const [path, value] of record) cells[columns.get(path) as number] = value
    yield { sheet: null, row: ++row, cells }
  }
}

/** The paths of all objects in the order in which they first appear, each with its index. */
function columnsOf(text: string, list: Stretch, limits: TableLimits): Map<string, number> {
  const columns = new Map<string, number>()
  let row = 0
  for (const record of recordsOf(text, list)) {
    row++
    for (const path of record.keys()) if (!columns.has(path)) columns.set(path, columns.size)
    if (columns.size > limits.columns) {
      throw new TableError(refuse('too-many-columns', { limit: limits.columns, row }))
    }
    if (row > limits.rows) throw new TableError(refuse('too-many-rows', { limit: limits.rows }))
  }
  return columns
}
