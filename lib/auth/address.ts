import 'server-only'
import { headers } from 'next/headers'
import { ADDRESS_HEADER, markedValue, PATH_HEADER, UNKNOWN } from './mark.ts'

/** The address that this request comes from, as the server saw it; "unknown" where it did not. */
export const callerAddress = async (): Promise<string> =>
  markedValue((await headers()).get(ADDRESS_HEADER)) ?? UNKNOWN

/** The path and query that the browser asked for; null where the server did not see it. */
export const requestedPath = async (): Promise<string | null> =>
  markedValue((await headers()).get(PATH_HEADER))
