import 'server-only'

/** Lets this process know at once of a change that it made itself: kept pages are dropped before anybody is led to them. */
export async function learnChanges(): Promise<void> {
  const kept = globalThis as { fondsparPages?: { watch: { ask(): Promise<void> } | undefined } }
  await kept.fondsparPages?.watch?.ask()
}
