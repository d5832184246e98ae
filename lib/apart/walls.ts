// Takes the network away from the process that imports this. Node's own permission model keeps files, other programs
// and threads from it, but knows no network in this version.

import { registerHooks } from 'node:module'

const REFUSED = new Set([
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'net',
  'tls',
])
// `worker_threads` may be named, for a library does: the permission model lets nobody start one.
const isRefused = (specifier: string): boolean => REFUSED.has(specifier.replace(/^node:/, ''))

registerHooks({
  resolve(specifier, context, next) {
    if (isRefused(specifier)) throw new Error(`Nothing here may use ${specifier}.`)
    return next(specifier, context)
  },
})

// The other doors to the same modules.
const getBuiltinModule = process.getBuiltinModule
process.getBuiltinModule = ((name: string) =>
  isRefused(name) ? undefined : getBuiltinModule(name)) as typeof getBuiltinModule
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Object.defineProperty(globalThis, name, { value: undefined })
