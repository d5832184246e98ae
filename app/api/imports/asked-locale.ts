import type { NextRequest } from 'next/server'
import { isLocale, type Locale } from '../../../lib/paths.ts'

/** The language that an address asks for. */
export function askedLocale({ nextUrl }: NextRequest): Locale {
  const asked = nextUrl.searchParams.get('locale') ?? ''
  return isLocale(asked) ? asked : 'sv'
}
