import { sameName } from '../documents/parse/values/organisation.ts'
import { distance } from '../projects/search/distance.ts'
import { nameKey } from './keys.ts'
import { likeness, type Why } from './lookalikes.ts'
import { slipOf } from './name-slip.ts'
import { isPlace } from './places.ts'
import type { KnownOwner, SubjectOwner } from './subject.ts'

/**
 * How those who apply stand to a project's owner.
 * - `same`: one of them is that organisation, or has its number or exactly its name
 * - `alike`: one may be, by the rules that find lookalikes
 * - `unsure`: the names are too near to say that they are two
 * - `other`, or `unknown` where nobody is named
 */
type OwnerKind = 'same' | 'alike' | 'unsure' | 'other' | 'unknown'

export type OwnerMatch = {
  kind: OwnerKind
  /** Why they are alike. */
  why: Why | null
  /** The name in the document. */
  name: string
  /** Both name a part of the organisation, and it is another. */
  otherUnit: readonly [string, string] | null
}

const KINDS: readonly OwnerKind[] = ['same', 'alike', 'unsure', 'other', 'unknown']

/** The best of those who apply: one of several that act together is enough. Pure. */
export function matchOwners(owners: readonly SubjectOwner[], known: KnownOwner | null): OwnerMatch {
  const named = owners.filter(
    ({ name, number, ids }) => nameKey(name) !== '' || number !== null || ids.length > 0,
  )
  if (!known) return { kind: 'unknown', why: null, name: '', otherUnit: null }
  const found = named.map((owner) => matchOwner(owner, known))
  found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
  return found[0] ?? { kind: 'unknown', why: null, name: '', otherUnit: null }
}

function matchOwner(owner: SubjectOwner, known: KnownOwner): OwnerMatch {
  const { kind, why } = kindOf(owner, known)
  return { kind, why, name: owner.name, otherUnit: kind === 'other' ? null : otherUnit(owner, known) }
}

function kindOf(owner: SubjectOwner, known: KnownOwner): { kind: OwnerKind; why: Why | null } {
  const names = [known.name, ...(known.otherNames ?? [])]
  if (owner.ids.includes(known.id)) return { kind: 'same', why: null }
  if (owner.number !== null && known.number !== null)
    return { kind: owner.number === known.number ? 'same' : 'other', why: null }
  if (names.some((name) => nameKey(name) === nameKey(owner.name))) return { kind: 'same', why: null }
  const like = likeness(
    { names: [owner.name, withUnit(owner)], number: null },
    { names: [...names, withUnit(known)], number: null },
  )
  if (like) return { kind: 'alike', why: like.why }
  const slip = names.map((name) => slipOf(owner.name, name)).find((one) => one !== null)
  if (slip) return { kind: 'alike', why: slip }
  if (isUnitOf(owner, known) || hasPart(owner.name, names)) return { kind: 'alike', why: 'unit' }
  return { kind: names.some((name) => isNear(name, owner.name)) ? 'unsure' : 'other', why: null }
}

const withUnit = ({ name, unit }: { name: string; unit: string | null }) => (unit ? `${name}, ${unit}` : name)

/** Pages of 2007 name the unit alone: "arbetsmarknadsenheten". */
const isUnitOf = (owner: SubjectOwner, known: KnownOwner) =>
  known.unit !== null && owner.unit === null && nameKey(known.unit) === nameKey(owner.name)

/** Whether a part of a name is one of these: "Vuxenutbildningen, Ekviks kommun", whose unit no rule knows for one. Pure. */
export function hasPart(name: string, names: readonly string[]): boolean {
  const parts = name.slice(0, LONGEST_NAME).split(/[,(/]| [-–] /)
  if (parts.length < 2) return false
  const keys = parts.map(nameKey).filter((key) => key.length >= SHORTEST_PART)
  return names.some((other) => keys.includes(nameKey(other)))
}
const LONGEST_NAME = 300
const SHORTEST_PART = 6

const SHORTEST_NEAR = 8

/** Names a slip or two from each other. Lidköping and Linköping are two. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [nameKey(a), nameKey(b)]
  const [shortest, longest] = [left.length, right.length].sort((x, y) => x - y) as [number, number]
  if (shortest < SHORTEST_NEAR || longest > 120 || longest - shortest > 2) return false
  return distance(left, right) <= 2 && !differInPlace(a, b) && digits(a) === digits(b)
}

const digits = (name: string) => name.replace(/\D/g, '')

function differInPlace(a: string, b: string): boolean {
  const words = (name: string): string[] => name.toLowerCase().match(/[\p{L}-]{1,80}/gu) ?? []
  const [left, right] = [words(a), words(b)]
  const [mine, yours] = [
    left.filter((word) => !right.includes(word)),
    right.filter((word) => !left.includes(word)),
  ]
  return mine.some(isPlace) && yours.some(isPlace)
}

function otherUnit(owner: SubjectOwner, known: KnownOwner): OwnerMatch['otherUnit'] {
  if (!owner.unit || !known.unit || sameName(owner.unit, known.unit)) return null
  const [a, b] = [nameKey(owner.unit), nameKey(known.unit)]
  return a.includes(b) || b.includes(a) || isNear(a, b) ? null : [owner.unit, known.unit]
}
