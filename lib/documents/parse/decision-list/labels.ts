import { bulletLength } from '../description.ts'
import type { Line, Source, Span } from '../source.ts'
import { spanWithin } from '../source.ts'
import type { AmountKind } from '../types.ts'
import { QUALIFIERS } from '../values/amount.ts'

/** What a label of an entry introduces. */
export type EntryKey =
  | 'name'
  | 'applicant'
  | 'amount'
  | 'partners'
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'coFinancing'
  | 'totalBudget'
  | 'fund'
  | 'priorityAxis'
  | 'period'
  | 'projectNumber'
  | 'purpose'
  | 'outcome'
  | 'startDate'
  | 'endDate'

type EntryLabel = { key: EntryKey; amountKind?: AmountKind; pattern: RegExp }

const MONEY = '(?:belopp|stöd|medel|summa|bidrag|finansiering|eu-belopp|eu-stöd|eu-medel|esf-stöd|eruf-stöd)'

/**
 * The labels of an entry on a decision list. A pattern matches a whole label without its colon; the first row that
 * matches counts. To add a spelling, widen a row; to add a label, add a row, its key's use in facts.ts and a fixture.
 */
const ENTRY_LABELS: EntryLabel[] = [
  {
    key: 'applicant',
    pattern:
      /^(?:huvud|projekt|stöd)?sökande(?:n| organisation)?$|^(?:projekt ?)?ägare(?: till projektet)?$|^stödmottagare$/,
  },
  { key: 'name', pattern: /^(?:projekt(?:ets)?[ -]?(?:namn|titel)?|titel|namn|ansökan|förstudie)$/ },
  { key: 'coFinancing', pattern: /medfinan/ },
  {
    key: 'amount',
    amountKind: 'applied',
    pattern: new RegExp(`^(?:an)?(?:sökt|sökta|sökt eu|begärt)[ -].*?${MONEY}|^söker$`),
  },
  {
    key: 'amount',
    amountKind: 'prioritised',
    pattern: new RegExp(`^(?:prioriterat?(?:e|d|de)?|rekommenderat) .*?${MONEY}`),
  },
  {
    key: 'amount',
    amountKind: 'awarded',
    pattern: new RegExp(
      `^(?:beviljat?|beviljade|tilldelat|tilldelade|beslutat) .*?${MONEY}|^(?:beviljas|tilldelas|får)$`,
    ),
  },
  {
    key: 'amount',
    amountKind: 'unspecified',
    pattern: new RegExp(`^(?:eu[- ]{1,2}|esf-|eruf-|projekt)?${MONEY}(?: (?:från|ur|i) .*)?$|^stödbelopp$`),
  },
  {
    key: 'totalBudget',
    pattern:
      /^total[at]?(?: (?:projekt)?(?:budget|kostnad|kostnader|omslutning|finansiering))?$|^totalbudget$|^(?:projekt)?budget$|^totalkostnad$/,
  },
  {
    key: 'partners',
    pattern:
      /^(?:samverkans?|samarbets|projekt)-?(?:part(?:er|en|ner|ners)?)$|^partners?$|^samverk(?:an|ar)(?: med)?$|^medsökande$|^övriga parter$|^medverkande(?: parter)?$/,
  },
  {
    key: 'contactName',
    pattern: /^kontakt(?:person(?:er)?|uppgifter)?(?: .*)?$|^projekt(?:ledare|ansvarig)$|^handläggare$/,
  },
  { key: 'contactEmail', pattern: /^e-?post(?:adress)?(?: .*)?$|^e?-?mejl$|^e?-?mail$/ },
  { key: 'contactPhone', pattern: /^tel(?:efon(?:nummer)?)?\.?(?: .*)?$|^mobil(?:telefon|nummer)?$/ },
  { key: 'startDate', pattern: /^startdatum$|^projektstart$/ },
  { key: 'endDate', pattern: /^slutdatum$|^projektslut$/ },
  { key: 'outcome', pattern: /^beslut$|^utfall$/ },
  { key: 'fund', pattern: /^(?:eu-?|berörd )?fond$/ },
  { key: 'priorityAxis', pattern: /^insatsområde$|^programområde$|^specifikt mål$/ },
  { key: 'period', pattern: /^(?:projekt)?period$|^projekttid$|^pågår$/ },
  {
    key: 'projectNumber',
    pattern: /^diarienummer$|^diarienr$|^dnr$|^projektnummer$|^ärende-?(?:id|nummer)$/,
  },
  { key: 'purpose', pattern: /^syfte$|^(?:kort )?beskrivning$|^sammanfattning$|^om projektet$/ },
]
const LONGEST_LABEL = 60

