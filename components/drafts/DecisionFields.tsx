'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type DraftForm, fieldName } from '../../lib/decisions/drafts/form.ts'
import { type DecisionKey, LONGEST } from '../../lib/decisions/drafts/schema.ts'
import { FUND_CODES, fundName, REGION_CODES, regionName } from '../../lib/i18n/codes.ts'
import { Section } from '../ui/Section.tsx'
import { AreaControl, SelectControl, TextControl } from './Control.tsx'
import { useLabel, useProblemText } from './words.ts'

type Props = { draft: DraftForm; isNew: boolean }

/** What is said of the decision itself, and of where it stands. */
export function DecisionFields({ draft, isNew }: Props) {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  const tied = useTied(draft)
  const chosen = { value: '', label: t('choose') }
  return (
    <>
      {isNew && (
        <Section id="beslutet" title={t('decision')}>
          <p className="mb-5 max-w-text text-muted text-small">{t('decisionHint')}</p>
          <div className="grid items-end gap-5 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <TextControl {...tied('heading')} />
            </div>
            <TextControl {...tied('decisionDate')} hint={t('hint.decisionDate')} />
            <SelectControl
              {...tied('fund')}
              options={[
                chosen,
                ...FUND_CODES.map((code) => ({ value: code, label: fundName(locale, code) })),
              ]}
            />
            <TextControl {...tied('partnership')} hint={t('hint.partnership')} />
            <SelectControl
              {...tied('region')}
              hint={t('hint.region')}
              options={[
                chosen,
                ...REGION_CODES.map((code) => ({ value: code, label: regionName(locale, code) })),
              ]}
            />
            <TextControl {...tied('county')} hint={t('hint.county')} />
            <TextControl {...tied('publisher')} />
          </div>
        </Section>
      )}
      <Section id="kallan" title={t('source')}>
        <div className="grid max-w-text gap-5">
          <TextControl {...tied('source')} hint={t('hint.source')} />
          <AreaControl {...tied('reason')} hint={t('hint.reason')} />
        </div>
      </Section>
    </>
  )
}

/** What every control of the decision gets: its name, words, and what is wrong with them. */
function useTied({ shown, problems }: DraftForm) {
  const labelOf = useLabel()
  const textOf = useProblemText()
  return (key: DecisionKey) => {
    const problem = problems?.find(({ entry, field }) => entry === null && field === key)
    return {
      name: fieldName(key),
      label: labelOf(key),
      value: shown[key],
      longest: LONGEST[key],
      error: problem && textOf(problem),
    }
  }
}
