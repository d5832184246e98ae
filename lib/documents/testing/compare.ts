type Json = unknown

/** What an expected file says about one key, and whether the reading agrees. */
export type Verdict = { path: string; ok: boolean; expected: Json; found: Json }

// Keys that speak about a reading and are no keys of it, and a key that is only a hint.
const ABOUT = new Set([
  'absent',
  'notContent',
  'notAmounts',
  'noWarnings',
  'mustNotMatch',
  'derived',
  'layout',
])

/**
 * Compares a reading with a hand-read file, key by key: every key in the file must be equal in the reading, which may
 * have more. Warnings count by code and field. What the file says must not be there is looked for, too.
 */
export function compare(expected: Json, found: Json, path = ''): Verdict[] {
  if (Array.isArray(expected)) return compareLists(expected, found, path)
  if (expected === null || typeof expected !== 'object') {
    return [{ path, ok: sameScalar(path, expected, found), expected, found }]
  }
  const keys = Object.entries(expected).filter(([key]) => !ABOUT.has(key))
  const verdicts = keys.flatMap(([key, value]) =>
    compare(value, valueAt(found, key), path ? `${path}.${key}` : key),
  )
  return [...verdicts, ...compareAbsences(expected as Record<string, Json>, found, path)]
}

const valueAt = (value: Json, key: string): Json =>
  value !== null && typeof value === 'object' ? (value as Record<string, Json>)[key] : undefined

function sameScalar(path: string, expected: Json, found: Json): boolean {
  if (path.endsWith('.startsWith')) return typeof found === 'string' && found.startsWith(String(expected))
  if (path.endsWith('.endsWith')) return typeof found === 'string' && found.endsWith(String(expected))
  return expected === found
}

function compareLists(expected: Json[], found: Json, path: string): Verdict[] {
  const list = Array.isArray(found) ? found : []
  if (path.endsWith('warnings'))
    return expected.map((warning, index) => compareWarning(warning, list, `${path}[${index}]`))
  const length: Verdict = {
    path: `${path}.length`,
    ok: list.length === expected.length,
    expected: expected.length,
    found: list.length,
  }
  return [length, ...expected.flatMap((value, index) => compare(value, list[index], `${path}[${index}]`))]
}

function compareWarning(expected: Json, list: Json[], path: string): Verdict {
  const field = valueAt(expected, 'field')
  const match = list.find(
    (warning) =>
      valueAt(warning, 'code') === valueAt(expected, 'code') &&
      (field === undefined || valueAt(warning, 'field') === field),
  )
  return {
    path,
    ok: match !== undefined,
    expected,
    found: match ?? list.map((warning) => valueAt(warning, 'code')),
  }
}

/** Absent labels are no keys of `fields`; boilerplate and foreign sums stand nowhere in the reading. */
function compareAbsences(expected: Record<string, Json>, found: Json, path: string): Verdict[] {
  const at = (key: string) => (path ? `${path}.${key}` : key)
  const words = JSON.stringify(found) ?? ''
  const amounts = [...words.matchAll(/"amount":\{[^}]*?"raw":"([^"]*)"/g)].map((match) => match[1] ?? '')
  const list = (key: string) => (Array.isArray(expected[key]) ? expected[key] : [])
  return [
    ...list('absent').map((key) =>
      verdict(`${at('absent')}.${key}`, valueAt(valueAt(found, 'fields'), String(key)) === undefined),
    ),
    ...list('notContent').map((text) =>
      verdict(`${at('notContent')}.${text}`, !words.includes(String(text))),
    ),
    ...list('noWarnings').map((code) =>
      verdict(`${at('noWarnings')}.${code}`, !words.includes(`"code":"${code}"`)),
    ),
    ...list('notAmounts').map((sum) => verdict(`${at('notAmounts')}.${sum}`, !amounts.includes(String(sum)))),
  ]
}

const verdict = (path: string, ok: boolean): Verdict => ({
  path,
  ok,
  expected: 'nothing',
  found: ok ? 'nothing' : 'something',
})
