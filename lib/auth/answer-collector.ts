export type SetCookie = { name: string; value: string; expires: Date | null }

/** Stands in for the response that next-auth writes to, and keeps what it wrote: where to go, and the cookies. */
export class AnswerCollector {
  readonly #headers = new Map<string, string | string[]>()

  getHeader(name: string) {
    return this.#headers.get(name.toLowerCase())
  }
  setHeader(name: string, value: string | string[]) {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }
  status() {
    return this
  }
  end() {}
  json() {}
  send() {}

  answer(): { redirect: string; cookies: SetCookie[] } {
    const location = this.getHeader('location')
    if (typeof location !== 'string')
      throw new Error('next-auth answered with something else than where to go')
    return { redirect: location, cookies: [this.getHeader('set-cookie') ?? []].flat().map(readSetCookie) }
  }
}

/** Reads a cookie as next-auth writes it. Its flags are ours to know; `expires` is null where it ends with the browser. */
function readSetCookie(text: string): SetCookie {
  const [pair = '', ...attributes] = text.split('; ')
  const at = pair.indexOf('=')
  const attribute = (name: string) =>
    attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
  const maxAge = attribute('max-age')
  const expires = maxAge === undefined ? attribute('expires') : Date.now() + Number(maxAge) * 1000
  return {
    name: pair.slice(0, at),
    value: decodeURIComponent(pair.slice(at + 1)),
    expires: expires === undefined ? null : new Date(expires),
  }
}
