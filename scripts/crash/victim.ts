/** What works on imports, and can be killed at any moment. */
export type Victim = {
  /** Starts it, unless it runs. */
  start(): Promise<void>
  /** Has it work on an import; resolves with how that ended, "killed" where it was. */
  work(id: number): Promise<string>
  kill(): Promise<void>
}
