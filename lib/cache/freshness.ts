/** What is known of a page that is kept. */
type Kept = { tags: readonly string[]; revision: number }

/**
 * Which kept pages are still right. Every change of the registry has a number (a revision) and names the tags of the pages
 * that it made old; a page is right as long as none of its tags has a later number than the page's own. Pure bookkeeping.
 */
export class Freshness {
  /** The newest revision that is known here. */
  known: number
  readonly #changed = new Map<string, number>()

  /** What changed before this is not known here: a page made of an earlier registry is not trusted. */
  readonly #since: number

  constructor(known: number) {
    this.known = known
    this.#since = known
  }

  learn(tags: readonly { tag: string; revision: number }[]) {
    for (const { tag, revision } of tags) {
      this.#changed.set(tag, Math.max(revision, this.#changed.get(tag) ?? 0))
      this.known = Math.max(revision, this.known)
    }
  }

  isFresh({ tags, revision }: Kept): boolean {
    return revision >= this.#since && tags.every((tag) => (this.#changed.get(tag) ?? 0) <= revision)
  }
}
