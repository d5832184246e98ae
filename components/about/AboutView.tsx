import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHead } from '../ui/PageHead.tsx'

const RULES = ['rule1', 'rule2', 'rule3', 'rule4', 'rule5', 'rule6', 'rule7'] as const
const STATES = ['unreported', 'empty', 'unreadable', 'notStated', 'absent'] as const

/** What the registry is, how it comes about, and whom to tell what is wrong with it. */
export function AboutView() {
  const t = useTranslations('about')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-5 max-w-text text-lead">{t('lead')}</p>
      </PageHead>
      <Part id="register" title={t('whatTitle')}>
        <p>{t('what1')}</p>
        <p>{t('what2')}</p>
      </Part>
      <Part id="sa-gar-det-till" title={t('methodTitle')}>
        <p>{t('method1')}</p>
        <p>{t('method2')}</p>
      </Part>
      <ChoiceRule />
      <States />
      <Part id="belopp" title={t('amountsTitle')}>
        <p>{t('amountsText')}</p>
      </Part>
      <Part id="prov" title={t('sampleTitle')}>
        <p>{t('sampleText')}</p>
      </Part>
      <Part id="personuppgifter" title={t('privacyTitle')}>
        <p>{t('privacyText')}</p>
      </Part>
      <Part id="hanvisa" title={t('citeTitle')}>
        <p>{t('citeText')}</p>
      </Part>
      <Part id="tillganglighet" title={t('accessibilityTitle')}>
        <p>{t('accessibilityText')}</p>
        <p>{t('accessibilityKnown')}</p>
      </Part>
      <Part id="kontakt" title={t('contactTitle')}>
        <p>{t('contactText')}</p>
        <Contact />
      </Part>
    </>
  )
}

function ChoiceRule() {
  const t = useTranslations('about')
  return (
    <Part id="metod" title={t('ruleTitle')}>
      <p>{t('ruleLead')}</p>
      <ol className="my-5 grid gap-2.5">
        {RULES.map((rule, at) => (
          <li key={rule} className="grid grid-cols-[2rem_1fr] border-line border-t pt-2.5">
            <span aria-hidden="true" className="font-semibold text-accent">
              {at + 1}
            </span>
            {t(rule)}
          </li>
        ))}
      </ol>
      <p>{t('ruleRounding')}</p>
    </Part>
  )
}

function States() {
  const t = useTranslations()
  return (
    <Part id="lagen" title={t('about.statesTitle')}>
      <p>{t('about.statesLead')}</p>
      <dl className="my-5 grid gap-2.5">
        {STATES.map((state) => (
          <div
            key={state}
            className="grid gap-x-6 border-line border-t pt-2.5 sm:grid-cols-[minmax(9rem,14rem)_1fr]"
          >
            <dt className="font-semibold">{t(`value.${state}`)}</dt>
            <dd>{t(`state.${state}`)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}

/** Who runs this installation says so in its settings. */
function Contact() {
  const t = useTranslations('about')
  const address = process.env.SITE_CONTACT
  if (!address) return <p className="text-muted">{t('contactMissing')}</p>
  return (
    <p>
      <a href={`mailto:${address}`}>{address}</a>
    </p>
  )
}

const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section id={id} aria-labelledby={`${id}-rubrik`} className="mt-12 max-w-text">
    <h2 id={`${id}-rubrik`} className="mb-3 text-h2">
      {title}
    </h2>
    <div className="grid gap-4">{children}</div>
  </section>
)
