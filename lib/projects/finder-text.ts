/** A project as somebody who looks for it tells it from others. Years are those of its first and last day. */
export type FoundProject = {
  id: number
  slug: string
  number: string
  name: string
  owner: string | null
  region: string | null
  years: { from: number | null; to: number | null }
}

/** What a field holds once a project is chosen: its number, which says which, and its name, which says it to people. */
export const finderText = ({ number, name }: Pick<FoundProject, 'number' | 'name'>): string =>
  `${number}${PARTED}${name}`
const PARTED = ' – '

/** The number in such a text; of a text that somebody typed, the whole of it. Pure. */
export const numberInFinder = (text: string): string => (text.split(PARTED)[0] ?? '').trim()
