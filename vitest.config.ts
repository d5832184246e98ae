import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The package throws outside of Next, and what it guards is what the tests are about.
  resolve: {
    alias: {
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
      // Outside of a request there is none: tests say what it carries.
      'next/headers': fileURLToPath(new URL('lib/testing/next-headers.ts', import.meta.url)),
    },
  },
  test: {
    // A PostgreSQL for the tests that need one: see freshDatabase().
    globalSetup: ['scripts/testing/test-database.ts'],
    // Half of the tests wait for PostgreSQL, so that leaving one processor free, as vitest would, leaves it idle.
    maxWorkers: '100%',
    include: ['app/**/*.test.ts', 'components/**/*.test.ts', 'lib/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Property tests read many generated documents; none of them is near this on the slowest machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: {
      FONDSPAR_SECRET: 'a secret for tests that is long enough',
      FONDSPAR_FILES: join(tmpdir(), `fondspar-test-files-${process.pid}`),
    },
  },
})
