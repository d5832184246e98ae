import 'server-only'
import { boss } from './boss.ts'
import { IMPORT_QUEUE } from './queues.ts'

/**
 * Has a worker look at an import at once. What is to be done stands in the import's own row: a wake-up that is lost, for
 * no worker listens or the database went away, costs half a minute, until workers look by themselves.
 */
export async function wakeImports(importId: number): Promise<void> {
  try {
    const running = await boss()
    await running?.send(IMPORT_QUEUE, { importId })
  } catch (error) {
    process.stderr.write(`A worker could not be woken: ${(error as Error).name}\n`)
  }
}
