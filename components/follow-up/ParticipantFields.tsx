'use client'

import { useTranslations } from 'next-intl'
import type { FollowUpForm } from '../../lib/follow-up/form.ts'
import { GENDERS, MEASURES, type MeasureName } from '../../lib/follow-up/measures.ts'
import { Hint } from '../staff/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { BoxTable } from './BoxTable.tsx'
import type { BoxOf } from './boxes.ts'
import { LineBox } from './controls.tsx'
import { MoreRows } from './MoreRows.tsx'

type Props = { form: FollowUpForm; boxOf: BoxOf }

/** Participants planned and reached, by gender; and the same again for each group that the source tells of. */
export function ParticipantFields({ form, boxOf }: Props) {
  const t = useTranslations('followUpForm')
  const table = useGenderTable(boxOf)
  return (
    <>
      <Section id="deltagare" title={t('participantsOf')}>
        <div className="grid gap-4">
          <Hint id={COUNT_HINT}>{t('hint.people')}</Hint>
          <BoxTable {...table(['planned', 'reached'], null)} caption={t('participantsOf')} />
        </div>
      </Section>
      <Section id="grupper" title={t('groups')}>
        <p className="mb-5 max-w-text text-muted text-small">{t('groupsLead')}</p>
        <div className="grid gap-8">
          {form.shown.rows.map(({ id }, at) => (
            <fieldset key={id} className="grid min-w-0 gap-4">
              <legend className="mb-3 font-semibold">{t('group', { number: at + 1 })}</legend>
              <LineBox box={boxOf('group', id)} hint={t('hint.group')} />
              <BoxTable
                {...table(['planned', 'reached'], id)}
                caption={t('groupTable', { number: at + 1 })}
              />
            </fieldset>
          ))}
          <MoreRows form={form} />
        </div>
      </Section>
    </>
  )
}

const COUNT_HINT = 'antal-hint'

/** A table of boxes: a row for each measure, a column for each gender. */
export function useGenderTable(boxOf: BoxOf, describedBy = COUNT_HINT) {
  const t = useTranslations()
  const labels = {
    total: t('followUpForm.all'),
    women: t('followUpForm.women'),
    men: t('followUpForm.men'),
    nonBinary: t('followUpForm.nonBinary'),
  }
  return (names: readonly MeasureName[], row: string | null) => ({
    id: `tabell-${row ?? 'alla'}`,
    corner: t('followUpForm.who'),
    columns: GENDERS.map((key) => ({ key, label: labels[key] })),
    rows: names.map((name) => ({
      key: name,
      label: t(`followUp.measure.${name}`),
      boxes: GENDERS.map((part) => (hasPart(name, part) ? boxOf(`${name}.${part}`, row) : null)),
    })),
    describedBy,
  })
}

const hasPart = (name: MeasureName, part: string): boolean =>
  (MEASURES[name].parts as readonly string[]).includes(part)
