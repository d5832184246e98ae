import { useLocale, useTranslations } from 'next-intl'
import { type Address, type Page, pathOf } from '../../lib/paths.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Wordmark } from './Wordmark.tsx'

const MENU = [
  'projects',
  'decisions',
  'organisations',
  'outcomes',
  'documents',
  'about',
] as const satisfies Page[]

export function Header({ here }: { here?: Address }) {
  const locale = useLocale()
  const t = useTranslations()
  // The start page and the list of projects have a larger field of their own.
  const hasSearch = !(here?.page === 'start' || (here?.page === 'projects' && !here.slug))
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-3 px-5 py-4 md:px-8">
        <a href={pathOf(locale, { page: 'start' })} className="no-underline" aria-label={t('site.name')}>
          <Wordmark />
        </a>
        <nav aria-label={t('site.menu')} className="order-3 w-full lg:order-none lg:w-auto print:hidden">
          <ul className="-mx-2 flex flex-wrap gap-x-1 text-small">
            {MENU.map((page) => (
              <MenuItem key={page} href={pathOf(locale, { page })} here={hereIn(page, here)}>
                {t(`nav.${page}`)}
              </MenuItem>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center gap-4 print:hidden">
          {hasSearch && (
            <form action={pathOf(locale, { page: 'projects' })} className="hidden w-60 md:block">
              <SearchField label={t('site.search')} submit={t('site.submit')} size="small" />
            </form>
          )}
          <LanguageSwitch here={here} />
        </div>
      </div>
    </header>
  )
}

/** Whether the page is the reader's own, or one above it. */
function hereIn(page: Page, here: Address | undefined): 'page' | 'true' | undefined {
  if (here?.page !== page) return undefined
  return here.slug ? 'true' : 'page'
}

type MenuItemProps = { href: string; here: 'page' | 'true' | undefined; children: string }

function MenuItem({ href, here, children }: MenuItemProps) {
  return (
    <li>
      <a
        href={href}
        aria-current={here}
        className={`inline-block rounded-sm px-2 py-1.5 no-underline hover:underline ${here ? 'font-semibold text-accent' : 'text-ink'}`}
      >
        {children}
      </a>
    </li>
  )
}
