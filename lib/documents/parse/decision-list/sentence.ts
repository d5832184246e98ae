import { bulletLength } from '../description.ts'
import { type Reading, read } from '../reading.ts'
import type { Source, Span } from '../source.ts'
import { subSpan } from '../source.ts'
import type { AmountKind, Applicant } from '../types.ts'
import { type FoundAmount, findAmounts, readAmount } from '../values/amount.ts'
import { readText } from '../values/codes.ts'
import { onlyFundIn } from '../values/funds.ts'
import { looksLikeOrganisation, withoutGenitive } from '../values/organisation.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { isQuote, ownerSaidIn } from './one-line.ts'
import { namesIn, partnersWith } from './partners.ts'
import { splitTitle, titleOf } from './split-title.ts'

const GIVEN =
  '(?:får|fick|har fått|har beviljats|beviljas|beviljades|beviljats|tilldelas|tilldelades|erhåller|prioriteras)'
// Where the name, the applicant and the words between stand, before the amount. First match counts.
const BEFORE_AMOUNT: RegExp[] = [
  // X är ett projekt som Y ska driva, som får N
  new RegExp(
    `^(?<name>.{2,200}?) är (?:ett|en) (?:\\p{Ll}+ ){0,3}(?:projekt|förstudie) som (?<owner>.{2,120}?) (?:ska |kommer att )?(?:driva|driver|genomföra|genomför|leda|leder|äger|ansvarar för|står bakom|har)(?<between>[ ,].{0,120}?)?,? (?:som |och )${GIVEN}$`,
    'du',
  ),
  // X är Ys projekt tillsammans med Z, som får N
  new RegExp(
    `^(?<name>.{2,200}?) är (?<owners>[^,]{2,120}?) projekt(?<between>(?: |,).{0,200}?)?,? som ${GIVEN}$`,
    'du',
  ),
  // "X", ett projekt som drivs av Y, får N
  new RegExp(
    `^["”“](?<name>.{2,200}?)["”“],? (?:ett|en) (?:\\p{Ll}+ )?(?:projekt|förstudie) som (?:drivs|ägs|leds|genomförs) av (?<owner>.{2,120}?),? ${GIVEN}$`,
    'du',
  ),
  // "X", som Y äger, får N
  new RegExp(
    `^(?:Projektet )?(?<name>["”“\\p{Lu}\\d].{1,200}?),? som (?<owner>\\p{Lu}.{1,120}?) (?:äger|driver|leder|ansvarar för|är projektägare för),? ${GIVEN}$`,
    'du',
  ),
  // Projektet X med Y som projektägare får N
  new RegExp(
    `^(?:Projektet )?(?<name>["”“\\p{Lu}\\d].{1,200}?),? med (?<owner>\\p{Lu}.{1,120}?) som (?:projektägare|sökande|ägare),? ${GIVEN}$`,
    'du',
  ),
  // X, projektägare Y, beviljas N
  new RegExp(
    `^(?<name>["”“\\p{Lu}\\d].{1,200}?), (?:projektägare|sökande) (?<owner>\\p{Lu}.{1,120}?),? ${GIVEN}$`,
    'du',
  ),
  // X, som drivs av Y, får N
  new RegExp(
    `^(?:Projektet )?(?<name>.{2,200}?), som (?:drivs|ägs|leds|genomförs) av (?<owner>.{2,120}?), ${GIVEN}$`,
    'du',
  ),
  // Ys projekt X får N
  new RegExp(
    `^(?<owners>\\p{Lu}[^,]{1,120}?) projekt (?<name>["”“\\p{Lu}\\d].{1,200}?),? (?:som )?${GIVEN}$`,
    'du',
  ),
  // Projektet X får N
  new RegExp(`^Projekt(?:et)? (?<name>["”“\\p{Lu}\\d].{1,200}?),? ${GIVEN}$`, 'du'),
  // X: Y fick N
  new RegExp(
    `^(?<name>["”“\\p{Lu}\\d][^:,]{1,120}(?<! är| märks|följande)): (?<owner>\\p{Lu}[^:]{2,150}?) ${GIVEN}$`,
    'du',
  ),
]
// X, Y, beviljas N
const NAME_AND_OWNER = new RegExp(`^(.{4,300}?),? (?:har )?${GIVEN}$`, 'u')
// Y får N miljoner kronor i stöd till projektet X
const TO_PROJECT =
  /^(?: i (?:EU-)?(?:stöd|bidrag|medel))?(?: (?:från|ur|av) .{2,80}?)? (?:till|för) (?:sitt |sina |det |genomförandet av )?(?:projekt(?:et)?|förstudien?) (?<name>["”“\p{Lu}\d].{1,200}?)(?=[”"]?(?:\. |\.$|$|, (?:som|där|med|i samverkan|tillsammans)|\sdär\s|\stillsammans med))/du
