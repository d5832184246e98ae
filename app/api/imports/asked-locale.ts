import type { NextRequest } from 'next/server'
import { asLocale, type Locale } from '../../../lib/paths.ts'

/** The language that an address asks for. */
export const askedLocale = ({ nextUrl }: NextRequest): Locale => asLocale(nextUrl.searchParams.get('locale'))
