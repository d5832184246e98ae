'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { FollowUpForm } from '../../lib/follow-up/form.ts'
import { INDICATORS, type IndicatorProgramme } from '../../lib/follow-up/indicators.ts'
import { Hint } from '../staff/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { BoxTable } from './BoxTable.tsx'
import type { BoxOf } from './boxes.ts'
import { LineBox, SelectBox } from './controls.tsx'
import { MoreRows } from './MoreRows.tsx'
import { useGenderTable } from './ParticipantFields.tsx'

type Props = {
  form: FollowUpForm
  boxOf: BoxOf
  /** Whose common indicators fit the project. */
  programmes: readonly IndicatorProgramme[]
}

const VALUE_HINT = 'varden-hint'

/** Indicators, each with what it is, its unit and period, and its baseline, target and actual value. */
export function IndicatorFields({ form, boxOf, programmes }: Props) {
  const t = useTranslations('followUpForm')
  const groups = useCodes(programmes)
  const table = useGenderTable(boxOf, VALUE_HINT)
  return (
    <Section id="indikatorer" title={useTranslations('followUp.kind')('INDICATORS')}>
      <p className="mb-3 max-w-text text-muted text-small">{t('indicatorLead')}</p>
      <Hint id={VALUE_HINT}>{t('hint.values')}</Hint>
      <div className="mt-6 grid gap-10">
        {form.shown.rows.map(({ id }, at) => (
          <fieldset key={id} className="grid min-w-0 gap-4">
            <legend className="mb-3 border-line border-b pb-1 font-semibold">
              {t('indicator', { number: at + 1 })}
            </legend>
            <div className="grid items-end gap-4 md:grid-cols-2">
              {groups.length > 0 && (
                <SelectBox
                  box={boxOf('code', id)}
                  options={[{ value: '', label: t('ownIndicator') }]}
                  groups={groups}
                />
              )}
              <LineBox box={boxOf('name', id)} hint={t('hint.name')} />
              <LineBox box={boxOf('unit', id)} hint={t('hint.unit')} />
              <LineBox box={boxOf('period', id)} hint={t('hint.period')} />
            </div>
            <BoxTable
              {...table(['baseline', 'target', 'actual'], id)}
              caption={t('indicatorTable', { number: at + 1 })}
            />
          </fieldset>
        ))}
        <MoreRows form={form} />
      </div>
    </Section>
  )
}

const STAGES = ['output', 'onLeaving', 'later'] as const

/** The common indicators of programmes, grouped by when they are counted. */
function useCodes(programmes: readonly IndicatorProgramme[]) {
  const t = useTranslations('followUpForm')
  const locale = useLocale()
  return programmes.flatMap((programme) =>
    STAGES.map((stage) => ({
      label: t(`stage.${stage}`, { programme }),
      options: INDICATORS.filter((one) => one.programme === programme && one.stage === stage).map((one) => ({
        value: one.code,
        label: `${one.code} ${one.name[locale]}`,
      })),
    })),
  )
}
