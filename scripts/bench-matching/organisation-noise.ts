import type { Random } from '../generate-registry/random.ts'

type Owner = { name: string; unit: string | null }
type Change = (owner: Owner) => Owner

const named =
  (change: (name: string) => string): Change =>
  (owner) => ({ ...owner, name: change(owner.name) })

/** The same organisation, as other documents write it. */
const WRITINGS: readonly Change[] = [
  named((name) => name.toUpperCase()),
  named((name) => name.toLowerCase()),
  named((name) => name.replace(/kommun$/, 'Kommun')),
  named((name) => name.replace(/ kommun$/, ' stad')),
  named((name) => name.replace(/s kommun$/, ' kommun')),
  named((name) => name.replace(/ AB$/, ' Aktiebolag')),
  named((name) => name.replace(/^(.+) AB$/, 'AB $1')),
  named((name) => name.replace(/^Region (.+)$/, '$1s läns landsting')),
  ({ name, unit }) => (unit ? { name: `${name}, ${unit}`, unit: null } : { name, unit }),
  ({ name, unit }) => (unit ? { name: `${unit}, ${name}`, unit: null } : { name, unit }),
  ({ name, unit }) => (unit ? { name: `${name} (${unit})`, unit: null } : { name, unit }),
  ({ name }) => ({ name, unit: null }),
  ({ name, unit }) => ({ name, unit: unit ?? 'Kansliet' }),
  (owner) => owner,
]

export const rewriteOwner = (random: Random, owner: Owner): Owner =>
  random.pick(WRITINGS as readonly [Change, ...Change[]])(owner)