const OWNER_FIRST = new RegExp(`^(?<owner>\\p{Lu}.{1,150}?),? ${GIVEN}$`, 'du')

const ENDS_GIVEN = new RegExp(`(?:${GIVEN}|får|fått)$`)

const HEDGE =
  /(?:,? (?:ca|cirka|drygt|nästan|närmare|knappt|över|strax över|omkring|runt|upp till|högst|max|totalt|tillsammans|sammanlagt)){0,2}$/i

/**
 * Reads an entry told in a sentence: "X är Ys projekt som får N miljoner kronor", "Y får N kronor till projektet X".
 * The sentence may stand on a bullet, right under a bullet with the project's name, or in a paragraph of its own.
 */
export function readSentence(source: Source, index: number): Draft | undefined {
  const line = source.lines[index]
  if (!line || line.text.length > 5000 || isQuote(line.text)) return undefined
  const own = readSentenceIn(titleOf(source, line))
  if (own) return withFurther(index, own)
  const below = bulletLength(line.text) > 0 && line.text.length <= 250 ? source.lines[index + 1] : undefined
  if (!below || bulletLength(below.text) > 0 || findAmounts(line.text).length > 0) return undefined
  const found = readSentenceIn(titleOf(source, below))
  if (!found) return undefined
  return draftOf(index, index + 1, { ...found, name: titleOf(source, line) })
}

/** Reads the further grants that a paragraph tells of after its first: "Y får N kronor till projektet X." */
function withFurther(index: number, told: Told): Draft {
  const { rest } = told
  const amount = rest && findAmounts(rest.text)[0]
  if (!rest || !amount) return draftOf(index, index, told)
  const sentence = sentenceAt(rest, amount.start)
  const next = readOneSentence(sentence, findAmounts(sentence.text)[0] as FoundAmount)
  // Only where the project is named after its sum is it another one, and not a figure about this one.
  if (!next?.applicant || next.name.place.start < next.amount.place.start) return draftOf(index, index, told)
  const before = subSpan(rest, 0, rest.text.length - sentence.text.length)
  const { more = [], ...further } = withFurther(index, next)
  const draft = draftOf(index, index, { ...told, rest: before.text ? before : undefined })
  return { ...draft, more: [further, ...more] }
}

/** What every wording gives: the sum and what stands after it. */
type Facts = Pick<Told, 'amount' | 'amountKind' | 'fund' | 'rest'>

type Told = {
  name: Span
  applicant: Span | undefined
  amount: Span
  amountKind: AmountKind
  between: Span | undefined
  fund: string | undefined
  rest: Span | undefined
}

function readSentenceIn(text: Span): Told | undefined {
  const first = findAmounts(text.text)[0]
  if (!first) return undefined
  const sentence = sentenceAt(text, first.start)
  return readOneSentence(sentence, findAmounts(sentence.text)[0] as FoundAmount)
}

