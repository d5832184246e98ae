// Starts a process apart that hangs, tells its number, and is killed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inOwnProcess } from '../process.ts'

const CHILD = join('lib', 'apart', 'testing', 'hostile-child.ts')
void inOwnProcess(CHILD, { how: 'loops' }, { milliseconds: 1_000, megabytes: 512 })
await sleep(500)
const [child] = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ')
process.stdout.write(String(child), () => process.kill(process.pid, 'SIGKILL'))
