import { getTranslations } from 'next-intl/server'
import { DistinctForm } from '../../../../../../components/merges/DistinctForm.tsx'
import { MergeForm } from '../../../../../../components/merges/MergeForm.tsx'
import { SplitForm } from '../../../../../../components/merges/SplitForm.tsx'
import { formatOrganisationNumber } from '../../../../../../lib/format.ts'
import type { Comparison, Side } from '../../../../../../lib/organisations/merge-view.ts'
import type { Locale } from '../../../../../../lib/paths.ts'
import { distinctAction, mergeAction, splitAction } from './actions.ts'

export async function mergeForm({ sides, mustStay, numbersDiffer }: Comparison, locale: Locale) {
  const t = await getTranslations('merges')
  const [a, b] = sides
  const sure = sides.filter(({ slug }) => mustStay === null || slug === mustStay)
  const [only] = sure
  const staysHint = mustStay
    ? t('staysAlone', { name: only?.name ?? '' })
    : numbersDiffer
      ? t('staysNumberHint')
      : t('staysHint')
  return (
    <MergeForm
      action={mergeAction}
      isClosed={sides.some(({ mergedInto }) => mergedInto !== null)}
      hidden={{
        locale,
        a: a.slug,
        b: b.slug,
        'version-a': String(a.version),
        'version-b': String(b.version),
        'number-a': a.number ?? '',
        'number-b': b.number ?? '',
      }}
      stays={{
        options: sure.map((side) => ({ value: side.slug, label: labelOf(side) })),
        // Which of two numbers is right is for a person to say.
        value: numbersDiffer ? undefined : larger(a, b).slug,
      }}
      texts={{
        stays: numbersDiffer ? t('staysNumber') : t('stays'),
        staysHint,
        reason: t('reason'),
        reasonHint: t('reasonHint'),
        evidence: t('evidence'),
        evidenceHint: t('evidenceHint'),
        submit: t('submit'),
      }}
    />
  )
}

const labelOf = ({ name, number }: Side): string =>
  number ? `${name}, ${formatOrganisationNumber(number)}` : name

/** The one that more leads to already. */
const larger = (a: Side, b: Side): Side =>
  a.owned + a.applied + a.partner >= b.owned + b.applied + b.partner ? a : b

export async function distinctForm({ sides: [a, b] }: Comparison, locale: Locale) {
  const t = await getTranslations('merges')
  return (
    <DistinctForm
      action={distinctAction}
      hidden={{ locale, a: a.slug, b: b.slug }}
      texts={{ lead: t('distinctLead'), note: t('distinctNote'), submit: t('distinctSubmit') }}
    />
  )
}

export async function splitForm(id: number, locale: Locale) {
  const t = await getTranslations('merges')
  return (
    <SplitForm
      action={splitAction}
      hidden={{ locale, merge: String(id) }}
      texts={{ reason: t('splitReason'), reasonHint: t('reasonHint'), submit: t('splitSubmit') }}
    />
  )
}