/** What a label stands for. */
export type Label = {
  key: EntryKey
  amountKind: AmountKind | undefined
  /** What one is, where the label says it: "Belopp (tkr)" counts thousands. Empty where it does not. */
  unit: string
}

/** A label of an entry with the words that stand by it on its line. */
export type EntryField = Label & {
  label: string
  labelSpan: Span
  /** Empty when the value stands on the next line, or nowhere. */
  value: Span
  /** The label stood alone on its line. */
  alone: boolean
}

/** Labels that are one even without a colon, alone on a line. */
const BARE =
  /^(?:sökande|projektägare|projektnamn|(?:sökt |beviljat |prioriterat )?(?:eu-)?(?:belopp|stöd)|summa|samverkansparter|medfinansiering)$/i
const NUMBERING = /^\d{1,2}[.)] (?=\p{Lu})/u
/** Labels that a number may follow without a colon. */
const BEFORE_NUMBER =
  /^(?:(?:projekt)?period|(?:beviljat |sökt )?(?:eu-)?(?:belopp|stöd)|summa|totalt|eu- ?stöd),?(?= \d)/i

/** The label that a line begins with, a bullet before it forgiven; nothing for other lines. */
export function entryFieldOf(source: Source, line: Line): EntryField | undefined {
  const { text } = line
  const from = bulletLength(text) || (NUMBERING.exec(text)?.[0].length ?? 0)
  const colon = text.indexOf(':', from)
  if (colon > 0 && colon - from <= LONGEST_LABEL) return fieldAt(source, line, from, colon, colon + 1)
  if (text.length - from <= LONGEST_LABEL && BARE.test(text.slice(from)))
    return fieldAt(source, line, from, text.length, text.length)
  const label = text.length < 120 ? BEFORE_NUMBER.exec(text.slice(from))?.[0] : undefined
  return label ? fieldAt(source, line, from, from + label.length, from + label.length) : undefined
}

function fieldAt(
  source: Source,
  line: Line,
  from: number,
  to: number,
  valueFrom: number,
): EntryField | undefined {
  const label = line.text.slice(from, to).trim()
  const known = labelled(label)
  if (!known) return undefined
  const value = spanWithin(source, line, Math.min(valueFrom, line.text.length))
  return { ...known, label, labelSpan: spanWithin(source, line, from, to), value, alone: value.text === '' }
}

const UNIT_IN_LABEL =
  /[ ,]*(?:\(|, ?| i )(kr|kronor|sek|tkr|kkr|tusen(?:tal)? kronor|mkr|mnkr|msek|miljoner(?: kronor)?)\)?$/i
const REMARK_IN_LABEL = / ?\((?:esf\+?|eruf|eu|[^)]{0,20}fonden\+?)\)$/i

function labelled(label: string): Label | undefined {
  const unit = UNIT_IN_LABEL.exec(label)
  const folded = label.slice(0, unit?.index).replace(REMARK_IN_LABEL, '').toLowerCase()
  const row = ENTRY_LABELS.find(({ pattern }) => pattern.test(folded))
  return (
    row && { key: row.key, amountKind: row.amountKind, unit: unit?.[1]?.replace('tusental', 'tusen') ?? '' }
  )
}

/** The words of an amount with the unit that its label gives, unless they have one of their own. */
export const withUnit = (text: string, unit: string): string =>
  unit
    ? text.replace(
        BARE_AMOUNT,
        (_, amount: string, remark = '') => `${amount} ${unit}${remark && ` ${remark.trim()}`}`,
      )
    : text

/** "ca 9 900", "1’234 (varav EU 600)": digits that no unit or currency follows. */
const BARE_AMOUNT = new RegExp(
  `^((?:(?:${QUALIFIERS}) )?\\d(?:[\\d .,'’]{0,30}\\d)?)[ .]*( ?\\([^)]*\\))?$`,
  'iu',
)

/** The key that a column's heading stands for, in a table of entries. */
export const columnKey = (heading: string) => labelled(heading.replace(/:$/, '').trim())
