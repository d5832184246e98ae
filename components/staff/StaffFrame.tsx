import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Act, may } from '../../lib/auth/policy.ts'
import { currentStaff, type Staff } from '../../lib/auth/session.ts'
import { type Address, type Locale, type Page, pathOf } from '../../lib/paths.ts'
import { LanguageSwitch } from '../site/LanguageSwitch.tsx'
import { Wordmark } from '../site/Wordmark.tsx'

type Props = {
  /** The page itself, for the menu and for the switch of language. */
  here: Address
  children: ReactNode
}

/**
 * What every page of the staff stands in. Asks itself who is signed in, which the page has asked already and costs
 * nothing more; signed out, on the way in, there is no menu.
 */
export async function StaffFrame({ here, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <StaffHeader here={here} staff={await currentStaff()} />
      <main id="innehall" className="mx-auto w-full max-w-page flex-1 px-5 pt-8 pb-20 md:px-8 md:pt-10">
        {children}
      </main>
    </div>
  )
}

async function StaffHeader({ here, staff }: { here: Address; staff: Staff | null }) {
  const locale = await getLocale()
  const t = await getTranslations('staff')
  return (
    <header className="border-line border-b bg-sunken print:hidden">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3 md:px-8">
        <a
          href={pathOf(locale, { page: staff ? 'staff' : 'start' })}
          className="flex items-baseline gap-2 no-underline"
        >
          <Wordmark />
          <span className="text-muted text-small">{t('name')}</span>
        </a>
        <div className="ms-auto flex flex-wrap items-center gap-x-5 gap-y-1 text-small">
          <a href={pathOf(locale, { page: 'start' })} className="py-1">
            {t('toSite')}
          </a>
          <LanguageSwitch here={here} />
          {staff && <Who staff={staff} locale={locale} here={here} />}
        </div>
        {staff && <Menu staff={staff} locale={locale} here={here} />}
      </div>
    </header>
  )
}

type Inner = { staff: Staff; locale: Locale; here: Address }

async function Who({ staff, locale, here }: Inner) {
  const t = await getTranslations('staff')
  return (
    <>
      <a
        href={pathOf(locale, { page: 'staff/account' })}
        aria-current={here.page === 'staff/account' ? 'page' : undefined}
        className="max-w-64 overflow-hidden text-ellipsis whitespace-nowrap py-1"
      >
        <span className="sr-only">{t('account')} </span>
        {staff.name}
      </a>
      <form method="post" action={`/api/auth/signout?locale=${locale}`}>
        <button type="submit" className="button-quiet">
          {t('signOut')}
        </button>
      </form>
    </>
  )
}

const MENU = [
  'staff',
  'staff/drafts',
  'staff/follow-up',
  'staff/reports',
  'staff/imports',
  'staff/audit',
  'staff/accounts',
] as const satisfies Page[]
const NAMES = {
  staff: 'desk',
  'staff/drafts': 'drafts',
  'staff/follow-up': 'followUp',
  'staff/reports': 'reports',
  'staff/imports': 'imports',
  'staff/audit': 'audit',
  'staff/accounts': 'accounts',
} as const satisfies Record<(typeof MENU)[number], string>
/** What not everybody of the staff may. */
const ASKS: Partial<Record<(typeof MENU)[number], Act>> = {
  'staff/imports': 'imports.run',
  'staff/accounts': 'accounts.manage',
}

/** Pages that are a part of one in the menu. */
const PARTS: Partial<Record<Page, Page>> = { 'staff/follow-up-tables': 'staff/follow-up' }

async function Menu({ staff, locale, here }: Inner) {
  const t = await getTranslations('staff')
  const part = PARTS[here.page]
  const shown = MENU.filter((page) => may(staff.role, ASKS[page] ?? 'desk.read'))
  return (
    <nav aria-label={t('menu')} className="w-full">
      <ul className="-mx-2 flex flex-wrap gap-x-1 text-small">
        {shown.map((page) => (
          <li key={page}>
            <a
              href={pathOf(locale, { page })}
              aria-current={
                part === page ? 'true' : here.page === page ? (here.slug ? 'true' : 'page') : undefined
              }
              className="inline-block rounded-sm px-2 py-1.5 text-ink no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {t(`nav.${NAMES[page]}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
