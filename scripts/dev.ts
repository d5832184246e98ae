// Starts the site for those who work on it: as start.ts does, but what they change shows at once.
//
//     npm run dev

import { runScript } from './failure.ts'
import { runSite } from './site/run.ts'

await runScript(() => runSite('development'))
