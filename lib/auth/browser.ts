import 'server-only'
import { headers } from 'next/headers'
import { browserOf } from './browser-name.ts'

/** What this request says of its browser, in a few words. */
export const callerBrowser = async (): Promise<string> => browserOf((await headers()).get('user-agent') ?? '')
