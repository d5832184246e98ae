import { isIP } from 'node:net'

export const ADDRESS_HEADER = 'x-fondspar-address'
export const PATH_HEADER = 'x-fondspar-path'
/** What is said where nobody knows. */
export const UNKNOWN = 'unknown'

// On the global object: what marks requests and what reads the mark are loaded apart.
export const marking = globalThis as { fondsparMark?: string }

/** What stands in a marked header; null where the mark is missing, for then a client wrote it. */
export function markedValue(header: string | null): string | null {
  const mark = marking.fondsparMark
  return mark && header?.startsWith(`${mark} `) ? header.slice(mark.length + 1) : null
}

/**
 * The address that a request comes from. Of X-Forwarded-For only the part that our own `proxies` wrote is believed,
 * which stands at its right end: with one proxy the last address, with two the one before it.
 */
export function addressOf(socket: string | undefined, forwardedFor: string, proxies: number): string {
  const told = proxies > 0 ? forwardedFor.split(',').at(-proxies)?.trim() : undefined
  return plain(told) ?? plain(socket) ?? UNKNOWN
}

function plain(address: string | undefined): string | undefined {
  if (!address) return undefined
  // An IPv4 address as an IPv6 socket has it; and brackets, ports and zones, as some proxies write them.
  const bare = address
    .replace(/^\[(.+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(bare) ? bare.toLowerCase() : undefined
}

/** What belongs to one caller: an IPv4 address, or the /56 that a provider hands out to one IPv6 connection (RIPE-690). */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array(Math.max(0, gap)).fill('0'), ...after]
  const numbers = groups.slice(0, 4).map((group) => Number.parseInt(group, 16))
  return `${[...numbers.slice(0, 3), (numbers[3] ?? 0) & 0xff00].map((group) => group.toString(16)).join(':')}::/56`
}