/** From the beginning of the sentence that holds a character to the end of the text. */
function sentenceAt(text: Span, at: number): Span {
  const ends = [...text.text.slice(0, at).matchAll(/(?<!\b\p{L})[.!?] (?=["”“]?\p{Lu})/gu)]
  const last = ends.at(-1)
  return last ? subSpan(text, last.index + 2, text.text.length) : text
}

// Till Y går N för projektet X
const GOES_TO = /^(?:Till )(?<owner>\p{Lu}.{1,150}?) går$/du
// N går till Ys projekt X
const GOES_TO_PROJECT =
  /^ går till (?<owners>\p{Lu}[^,]{1,120}?) projekt (?<name>["”“\p{Lu}\d].{1,200}?)(?=\.$|$|\. \p{Lu})/du
// Dessutom får Y N till projektet X
const TURNED = /^(?:\p{Lu}\p{Ll}+ )?(?:får|beviljas|tilldelas) (?<owner>\p{Lu}.{1,150}?)$/du

/** Sentences that begin with something else than the project or its owner. */
function readTurned(text: Span, amount: FoundAmount, before: string, told: Facts): Told | undefined {
  const going = before === '' ? GOES_TO_PROJECT.exec(text.text.slice(amount.end))?.indices?.groups : undefined
  const shifted = (place: [number, number] | undefined): [number, number] | undefined =>
    place && [place[0] + amount.end, place[1] + amount.end]
  const name = shifted(going?.name)
  if (name)
    return {
      ...told,
      name: subSpan(text, ...name),
      applicant: ownerOf(text, shifted(going?.owners)),
      between: undefined,
    }
  const owner = (GOES_TO.exec(before) ?? TURNED.exec(before))?.indices?.groups?.owner
  const named = owner && shifted(TO_PROJECT.exec(text.text.slice(amount.end))?.indices?.groups?.name)
  if (!owner || !named) return undefined
  return { ...told, name: subSpan(text, ...named), applicant: subSpan(text, ...owner), between: undefined }
}

function readOneSentence(text: Span, amount: FoundAmount): Told | undefined {
  const before = text.text.slice(0, amount.start).trimEnd().replace(HEDGE, '')
  // Every wording ends with the verb; the patterns are tried only then, and never on a page-long sentence.
  if (before.length > 700) return undefined
  const amountSpan = subSpan(text, amount.start, amount.end)
  const amountKind = /prioriteras$/.test(before) ? 'prioritised' : 'awarded'
  const told = { amount: amountSpan, amountKind, ...restOf(text, amount) } as const
  const turned = readTurned(text, amount, before, told)
  if (turned || !ENDS_GIVEN.test(before.slice(-20))) return turned
  for (const pattern of BEFORE_AMOUNT) {
    const groups = pattern.exec(before)?.indices?.groups
    if (groups?.name) {
      const at = (place: [number, number] | undefined) => place && subSpan(text, ...place)
      return {
        ...told,
        name: at(groups.name) as Span,
        applicant: at(groups.owner) ?? ownerOf(text, groups.owners),
        between: at(groups.between),
      }
    }
  }
  return readOwnerFirst(text, amount, before, told) ?? readNameAndOwner(text, before, told)
}

/** "X, Y, beviljas N kr för att ...": a name and an applicant, as on a line of their own. */
function readNameAndOwner(text: Span, before: string, told: Facts): Told | undefined {
  const words = NAME_AND_OWNER.exec(before)?.[1]
  if (!words || / (?:som|är) /.test(words)) return undefined
  const { name, applicant } = splitTitle(subSpan(text, 0, words.length))
  const isSure = applicant && !applicant.text.startsWith('Projekt')
  return isSure && /, /.test(words) ? { ...told, name, applicant, between: undefined } : undefined
}

function readOwnerFirst(text: Span, amount: FoundAmount, before: string, told: Facts): Told | undefined {
  const owner = OWNER_FIRST.exec(before)?.indices?.groups?.owner
  const name = TO_PROJECT.exec(text.text.slice(amount.end))?.indices?.groups?.name
  if (!owner || !name) return undefined
  const nameSpan = subSpan(text, amount.end + name[0], amount.end + name[1])
  // "X, Y beviljades N till projektet X" names the project twice.
  const twice = text.text.slice(...owner).startsWith(`${nameSpan.text}, `) ? nameSpan.text.length + 2 : 0
  return { ...told, name: nameSpan, applicant: subSpan(text, owner[0] + twice, owner[1]), between: undefined }
}

/**
 * The organisation in "Almega tjänsteföretagens partsgemensamma projekt": up to the genitive, without its s.
 * Adjectives may stand between it and the project.
 */
function ownerOf(text: Span, owners: [number, number] | undefined): Span | undefined {
  if (!owners) return undefined
  const words = text.text.slice(...owners).split(' ')
  const last = words.findLastIndex((word) => /[sxz][’']?$/i.test(word))
  const genitive = words.slice(0, last + 1).join(' ')
  if (last < 0) return subSpan(text, ...owners)
  return subSpan(text, owners[0], owners[0] + withoutGenitive(genitive).length)
}

/** What the sentence says after the amount: the fund it names, and everything after its end. */
function restOf(text: Span, amount: FoundAmount): { fund: string | undefined; rest: Span | undefined } {
  const end = /(?:[.!?](?= \p{Lu})|[.!?]?$)/u.exec(text.text.slice(amount.end))
  const at = amount.end + (end ? end.index + end[0].length : 0)
  const rest = subSpan(text, at, text.text.length)
  return { fund: onlyFundIn(text.text.slice(amount.end, at)), rest: rest.text ? rest : undefined }
}

function draftOf(first: number, last: number, told: Told): Draft {
  const item = emptyItem()
  const { name, applicant } = told.applicant ? told : withOwner(told)
  item.name = read(unquoted(name), readText)
  if (applicant) item.applicant = readOwner(applicant)
  item.amount = read(told.amount, readAmount)
  item.amountKind = told.amountKind
  item.fund = told.fund ?? null
  const partners = told.between && partnersWith(told.between.text)
  if (partners && 'count' in partners) item.partnerCount = partners.count
  if (partners && 'text' in partners && told.between) {
    const span = subSpan(told.between, partners.from, partners.from + partners.text.length)
    item.partners = { raw: span.text, place: span.place, names: namesIn(span.text), incomplete: false }
  }
  return {
    layout: 'bulleted-prose',
    first,
    last,
    item,
    prose: told.rest ? [told.rest] : [],
    describedBelow: true,
  }
}

/** Where the sentence names no owner: the name may hold one, "X (Y)", or the next sentence says who it is. */
function withOwner({ name, rest }: Told): { name: Span; applicant: Span | undefined } {
  const said = rest && ownerSaidIn(rest)
  if (said) return { name, applicant: said }
  const parts = splitTitle(name)
  const isOwner = parts.applicant && looksLikeOrganisation(parts.applicant.text)
  return isOwner ? parts : { name, applicant: undefined }
}

/** "Region Dalarna tillsammans med Y" applies as Region Dalarna. */
function readOwner(span: Span): Reading<Applicant> {
  const alone = span.text.replace(/ (?:tillsammans|i samverkan|i samarbete) med .*$/, '')
  return read(subSpan(span, 0, alone.length), readApplicant)
}

function unquoted(span: Span): Span {
  const from = /^["”“]/.test(span.text) ? 1 : 0
  const to = /["”“]$/.test(span.text) ? span.text.length - 1 : span.text.length
  return subSpan(span, from, to)
}

const GIVES = new RegExp(`(?<!\\p{L})${GIVEN}(?!\\p{L})`, 'u')

/** Whether a line says that somebody is given something. */
export const tellsOfGrant = (text: string): boolean => GIVES.test(text)
