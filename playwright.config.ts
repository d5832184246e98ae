import { defineConfig } from '@playwright/test'

// Debian's Chromium, kept from asking the network for anything but the site.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  // A machine that does other things meanwhile is slow, not wrong.
  timeout: 60_000,
  projects: [
    { name: 'visitors', testIgnore: ['**/kept-pages.spec.ts', '**/staff/**'] },
    { name: 'alone', testMatch: '**/kept-pages.spec.ts', dependencies: ['visitors'] },
    // These change what visitors see.
    { name: 'staff', testDir: 'e2e/staff', testIgnore: '**/forms.spec.ts', dependencies: ['alone'] },
    // Compares the whole database, so that nothing else may be written meanwhile.
    { name: 'forms', testMatch: '**/staff/forms.spec.ts', dependencies: ['staff'] },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // A recording of every test costs a fifth of the time: `npm run e2e -- --trace retain-on-failure` makes one.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.FONDSPAR_CHROMIUM ?? '/usr/bin/chromium', args: QUIET },
  },
})
