import type { FileRefusalCode } from '../../refusals.ts'
import { isUsualLink } from '../links.ts'
import { sameName } from './one-zip.ts'
import { type Attributes, goThrough, valuesOf } from './xml.ts'

/** What a part leads to, by how it names it. */
type Relationship = { id: string; type: string; target: string; isOutside: boolean }
export type Relationships = {
  /** The part that they are of, as `sameName` writes it; empty for the package itself. */
  of: string
  list: Relationship[]
  problem: FileRefusalCode | undefined
}

/** Reads a part of relationships; null where it is broken. */
export function readRelationships(name: string, xml: string): Relationships | null {
  const list: Relationship[] = []
  let problem: FileRefusalCode | undefined
  const isGood = goThrough(xml, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return
      problem ??= problemOf(attributes)
      const [id = ''] = valuesOf(attributes, 'Id')
      const [type = ''] = valuesOf(attributes, 'Type')
      const [target = ''] = valuesOf(attributes, 'Target')
      list.push({ id, type, target, isOutside: isOutside(attributes) && !isOwnTemplate(attributes) })
    },
    close() {},
    text() {},
    instruction() {},
  })
  const of = sameName(name).replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2')
  return isGood ? { of, list, problem } : null
}

const isOutside = (attributes: Attributes): boolean =>
  valuesOf(attributes, 'TargetMode').some((mode) => mode.trim().toLowerCase() === 'external')

/**
 * Word writes into each document where its template lies. On a drive of whoever opens it there is a template of theirs or
 * none; from another machine it is fetched, macros and all.
 */
const isOwnTemplate = (attributes: Attributes): boolean =>
  valuesOf(attributes, 'Type').every((type) => /\/attachedTemplate$/.test(type)) &&
  valuesOf(attributes, 'Target').every((target) => /^(?:file:\/\/\/)?[a-z]:[\\/][^?*|<>"]*$/i.test(target))

/** An address, or another machine's folder, where a part of the package should stand. */
export const isElsewhere = (target: string): boolean => /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(target)

const MACROS =
  /\/(?:vbaProject|wordVbaData|xlMacrosheet|xlIntlMacrosheet|activeX\w*|attachedToolbars|keyMapCustomizations|extensibility)$/i
const EMBEDS = /\/(?:aFChunk|oleObject|control|subDocument)$/i
const FETCHES =
  /\/(?:externalLink\w*|connections|queryTable|webextension\w*|frame|mailMerge\w*|recipientData|volatileDependencies)$/i

/** A link that a person follows is a link; everything else that leads outside is fetched without being asked. */
function problemOf(attributes: Attributes): FileRefusalCode | undefined {
  const types = valuesOf(attributes, 'Type').map((type) => type.trim())
  const targets = valuesOf(attributes, 'Target')
  if (types.some((type) => MACROS.test(type))) return 'macros'
  if (types.some((type) => EMBEDS.test(type))) return 'embedded'
  if (types.some((type) => FETCHES.test(type))) return 'reachesOut'
  if (!isOutside(attributes)) return targets.some(isElsewhere) ? 'reachesOut' : undefined
  if (isOwnTemplate(attributes)) return undefined
  const isLink = types.length > 0 && types.every((type) => /\/hyperlink$/.test(type))
  return isLink && targets.every(isUsualLink) ? undefined : 'reachesOut'
}
