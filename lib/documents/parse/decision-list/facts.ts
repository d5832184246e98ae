import { empty, type Reader, type Reading, read } from '../reading.ts'
import { type Span, subSpan } from '../source.ts'
import type { AmountKind, DecisionItem } from '../types.ts'
import { readAmount } from '../values/amount.ts'
import { readEmail, readNumber, readPhone, readText } from '../values/codes.ts'
import { readDate } from '../values/date.ts'
import { onlyFundIn } from '../values/funds.ts'
import { readPeriod } from '../values/period.ts'
import { warnIfUnreadable } from '../warnings.ts'
import { readApplicant } from './applicant.ts'
import type { Draft } from './draft.ts'
import { tellsOfRejection } from './headings.ts'
import { type EntryKey, type Label, withUnit } from './labels.ts'
import { municipalitiesIn, readPartners } from './partners.ts'

/** What stands by a label of an entry, or in a cell under a heading: the words, and where an empty value would be. */
export type Fact = Label & { label: string; span: Span; emptyAt: number }

/** How the words by each label become part of an entry. One row a label. */
const ADD: Record<EntryKey, (item: DecisionItem, fact: Fact, draft: Draft) => void> = {
  name: (item, fact) => {
    item.name = keep(item, fact, readText)
  },
  applicant: (item, fact) => {
    item.applicant = keep(item, fact, readApplicant)
  },
  amount: addAmount,
  partners: (item, { span }) => {
    if (span.text) item.partners = readPartners(span)
    item.municipalitiesMentioned = municipalitiesIn(span.text) ?? null
  },
  coFinancing: (item, fact) => {
    item.coFinancing.push({ label: fact.label, reading: keep(item, fact, moneyReader(fact)) })
  },
  totalBudget: (item, fact) => {
    item.totalBudget = keep(item, fact, moneyReader(fact))
  },
  fund: (item, { span }) => {
    item.fund = onlyFundIn(span.text) ?? item.fund
  },
  priorityAxis: (item, fact) => {
    item.priorityAxis = keep(item, fact, readText)
  },
  projectNumber: (item, fact) => {
    item.projectNumber = keep(item, fact, readNumber)
  },
  period: addPeriod,
  startDate: (item, fact) => {
    item.startDate = keep(item, fact, readDate)
  },
  endDate: (item, fact) => {
    item.endDate = keep(item, fact, readDate)
  },
  outcome: (item, { span }) => {
    if (tellsOfRejection(span.text)) item.outcome = 'rejected'
  },
  purpose: (_, { span }, draft) => {
    if (span.text) draft.prose.push(span)
  },
  contactEmail: (item, fact) => {
    item.contactEmail = keep(item, fact, readEmail)
  },
  contactPhone: (item, fact) => {
    item.contactPhone = keep(item, fact, readPhone)
  },
  contactName: addContact,
}

/** Adds what stands by a label to an entry, with a warning where it cannot be read. */
export const addFact = (draft: Draft, fact: Fact) => ADD[fact.key](draft.item, fact, draft)

function keep<Value>(
  item: DecisionItem,
  { key, span, emptyAt }: Fact,
  reader: Reader<Value>,
): Reading<Value> {
  const reading = span.text === '' ? empty(emptyAt) : read(span, reader)
  item.warnings.push(...warnIfUnreadable(key, reading))
  return reading
}

/** Which of several sums is the entry's amount: the one that says most about what was given. */
const RANK: Record<AmountKind, number> = { awarded: 3, prioritised: 2, applied: 1, unspecified: 1 }

/**
 * The sum that the fund is asked for or gives. A label may name the fund and the unit; words may stand behind the
 * sum. Where there are several, the others are kept beside the one that says most.
 */
function addAmount(item: DecisionItem, fact: Fact) {
  const { label, span, emptyAt } = fact
  const kind = fact.amountKind ?? 'unspecified'
  const reading = span.text === '' ? empty(emptyAt) : readMoney(fact)
  item.fund ??= onlyFundIn(label) ?? onlyFundIn(span.text) ?? null
  item.warnings.push(...warnIfUnreadable('amount', reading))
  const before = item.amount
  const kindBefore = item.amountKind ?? 'unspecified'
  const isBetter = before?.state !== 'read' || RANK[kind] > RANK[kindBefore]
  if (before?.state === 'read') {
    const rival = isBetter
      ? { label: item.amountLabel, kind: kindBefore, reading: before }
      : { label, kind, reading }
    item.otherAmounts.push(rival)
  }
  if (isBetter) Object.assign(item, { amount: reading, amountKind: kind, amountLabel: label })
}

const MONEY_THEN_WORDS =
  /^(.*?(?:kronor|kr|sek|miljoner|mkr|mnkr)\b\.?)(?! ?(?:euro|eur|€|dollar|usd))[,;. ]/i

/** Reads an amount that words may follow, "9,1 miljoner kronor ur ERUF.", in the unit of its label. */
function moneyReader({ unit }: Fact): Reader<number> {
  return (text) => {
    const whole = readAmount(withUnit(text, unit))
    if ('value' in whole) return whole
    const money = MONEY_THEN_WORDS.exec(`${text} `)?.[1]
    return money ? readAmount(money) : whole
  }
}

/** Reads the amount, and leaves a remark, a final stop and what follows out of the amount's own words. */
function readMoney(fact: Fact): Reading<number> {
  const { span } = fact
  const reader = moneyReader(fact)
  const withoutRemark =
    span.text.length > 300 ? span.text : span.text.replace(/[.,;]? ?\([^()]*\)\.?$|(?<!milj|kr)\.$/i, '')
  const whole = read(subSpan(span, 0, withoutRemark.length), (text) => readAmount(withUnit(text, fact.unit)))
  if (whole.state === 'read') return whole
  const money = MONEY_THEN_WORDS.exec(`${span.text} `)?.[1] ?? span.text
  return read(subSpan(span, 0, money.length), reader)
}

function addPeriod(item: DecisionItem, { span }: Fact) {
  const { startDate, endDate } = readPeriod(subSpan(span, 0, span.text.replace(/\.$/, '').length))
  Object.assign(item, { startDate, endDate })
  item.warnings.push(...warnIfUnreadable('startDate', startDate), ...warnIfUnreadable('endDate', endDate))
}

const PHONE = /(?:,? ?(?:tel(?:efon)?\.?:? ?)?)(\+?\d[\d -]{5,20}\d)$/i

/** "Eva Prov, 023-00 00 00" is a name and a number. */
function addContact(item: DecisionItem, fact: Fact) {
  const { span } = fact
  // The number stands at the end; looking only there keeps a long line of digits from costing time.
  const phone = span.text.length > 60 ? undefined : PHONE.exec(span.text)
  if (!phone || phone.index === 0) {
    item.contactName = keep(item, fact, readText)
    return
  }
  item.contactName = read(subSpan(span, 0, phone.index), readText)
  const number = phone[1] ?? ''
  item.contactPhone = read(subSpan(span, span.text.length - number.length, span.text.length), readPhone)
}
