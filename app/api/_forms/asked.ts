import type { NextRequest } from 'next/server'
import { asLocale, type Locale } from '../../../lib/paths.ts'

/** How somebody asks: in which language, and whether it is a script, which shows the answer by itself. */
export type Asked = { locale: Locale; isScript: boolean }

export const askedBy = (request: NextRequest): Asked => ({
  locale: askedLocale(request),
  isScript: request.headers.get('accept')?.includes('application/json') ?? false,
})

/** The language that an address asks for. */
export const askedLocale = ({ nextUrl }: NextRequest): Locale => asLocale(nextUrl.searchParams.get('locale'))
