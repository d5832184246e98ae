import pg from 'pg'
import { Freshness } from './freshness.ts'

/** How often the registry is asked what has changed. Milliseconds: a change is visible within two seconds. */
const EVERY = 500
/** Milliseconds until a database that does not answer is given up for this time. */
const PATIENCE = 5_000

/**
 * Keeps up with changes of the registry, whichever process made them: this one, another instance of the site, a command.
 * Asks on a connection of its own, so that no page waits for it. While the database is away, what is kept stays in use.
 */
export class Watch {
  /** Nothing is trusted until the first answer. */
  freshness = new Freshness(Number.POSITIVE_INFINITY)
  readonly #url: string
  #client: pg.Client | undefined
  #asking: Promise<void> | undefined
  #hasBegun = false

  constructor(url: string) {
    this.#url = url
    setInterval(() => void this.ask(), EVERY).unref()
    void this.ask()
  }

  /** Learns what has changed until now; concurrent calls share one question. */
  ask(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined
    })
    return this.#asking
  }

  async #ask() {
    try {
      this.#client ??= await this.#connect()
      const { rows } = await this.#client.query<{ tag: string; revision: number }>(this.#question())
      if (this.#hasBegun) this.freshness.learn(rows)
      else this.freshness = new Freshness(rows[0]?.revision ?? 0)
      this.#hasBegun = true
    } catch {
      // The pages' own queries tell of a database that is away; here it is enough to try again.
      this.#client?.end().catch(() => {})
      this.#client = undefined
    }
  }

  /** What changed before this process began is nothing to it: it has kept no page yet. */
  #question(): pg.QueryConfig {
    if (!this.#hasBegun) return { text: "SELECT '' AS tag, revision FROM registry" }
    return {
      text: 'SELECT tag, revision FROM cache_tag WHERE revision > $1',
      values: [this.freshness.known],
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'fondspar-watch',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    })
    client.on('error', () => {
      this.#client = undefined
    })
    await client.connect()
    return client
  }
}
