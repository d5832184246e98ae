import type { Span } from '../source.ts'
import { rawAt } from '../source.ts'
import type { Partners } from '../types.ts'
import { COUNT_WORDS, toCount } from '../values/count.ts'
import { looksLikeUnit } from '../values/organisation.ts'

const INCOMPLETE = /,? ?(?:med flera|m\.? ?fl\.?|bland andra|bl\.? ?a\.?)\.?$/i
// Verbs that make the text a sentence about partners rather than a list of them.
const VERB =
  / (?:omfattar|äger|ägs|är|ska|kommer|samverkar|deltar|medverkar|har|består|ingår|genomförs|bidrar|finns|sker|arbetar|planeras) /i
// Words that go on with a list: "Dessutom med X", "samt Y".
const GOES_ON = /(?:\. |^)(?:Dessutom|Även|Också)(?: \p{Ll}+)? med /gu

/** Reads the partners of an entry: a list of names where the text is one, or else prose that is kept as it is. */
export function readPartners(span: Span): Partners {
  const text = span.text.replace(/\.$/, '')
  const incomplete = INCOMPLETE.test(text) || /^(?:bland andra|bl\.? ?a\.?) /i.test(text)
  const list = text.replace(INCOMPLETE, '').replace(/^(?:bland andra|bl\.? ?a\.?) /i, '')
  return { raw: rawAt(span.source, span.place), place: span.place, names: namesIn(list), incomplete }
}

/** The names of a list; nothing when it is prose. */
export function namesIn(list: string): string[] | null {
  if (VERB.test(` ${list} `) || /^(?:Intern|Extern|Nära|Bred)\p{Ll}* samverkan/u.test(list)) return null
  const names = splitList(list.replace(GOES_ON, '. '))
  const all = names.every((name) => /^(?:\p{Lu}|\d|[a-z]\p{Lu})/u.test(name) && name.length <= 120)
  return all && names.length > 0 ? names : null
}

function splitList(list: string): string[] {
  return list
    .split(/\. (?=\p{Lu})|; /u)
    .flatMap((sentence) => {
      const parts = splitOutsideParentheses(sentence)
      const last = parts.pop() ?? ''
      return [...parts, ...splitLast(last, parts.length > 0)].map((name) =>
        name.replace(/^(?:och|samt) |[.,]$/g, '').trim(),
      )
    })
    .filter(Boolean)
}

/** Commas and "samt" part names, but not within "(OFF, SFI)". */
function splitOutsideParentheses(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const piece of text.split(/([(),]| samt )/)) {
    if (piece === '(') depth++
    if (piece === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && (piece === ',' || piece === ' samt ')) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts.map((part) => part.trim()).filter(Boolean)
}

/** "och" parts the last two of a list, or two names that are whole by themselves. */
function splitLast(text: string, afterComma: boolean): string[] {
  const at = text.lastIndexOf(' och ')
  if (at < 0) return [text]
  const [left, right] = [text.slice(0, at), text.slice(at + 5)]
  if (!/^\p{Lu}/u.test(right) || /-$/.test(left)) return [text]
  // "Stockholms stads Arbetsmarknadsförvaltning och Utbildningsförvaltning": both belong to the city.
  const sharesOwner = /s \p{Lu}?\p{Ll}+$/u.test(left) && looksLikeUnit(right) && looksLikeUnit(left)
  return sharesOwner && !afterComma ? [text] : [left, right]
}

const WITH = /(?:tillsammans|i samverkan|i samarbete) med (?:de )?(.+)$/
const COUNTED = new RegExp(`^(${COUNT_WORDS})(?: |$)`, 'i')

/** What the words between a project and its amount say of partners: "tillsammans med Unionen", "med 11 parter". */
export function partnersWith(words: string): { count: number } | { text: string; from: number } | undefined {
  const match = WITH.exec(words)
  const text = match?.[1]?.replace(/,? ?$/, '')
  if (!match || !text) return undefined
  const count = toCount(COUNTED.exec(text)?.[1] ?? '')
  return count === undefined ? { text, from: words.indexOf(text, match.index) } : { count }
}

/** How many partners a text begins by counting: "8 Samordningsförbunden i länet". */
export const countAtStart = (text: string): number | undefined => toCount(COUNTED.exec(text)?.[1] ?? '')

/** How many municipalities a text counts up after the word: "kommunerna Botkyrka, Danderyd och Österåker". */
export function municipalitiesIn(text: string): number | undefined {
  const list = /\bkommunerna (\p{Lu}[^.]*)/u.exec(text)?.[1]
  const names = list?.split(/, | och /).filter((name) => /^\p{Lu}/u.test(name))
  return names && names.length > 1 ? names.length : undefined
}
