import 'server-only'
import { hashToken, keyedHash } from '../auth/secret.ts'

/**
 * What the reporter's link holds. It follows from the report's id and the site's secret, so that a later mail can hold
 * the link too although the database keeps only its hash; with the database alone nobody can make it.
 */
export const tokenOf = (reportId: number): string =>
  Buffer.from(keyedHash('report link', String(reportId)), 'hex').toString('base64url')

export const looksLikeToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

export { hashToken }
