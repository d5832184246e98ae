'use client'

import { useTranslations } from 'next-intl'
import type { FollowUpForm } from '../../lib/follow-up/form.ts'
import type { IndicatorProgramme } from '../../lib/follow-up/indicators.ts'
import { COST_BASES, DOCUMENT_TYPES, EVENT_TYPES } from '../../lib/follow-up/kinds.ts'
import { FINANCIERS } from '../../lib/follow-up/measures.ts'
import { Hint } from '../staff/Field.tsx'
import { Section } from '../ui/Section.tsx'
import { BoxTable } from './BoxTable.tsx'
import type { BoxOf } from './boxes.ts'
import { AreaBox, LineBox, SelectBox } from './controls.tsx'
import { IndicatorFields } from './IndicatorFields.tsx'
import { ParticipantFields } from './ParticipantFields.tsx'

type Props = { form: FollowUpForm; boxOf: BoxOf; programmes: readonly IndicatorProgramme[] }

/** What a follow-up of its kind asks for. */
export function KindFields({ form, boxOf, programmes }: Props) {
  switch (form.kind) {
    case 'COSTS':
      return <Costs boxOf={boxOf} />
    case 'PARTICIPANTS':
      return <ParticipantFields form={form} boxOf={boxOf} />
    case 'INDICATORS':
      return <IndicatorFields form={form} boxOf={boxOf} programmes={programmes} />
    case 'RESULTS':
      return <Results boxOf={boxOf} />
    case 'EVENT':
      return <Event boxOf={boxOf} />
    case 'DOCUMENT':
      return <Document boxOf={boxOf} />
  }
}

type Own = Pick<Props, 'boxOf'>

/** Costs by who bore them, and support that was paid in advance or went back. */
function Costs({ boxOf }: Own) {
  const t = useTranslations()
  const partLabel = (part: (typeof FINANCIERS)[number]) =>
    part === 'total' ? t('followUpForm.costsAll') : t(`followUpForm.costsBy.${part}`)
  const rows = [
    ...FINANCIERS.map((part) => ({
      key: `costs-${part}`,
      label: partLabel(part),
      boxes: [boxOf(`costs.${part}`)],
    })),
    ...(['advances', 'recovered'] as const).map((name) => ({
      key: name,
      label: t(`followUp.measure.${name}`),
      boxes: [boxOf(`${name}.total`)],
    })),
  ]
  return (
    <Section id="kostnader" title={t('followUp.kind.COSTS')}>
      <div className="grid gap-5">
        <SelectBox
          box={boxOf('basis')}
          options={[
            { value: '', label: t('followUpForm.choose') },
            ...COST_BASES.map((value) => ({ value, label: t(`followUp.basis.${value}`) })),
          ]}
        />
        <Hint id="belopp-hint">{t('followUpForm.hint.amounts')}</Hint>
        <BoxTable
          id="kostnader-tabell"
          caption={t('followUpForm.costsOf')}
          corner={t('followUpForm.costsWho')}
          columns={[{ key: 'amount', label: t('followUpForm.amount') }]}
          rows={rows}
          describedBy="belopp-hint"
        />
      </div>
    </Section>
  )
}

function Results({ boxOf }: Own) {
  const t = useTranslations()
  return (
    <Section id="resultat" title={t('followUp.kind.RESULTS')}>
      <p className="mb-5 max-w-text text-muted text-small">{t('followUpForm.hint.results')}</p>
      <div className="grid gap-5">
        <AreaBox box={boxOf('achieved')} rows={6} />
        <AreaBox box={boxOf('notAchieved')} rows={6} />
        <AreaBox box={boxOf('livesOn')} rows={6} />
      </div>
    </Section>
  )
}

/** Everything that any event needs: what is for one type alone says so. */
function Event({ boxOf }: Own) {
  const t = useTranslations()
  return (
    <Section id="handelse" title={t('followUp.kind.EVENT')}>
      <div className="grid gap-5">
        <SelectBox
          box={boxOf('event')}
          options={[
            { value: '', label: t('followUpForm.choose') },
            ...EVENT_TYPES.map((value) => ({ value, label: t(`followUp.event.${value}`) })),
          ]}
        />
        <AreaBox box={boxOf('text')} />
        <LineBox box={boxOf('decision')} hint={t('followUpForm.hint.decision')} />
        <LineBox box={boxOf('budget')} hint={t('followUpForm.hint.budget')} short />
        <LineBox box={boxOf('support')} hint={t('followUpForm.hint.support')} short />
        <LineBox box={boxOf('endDate')} hint={t('followUpForm.hint.endDate')} short />
        <LineBox box={boxOf('recovered.total')} hint={t('followUpForm.hint.recovered')} short />
      </div>
    </Section>
  )
}

function Document({ boxOf }: Own) {
  const t = useTranslations()
  return (
    <Section id="dokument" title={t('followUp.kind.DOCUMENT')}>
      <div className="grid gap-5">
        <SelectBox
          box={boxOf('documentType')}
          options={[
            { value: '', label: t('followUpForm.choose') },
            ...DOCUMENT_TYPES.map((value) => ({ value, label: t(`followUp.document.${value}`) })),
          ]}
        />
        <LineBox box={boxOf('title')} />
        <LineBox box={boxOf('author')} hint={t('followUpForm.hint.author')} />
      </div>
    </Section>
  )
}
