import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Property tests read many generated documents; none of them is near this on the slowest machine.
    testTimeout: 60_000,
  },
})
