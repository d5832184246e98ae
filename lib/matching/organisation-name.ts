import { looksLikeUnit } from '../documents/parse/values/organisation.ts'
import { distance } from '../projects/search/distance.ts'

/** What the name of an organisation says of it: what kind of body, which place, which unit, which words. */
export type NamedOrganisation = {
  /** A municipality, a region (or the county council that it was), or any other. */
  kind: 'municipality' | 'region' | 'other'
  /** Of a municipality and a region, in small letters, without the genitive's s. */
  place: string | null
  /** The legal form, or the word that stands for one: "ab", "stiftelse". */
  form: string | null
  /** The words that tell it from others, in small letters and in order. An abbreviation keeps its full stop. */
  words: string[]
  /** A part of the organisation, as a key. */
  unit: string | null
  /** Which came first where there is a unit. */
  unitFirst: boolean
  /** The capitals of a name that is nothing else: "SKR". */
  initials: string | null
}

/** A name is compared with many: what it says is kept. */
const read = new Map<string, NamedOrganisation>()
const MOST_READ = 50_000

/** Takes a name apart. Pure. */
export function readOrganisationName(name: string): NamedOrganisation {
  const known = read.get(name)
  if (known) return known
  if (read.size >= MOST_READ) read.clear()
  const made = takeApart(name)
  read.set(name, made)
  return made
}

function takeApart(name: string): NamedOrganisation {
  const { head, unit, unitFirst } = withoutUnit(name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  const { words, form } = withoutForm(wordsIn(head))
  // A foundation of a town is no town.
  const body = form === null ? (municipalityIn(words) ?? regionIn(words)) : null
  return {
    kind: body?.kind ?? 'other',
    place: body?.place ?? null,
    form,
    words: words.filter((word) => !SMALL_WORDS.has(word)),
    unit,
    unitFirst,
    initials: /^\p{Lu}{3,6}$/u.test(head) ? head.toLowerCase() : null,
  }
}

/** Words that names are written with and without. */
const SMALL_WORDS = new Set(['i', 'för', 'av', 'och', 'på', 'till', 'the', 'of', 'publ'])

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('&', ' och ')
    .match(/[\p{L}\p{N}+]+\.?/gu) ?? []

/** "Stockholms stad, Arbetsmarknadsförvaltningen", in either order; "Sala kommuns Arbetsmarknadsenhet". */
function withoutUnit(name: string): { head: string; unit: string | null; unitFirst: boolean } {
  const spoken = name.replace(/\(([^()]*)\)/g, (_, inner: string) =>
    looksLikeUnit(inner) ? `, ${inner}` : ' ',
  )
  const [, body = '', rest = ''] = /^(.+? (?:kommun|stad)s?) (?![-–,])(.+)$/iu.exec(spoken) ?? []
  const parts = (looksLikeUnit(rest) ? [body, rest] : spoken.split(/,| [-–] /)).map((part) => part.trim())
  const units = parts.filter(looksLikeUnit)
  const heads = parts.filter((part) => part !== '' && !looksLikeUnit(part))
  if (units.length === 0 || heads.length === 0) return { head: spoken, unit: null, unitFirst: false }
  const unit = units.map((part) => wordsIn(part).join(' ')).join(', ')
  return { head: heads.join(', '), unit, unitFirst: looksLikeUnit(parts[0] ?? '') }
}

/** Legal forms as they are written. Two that differ are two bodies. */
const FORMS: [string, string][] = [
  ['ekonomisk förening', 'ekonomisk förening'],
  ['ekonomiska föreningen', 'ekonomisk förening'],
  ['ek. för.', 'ekonomisk förening'],
  ['ek för', 'ekonomisk förening'],
  ['ek. förening', 'ekonomisk förening'],
  ['ideell förening', 'förening'],
  ['ideella föreningen', 'förening'],
  ['föreningen', 'förening'],
  ['stiftelsen', 'stiftelse'],
  ['stiftelse', 'stiftelse'],
  ['aktiebolaget', 'ab'],
  ['aktiebolag', 'ab'],
  ['ab', 'ab'],
  ['handelsbolag', 'hb'],
  ['hb', 'hb'],
  ['kommanditbolag', 'kb'],
  ['kb', 'kb'],
  ['studieförbundet', 'studieförbund'],
]

/** The form stands first or last: in the middle of a name it is a word like others. */
function withoutForm(words: string[]): { words: string[]; form: string | null } {
  for (const [written, form] of FORMS) {
    const parts = written.split(' ')
    const rest = words.length - parts.length
    if (rest < 1) continue
    // "Stiftelsen för Mora kommun" is no other name of the municipality.
    const isOfAnother = OF_ANOTHER.has(words[parts.length] ?? '')
    if (words.slice(0, parts.length).join(' ') === written && !isOfAnother)
      return { words: words.slice(parts.length), form }
    if (words.slice(rest).join(' ') === written) return { words: words.slice(0, rest), form }
  }
  return { words, form: null }
}

const OF_ANOTHER = new Set(['för', 'till', 'vid', 'mot'])

type Body = { kind: 'municipality' | 'region'; place: string }

/** "Stockholms stad", "STOCKHOLMS KOMMUN", "Höörs kommun", "Kommunen Sala". */
function municipalityIn(words: readonly string[]): Body | null {
  const [first, ...rest] = words
  const last = words.at(-1)
  if (words.length < 2 || words.length > 4) return null
  if (
    last === 'stad' ||
    last === 'stads' ||
    last === 'kommuns' ||
    (last?.startsWith('k') && distance(last, 'kommun') <= 1)
  )
    return { kind: 'municipality', place: nominative(words.slice(0, -1).join(' ')) }
  return first === 'kommunen' ? { kind: 'municipality', place: nominative(rest.join(' ')) } : null
}

/** A county council is called a region since 2019. */
function regionIn(words: readonly string[]): Body | null {
  const text = words.join(' ')
  const [, place] =
    /^region (.+?)(?: län)?$/u.exec(text) ??
    /^(.+?) läns landsting$/u.exec(text) ??
    /^landstinget (?:i )?(.+?)(?: län)?$/u.exec(text) ??
    /^(.+? .*?)regionen$/u.exec(text) ??
    []
  if (!place) return null
  const plain = nominative(place)
  return { kind: 'region', place: COUNTIES[plain] ?? plain }
}

/** Counties that go by two names. */
const COUNTIES: Readonly<Record<string, string>> = {
  sörmland: 'södermanland',
  'jämtland härjedalen': 'jämtland',
}

/** A place without the genitive's s, which nobody can tell from a name that ends so: both are compared without. */
const nominative = (place: string): string => place.replace(/s$/u, '')
