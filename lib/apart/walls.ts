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

/** These look how the machine is made, and can do without: the permission model lets nobody start a program. */
const LOOK_AROUND = /\/node_modules\/(?:sharp|detect-libc)\//

registerHooks({
  resolve(specifier, context, next) {
    const isHarmless =
      /^(?:node:)?child_process$/.test(specifier) && LOOK_AROUND.test(context.parentURL ?? '')
    if (isRefused(specifier) && !isHarmless) throw new Error(`Nothing here may use ${specifier}.`)
    return next(specifier, context)
  },
})

// The other doors to the same modules.
const getBuiltinModule = process.getBuiltinModule
process.getBuiltinModule = ((name: string) =>
  isRefused(name) ? undefined : getBuiltinModule(name)) as typeof getBuiltinModule
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])
  Object.defineProperty(globalThis, name, { value: undefined })
