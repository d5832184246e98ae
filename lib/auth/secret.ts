import 'server-only'
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Characters that the site's secret has at least. */
const SHORTEST = 32

/** The site's own secret. All instances of a site share it. Throws where it is not set, or too short to keep anything. */
function siteSecret(): string {
  const secret = process.env.FONDSPAR_SECRET ?? ''
  if (secret.length < SHORTEST)
    throw new Error(
      `FONDSPAR_SECRET has to be set, to ${SHORTEST} characters or more: start the site with \`npm start\`, which makes one.`,
    )
  return secret
}

/** A key of 32 bytes for one purpose: what is known of one tells nothing of another. */
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', siteSecret(), 'fondspar', purpose, 32))

/** What next-auth encrypts its cookies with. */
export const cookieSecret = (): string => keyFor('cookies').toString('base64url')

/** A hash that nobody can make, or try words against, without the site's secret. Hex; for addresses, short codes. */
export const keyedHash = (purpose: string, text: string): string =>
  createHmac('sha256', keyFor(`hash ${purpose}`))
    .update(text)
    .digest('hex')

/** A token that cannot be guessed: 32 random bytes in letters that an address can hold. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of such a token, hex. It is too long to be tried, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Encrypts a text for one purpose and one owner: put into another's row, it cannot be opened. */
export function seal(purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `v1.${[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')}`
}

/** Opens what `seal` made; null where it was changed, or sealed with another secret. */
export function unseal(purpose: string, owner: string, sealed: string): string | null {
  const [version, nonce, tag, text] = sealed.split('.')
  if (version !== 'v1' || !nonce || !tag || text === undefined) return null
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyFor(`seal ${purpose}`),
      Buffer.from(nonce, 'base64url'),
      { authTagLength: 16 },
    )
    decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
