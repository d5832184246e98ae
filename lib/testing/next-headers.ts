// Stands in for `next/headers` in unit tests (vitest.config.ts): what a request carries, as the test says.

type Cookie = { name: string; value: string }

const jar = new Map<string, string>()
const sent = new Map<string, string>([
  ['origin', 'http://localhost:3000'],
  ['host', 'localhost:3000'],
])

/** What the next calls find in the request. A value of null takes a header away. */
export function requestCarries(given: {
  cookies?: Record<string, string>
  headers?: Record<string, string | null>
}) {
  if (given.cookies) {
    jar.clear()
    for (const [name, value] of Object.entries(given.cookies)) jar.set(name, value)
  }
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    if (value === null) sent.delete(name)
    else sent.set(name, value)
  }
}

export const cookies = async () => ({
  get: (name: string): Cookie | undefined =>
    jar.has(name) ? { name, value: jar.get(name) ?? '' } : undefined,
  getAll: (): Cookie[] => [...jar].map(([name, value]) => ({ name, value })),
  has: (name: string) => jar.has(name),
  set: (name: string, value: string) => void jar.set(name, value),
  delete: (name: string) => void jar.delete(name),
})

export const headers = async () => new Headers([...sent])
