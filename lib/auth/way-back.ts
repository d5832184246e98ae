import { LOCALES, type Locale, pathOf } from '../paths.ts'

/** How the address spells where to go after the login. */
export const WAY_BACK: Record<Locale, string> = { sv: 'vidare', en: 'next' }

/**
 * Where to go after the login: a page of the staff's own part of this site, or the desk. Whatever else an address asks
 * for, another site above all, is not gone to. Pure.
 */
export function safeWayBack(asked: unknown, locale: Locale): string {
  const desk = pathOf(locale, { page: 'staff' })
  if (typeof asked !== 'string' || asked.length > 500 || !/^\/(?:redaktion|en\/staff)(?:[/?#]|$)/.test(asked))
    return desk
  // Read as a browser reads it: backslashes, dots and control characters are gone after this.
  const url = URL.canParse(asked, ORIGIN) ? new URL(asked, ORIGIN) : null
  if (!url || url.origin !== ORIGIN || !isStaffs(url.pathname)) return desk
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}

const ORIGIN = 'http://site.invalid'

const isStaffs = (path: string): boolean =>
  LOCALES.some((locale) => {
    const staff = pathOf(locale, { page: 'staff' })
    const login = pathOf(locale, { page: 'staff/login' })
    return (path === staff || path.startsWith(`${staff}/`)) && !path.startsWith(login)
  })

/** The login page, with the way back from it. */
export const loginPath = (
  locale: Locale,
  wayBack: string | null,
  more: Record<string, string> = {},
): string => {
  const back = wayBack === null ? null : safeWayBack(wayBack, locale)
  const query = new URLSearchParams({
    ...(back && back !== pathOf(locale, { page: 'staff' }) && { [WAY_BACK[locale]]: back }),
    ...more,
  }).toString()
  return pathOf(locale, { page: 'staff/login', query: query && `?${query}` })
}

/** The language of a path of this site. */
export const localeOfPath = (path: string | null): Locale =>
  path && /^\/en(?:\/|$)/.test(path) ? 'en' : 'sv'
