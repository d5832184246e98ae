import type { Place } from '../parse/source.ts'

// "@", and what people write for it: "(at)", "[at]", " snabel-a ". The bracketed forms come first, "[@]" is one.
const SIGN = /\s{0,2}[([{<]\s?(?:at|@|snabel-?a)\s?[)\]}>]\s{0,2}|\s{0,2}[@＠]\s{0,2}|\s(?:at|snabel-?a)\s/giu
const DOT = '\\.|\\s?[([{<]\\s?(?:dot|punkt|\\.)\\s?[)\\]}>]\\s?|\\s(?:dot|punkt)\\s'
const LABEL = '[\\p{L}\\p{M}\\p{N}_\\u00AD\\u200B-\\u200D\\u2060-]{1,63}'
const DOMAIN = new RegExp(`${LABEL}(?:(?:${DOT})${LABEL}){0,6}`, 'iuy')
const LOCAL = /[\p{L}\p{M}\p{N}._%+'’\u00AD\u200B-\u200D\u2060-]/u
const DOT_BEFORE = /(?:\s?[([{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|punkt)\s)$/i
const HAS_DOT = new RegExp(DOT, 'i')
const LONGEST_LOCAL = 200

/** Every e-mail address in a text, those too that are written so that machines would not find them. */
export function emailPlaces(text: string): Place[] {
  const places: Place[] = []
  for (const match of text.matchAll(SIGN)) {
    const start = localStart(text, match.index)
    const end = domainEnd(text, match.index + match[0].length)
    const address = { start: afterLabel(text, start, match.index), end }
    const [local, domain] = [text.slice(start, match.index), text.slice(match.index + match[0].length, end)]
    if (isAddress(local, match[0], domain)) places.push(address)
  }
  return places
}

function localStart(text: string, from: number): number {
  const floor = Math.max(0, from - LONGEST_LOCAL)
  let start = from
  for (let dots = 0; dots < 4; dots++) {
    while (start > floor && LOCAL.test(text.charAt(start - 1))) start--
    const dot = DOT_BEFORE.exec(text.slice(Math.max(floor, start - 12), start))
    // A dot in words joins two parts; with nothing on its left it is prose.
    if (!dot || start - dot[0].length <= floor || start === from) return start
    if (!LOCAL.test(text.charAt(start - dot[0].length - 1))) return start
    start -= dot[0].length
  }
  return start
}

function domainEnd(text: string, from: number): number {
  DOMAIN.lastIndex = from
  return from + (DOMAIN.exec(text)?.[0].length ?? 0)
}

/** Pages of 2007 glue the label to the address: "E-postkim@example.se". The label is nobody's secret. */
function afterLabel(text: string, start: number, end: number): number {
  const label = /^E-post(?:adress)?(?=[\p{L}\p{N}])/u.exec(text.slice(start, end))
  return start + (label?.[0].length ?? 0)
}

/** A sign with space around it may be prose ("5 st @ 100 kr", "Arbetsterapi (AT) är"): the domain must show its dot. */
function isAddress(local: string, sign: string, domain: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(local) || !/[\p{L}\p{N}]/u.test(domain)) return false
  const hasDot = HAS_DOT.test(domain) && !/^www\./i.test(domain)
  if (/^\sat\s$/i.test(sign)) return hasDot && HAS_DOT.test(local)
  return hasDot || !/\s/.test(sign)
}
