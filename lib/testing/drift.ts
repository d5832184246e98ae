import { expect } from 'vitest'
import { rebuildRegistry } from '../registry/rebuild.ts'

/** Fails a test where something is stored that is other than what sources and people say. */
export async function noDrift() {
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({
    driftedProjects: [],
    driftedItems: [],
    driftedOthers: [],
    driftedFollowUps: [],
    driftedOutcomes: [],
  })
}
