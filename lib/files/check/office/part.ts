import type { FileRefusalCode } from '../../refusals.ts'
import { fieldsReachOut, formulaReachesOut } from './formulas.ts'
import { isElsewhere } from './relationships.ts'
import { type Attributes, goThrough, valuesOf } from './xml.ts'

const FETCHING = new Set(
  [
    'ddeLink',
    'ddeItem',
    'oleLink',
    'externalBook',
    'connection',
    'queryTable',
    'mailMerge',
    'webextension',
  ].map((name) => name.toLowerCase()),
)
/** What a person clicks on: these may name what lies outside. */
const LINKS = new Set(['hyperlink', 'hlinkclick', 'hlinkhover', 'hlinkmouseover'])
/** Pictures of the older kind say where they lie without a relationship, too. */
const PICTURES = new Set(['imagedata', 'fill', 'stroke', 'image', 'feimage', 'use'])
const FORMULAS = /^(?:f|\w*formula\d?|definedName)$/i

/**
 * Why a part in XML does not pass; undefined where it does. `outside`: the ids of what lies outside of the package, which
 * nothing but a link may name.
 */
export function problemOfPart(xml: string, outside: ReadonlySet<string>): FileRefusalCode | undefined {
  const pieces: (string | null)[] = []
  const open: string[] = []
  let problem: FileRefusalCode | undefined
  let formula = ''
  const isGood = goThrough(xml, {
    open(name, attributes) {
      open.push(name)
      problem ??= problemOfElement(name.toLowerCase(), attributes, outside)
      if (name === 'fldChar') pieces.push(null)
      if (name === 'fldSimple') pieces.push(null, ...valuesOf(attributes, 'instr'), null)
      if (FORMULAS.test(name)) formula = ''
    },
    close(name) {
      open.pop()
      if (FORMULAS.test(name) && formulaReachesOut(formula)) problem ??= 'reachesOut'
    },
    text(words) {
      const within = open.at(-1) ?? ''
      if (within === 'instrText' || within === 'delInstrText') pieces.push(words)
      if (FORMULAS.test(within)) formula += words
    },
    instruction(words) {
      if (/^<\?xml-stylesheet\b/i.test(words)) problem ??= 'reachesOut'
    },
  })
  if (!isGood) return 'broken'
  return problem ?? (fieldsReachOut(pieces) ? 'reachesOut' : undefined)
}

function problemOfElement(
  name: string,
  attributes: Attributes,
  outside: ReadonlySet<string>,
): FileRefusalCode | undefined {
  if (name === 'altchunk') return 'embedded'
  // Of a drawing (SVG): it would be another program that runs it.
  if (name === 'script' || name === 'foreignobject') return 'macros'
  const isLinked = name === 'oleobject' && valuesOf(attributes, 'Type').some((type) => /^link$/i.test(type))
  const namesMacro =
    name === 'definedname' &&
    attributes.some(
      ([key, value]) =>
        (/^(?:xlm|vbProcedure)$/.test(key) && /^(?:1|true)$/.test(value)) ||
        (key === 'name' && /^(?:_xlnm\.)?Auto_(?:Open|Close|Activate|Deactivate)/i.test(value)),
    )
  if (namesMacro) return 'macros'
  const fetches =
    FETCHING.has(name) ||
    isLinked ||
    (name === 'oleobject' && valuesOf(attributes, 'link').some(Boolean)) ||
    (!LINKS.has(name) && attributes.some(([, value]) => outside.has(value))) ||
    (PICTURES.has(name) &&
      attributes.some(([key, value]) => isPlace(key) && isElsewhere(value) && !isOwn(value)))
  return fetches ? 'reachesOut' : undefined
}

const isPlace = (key: string): boolean => /^(?:src|href|althref|link)$/i.test(key)
/** What comes along in a letter or in the address itself. */
const isOwn = (value: string): boolean => /^\s*(?:cid|data):/i.test(value)
