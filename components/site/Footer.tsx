import { useLocale, useTranslations } from 'next-intl'
import { type Address, pathOf } from '../../lib/paths.ts'
import { aboutPage, reportAddress } from '../../lib/reports/about.ts'

export function Footer({ here }: { here?: Address | undefined }) {
  const t = useTranslations()
  const locale = useLocale()
  const about = pathOf(locale, { page: 'about' })
  return (
    <footer className="border-line border-t bg-sunken">
      <div className="mx-auto grid max-w-page gap-8 px-5 py-10 text-small md:grid-cols-[1fr_auto] md:px-8">
        <div className="max-w-text">
          <p className="mb-3 font-serif text-h3">{t('site.footerIdea')}</p>
          <p className="text-muted">{t('site.footerText')}</p>
          <p className="mt-3 text-muted">{t('site.footerLicence')}</p>
        </div>
        <nav aria-label={t('site.footerNav')} className="print:hidden">
          <ul className="grid gap-1.5">
            <FooterLink href={about}>{t('nav.about')}</FooterLink>
            <FooterLink href={pathOf(locale, { page: 'history' })}>{t('history.recent.title')}</FooterLink>
            <FooterLink href={`${about}#metod`}>{t('nav.method')}</FooterLink>
            <FooterLink href={`${about}#personuppgifter`}>{t('nav.privacy')}</FooterLink>
            <FooterLink href={`${about}#tillganglighet`}>{t('nav.accessibility')}</FooterLink>
            <FooterLink href={pathOf(locale, reportAddress(aboutPage(locale, here)))} rel="nofollow">
              {t('reports.pageLink')}
            </FooterLink>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

const FooterLink = ({ href, rel, children }: { href: string; rel?: string; children: string }) => (
  <li>
    <a href={href} rel={rel} className="inline-block py-0.5">
      {children}
    </a>
  </li>
)
