/** Every public address, in both languages: plain and pure, for next.config.js reads it too. */

export const LOCALES = ['sv', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const isLocale = (text: string): text is Locale => (LOCALES as readonly string[]).includes(text)
/** The language that somebody asks for or has chosen; Swedish, the site's first, where that is none of ours. */
export const asLocale = (asked: unknown): Locale =>
  typeof asked === 'string' && isLocale(asked) ? asked : 'sv'

/**
 * The pages by their folder under app/[locale], with their Swedish address. English addresses are the folders. What stands
 * after it, a record's slug and more, is the same in both languages.
 */
const SWEDISH = {
  projects: 'projekt',
  decisions: 'beslut',
  organisations: 'organisationer',
  documents: 'dokument',
  outcomes: 'utfall',
  about: 'om',
  history: 'historik',
  'history/projects': 'historik/projekt',
  'history/decisions': 'historik/beslut',
  'history/organisations': 'historik/organisationer',
  reports: 'felanmalan',
  staff: 'redaktion',
  'staff/login': 'redaktion/logga-in',
  'staff/link': 'redaktion/lank',
  'staff/account': 'redaktion/konto',
  'staff/accounts': 'redaktion/konton',
  'staff/audit': 'redaktion/logg',
  'staff/projects': 'redaktion/projekt',
  'staff/entries': 'redaktion/poster',
  'staff/decisions': 'redaktion/beslut',
  'staff/organisations': 'redaktion/organisationer',
  'staff/merges': 'redaktion/sla-ihop',
  'staff/drafts': 'redaktion/utkast',
  'staff/follow-up': 'redaktion/uppfoljning',
  'staff/follow-up-tables': 'redaktion/uppfoljning-i-tabell',
  'staff/reports': 'redaktion/felanmalningar',
  'staff/imports': 'redaktion/importer',
  'staff/find': 'redaktion/sok',
  'staff/work/changed-sources': 'redaktion/arbete/andrade-kallor',
  'staff/work/disagreements': 'redaktion/arbete/olika-uppgifter',
  'staff/work/warnings': 'redaktion/arbete/anmarkningar',
  'staff/work/without-project': 'redaktion/arbete/utan-projekt',
  'staff/work/lookalikes': 'redaktion/arbete/lika-organisationer',
  'staff/work/mine': 'redaktion/arbete/mitt',
} as const

export type Page = 'start' | keyof typeof SWEDISH
/** A page that exists in both languages. `query` begins with a question mark, or is empty; languages may spell it apart. */
export type Address = {
  page: Page
  slug?: string
  /** What follows the slug: `/17`, `/atom.xml`; languages may spell it apart. */
  rest?: string | Record<Locale, string>
  query?: string | Record<Locale, string>
}

/** The address of a page in a language, from the site's root. */
export function pathOf(locale: Locale, { page, slug, rest = '', query = '' }: Address): string {
  const folder = page === 'start' ? '' : locale === 'sv' ? `/${SWEDISH[page]}` : `/${page}`
  const path =
    (locale === 'sv' ? '' : `/${locale}`) +
    folder +
    (slug ? `/${encodeURIComponent(slug)}` : '') +
    (typeof rest === 'string' ? rest : rest[locale])
  return (path || '/') + (typeof query === 'string' ? query : query[locale])
}

/** The longest first: `/historik/projekt/x` is no record of `/historik`. */
const FOLDERS = Object.entries(SWEDISH).sort(([, a], [, b]) => b.length - a.length)

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
