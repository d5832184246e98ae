/** Every public address, in both languages: plain and pure, for next.config.js reads it too. */

export const LOCALES = ['sv', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text)

/** The pages by their folder under app/[locale]/(public), with their Swedish address. English addresses are the folders. */
const SWEDISH = {
  projects: 'projekt',
  decisions: 'beslut',
  organisations: 'organisationer',
  documents: 'dokument',
  about: 'om',
} as const

export type Page = 'start' | keyof typeof SWEDISH
/** A page that exists in both languages. `query` begins with a question mark, or is empty; languages may spell it apart. */
export type Address = { page: Page; slug?: string; query?: string | Record<Locale, string> }

/** The address of a page in a language, from the site's root. */
export function pathOf(locale: Locale, { page, slug, query = '' }: Address): string {
  const folder = page === 'start' ? '' : locale === 'sv' ? `/${SWEDISH[page]}` : `/${page}`
  const path = (locale === 'sv' ? '' : `/${locale}`) + folder + (slug ? `/${encodeURIComponent(slug)}` : '')
  return (path || '/') + (typeof query === 'string' ? query : query[locale])
}

const FOLDERS = Object.entries(SWEDISH)

/** What Next serves under an address: Swedish addresses have no language in them, the folders do. */
export const rewrites = () => [
  { source: '/', destination: '/sv' },
  ...FOLDERS.map(([folder, swedish]) => ({
    source: `/${swedish}/:path*`,
    destination: `/sv/${folder}/:path*`,
  })),
  // What no page answers to gets the Swedish page that says so.
  {
    source: `/:path((?!(?:${LOCALES.join('|')}|api|sitemaps|_next)(?:/|$)).+)`,
    destination: '/sv/nowhere/:path',
  },
]

/** One page, one address. */
export const redirects = () => [
  ...FOLDERS.map(([folder, swedish]) => ({
    source: `/sv/${folder}/:path*`,
    destination: `/${swedish}/:path*`,
    permanent: true,
  })),
  { source: '/sv', destination: '/', permanent: true },
]
