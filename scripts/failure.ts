// Expected failures: what the user can do something about is one sentence, never a stack.

/** A failure that was foreseen. Its message is one or two sentences that say what is wrong and what helps. */
export class Failure extends Error {}

/** Runs a script and ends the process: with the code that `main` returns (0 if none), or with 1 and the sentence of its failure. */
export async function runScript(main: () => Promise<number | undefined>): Promise<never> {
  try {
    process.exit((await main()) ?? 0)
  } catch (error) {
    process.stderr.write(`${error instanceof Failure ? error.message : stackOf(error)}\n`)
    process.exit(1)
  }
}

/** The code of a system or PostgreSQL error (`ENOENT`, `3D000`), or an empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
