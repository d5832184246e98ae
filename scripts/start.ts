// Starts the site: makes the database client, builds, starts the database, migrates, loads the sample, serves.
//
//     npm start
//     PORT=3001 HOST=0.0.0.0 DATABASE_URL=postgresql://… npm start

import { runScript } from './failure.ts'
import { runSite } from './site/run.ts'

await runScript(() => runSite('production'))
