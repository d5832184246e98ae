import { useLocale, useTranslations } from 'next-intl'
import { AMOUNT_KINDS, ROUNDINGS } from '../../lib/corrections/amounts.ts'
import { AREA_NAMES } from '../../lib/corrections/areas.ts'
import type { SubjectKind } from '../../lib/corrections/fields.ts'
import { PARTNER_FORMS } from '../../lib/corrections/names.ts'
import type { EditableField } from '../../lib/corrections/view.ts'
import { plainFieldOf } from '../../lib/follow-up/fields.ts'
import { INDICATORS } from '../../lib/follow-up/indicators.ts'
import { COST_BASES, DOCUMENT_TYPES, EVENT_TYPES } from '../../lib/follow-up/kinds.ts'
import { formatNumber } from '../../lib/format.ts'
import { FUND_CODES, fundName, regionName } from '../../lib/i18n/codes.ts'
import { followUpCode } from '../follow-up/labels.ts'
import { useWords } from '../history/words.ts'
import type { Control, Row } from './form-state.ts'

type Options = { value: string; label: string }[]

/** Fields of several lines, with how many of them are in sight. */
const LINES: Record<string, number> = {
  owner: 2,
  applicant: 2,
  partners: 5,
  description: 12,
  evaluationReports: 3,
}
/** The same of a follow-up's, whatever their row. */
const FOLLOW_UP_LINES: Record<string, number> = {
  comment: 3,
  sourceWords: 3,
  text: 4,
  achieved: 6,
  notAchieved: 6,
  livesOn: 6,
}
const LONG = ['name', 'recipientAddress', 'heading', 'publisher', 'partnership']
const LONG_OF_FOLLOW_UPS = [
  'sourceUrl',
  'sourcePage',
  'decision',
  'title',
  'author',
  'group',
  'name',
  'unit',
  'period',
]

/** What a field's value is typed into, or chosen from. */
export function useControl(kind: SubjectKind): (field: EditableField) => Control {
  const t = useTranslations('corrections')
  const optionsOf = useOptions(kind)
  const hints: Record<string, string> = {
    organisation: t('hint.organisation'),
    amount: t('hint.amount'),
    date: t('hint.date'),
    description: t('hint.description'),
    partners: t('hint.partners'),
    link: t('hint.link'),
    membership: t('hint.membership'),
  }
  return ({ key, type, typed }) => {
    const hint = hints[key] ?? hints[type] ?? null
    if (type === 'membership') return { as: 'none', hint }
    if (type === 'link') return { as: 'finder', hint }
    const options = optionsOf(key, typed.text)
    if (options) return { as: 'select', options, hint: null }
    const plain = kind === 'followUp' ? (plainFieldOf(key) ?? '') : null
    const rows = plain === null ? LINES[key] : FOLLOW_UP_LINES[plain]
    if (rows !== undefined) return { as: 'lines', rows, hint }
    const isLong = plain === null ? LONG.includes(key) : LONG_OF_FOLLOW_UPS.includes(plain)
    return { as: 'line', isShort: !isLong, hint }
  }
}

/** The values of a field that has few, the one that it holds among them. */
function useOptions(kind: SubjectKind): (key: string, held: string) => Options | null {
  const t = useTranslations()
  const locale = useLocale()
  const lists: Record<string, Options> = {
    fund: FUND_CODES.map((value) => ({ value, label: fundName(locale, value) })),
    region: AREA_NAMES.map(([code, name]) => ({
      value: kind === 'decision' ? code : name,
      label: regionName(locale, code) ?? name,
    })),
    programmingPeriod: PERIODS.map((value) => ({ value, label: value })),
    childPovertyTheme: yesNo(t('yes'), t('no')),
    strategicImportance: yesNo(t('yes'), t('no')),
  }
  const followUpList = useFollowUpList()
  return (key, held) => {
    const list = kind === 'followUp' ? followUpList(key) : lists[key]
    if (!list) return null
    const isListed = list.some(({ value }) => value === held)
    return [...(isListed ? [] : [{ value: held, label: held || t('corrections.chooseOne') }]), ...list]
  }
}

/** The values of a follow-up's field that has few; undefined for others. */
function useFollowUpList(): (key: string) => Options | undefined {
  const words = useWords()
  return (key) => {
    const codes = CODES[plainFieldOf(key) ?? '']
    return codes?.map((value) => ({ value, label: followUpCode(key, value, words) ?? value }))
  }
}

const CODES: Record<string, readonly string[]> = {
  basis: COST_BASES,
  event: EVENT_TYPES,
  documentType: DOCUMENT_TYPES,
  code: INDICATORS.map(({ code }) => code),
}

const PERIODS = ['2007-2013', '2014-2020', '2021-2027']
const yesNo = (yes: string, no: string): Options => [
  { value: 'ja', label: yes },
  { value: 'nej', label: no },
]

/** What stands beside an amount and beside partners: what it is of, how it is rounded, how they are given. */
export function useBeside(kind: SubjectKind): (field: EditableField) => Pick<Row, 'kinds' | 'roundings'> {
  const t = useTranslations()
  const locale = useLocale()
  const rounding = (step: string) =>
    step === '1'
      ? t('corrections.exact')
      : t('corrections.roundedTo', { step: formatNumber(locale, Number(step)) })
  return ({ key, type, typed }) => {
    const steps = [...new Set([...ROUNDINGS.map(String), ...(typed.rounding ? [typed.rounding] : [])])]
    const roundings = {
      label: t('corrections.rounding'),
      options: [
        { value: '', label: t('corrections.asWritten') },
        ...steps.map((value) => ({ value, label: rounding(value) })),
      ],
    }
    return {
      roundings: type === 'amount' ? roundings : null,
      kinds: kind === 'item' ? kindsOf(key, typed.kind) : null,
    }
  }

  function kindsOf(key: string, held: string): Row['kinds'] {
    if (key === 'partners')
      return {
        label: t('corrections.partnersAs'),
        options: PARTNER_FORMS.map((value) => ({ value, label: t(`corrections.partners.${value}`) })),
      }
    if (key !== 'amount') return null
    const kinds = AMOUNT_KINDS.map((value) => ({ value, label: t(`amountKind.${value}`) }))
    const none = held === '' ? [{ value: '', label: t('corrections.noKind') }] : []
    return { label: t('corrections.amountKind'), options: [...none, ...kinds] }
  }
}
