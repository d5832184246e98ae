import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength } from '../description.ts'
import { read } from '../reading.ts'
import type { Source } from '../source.ts'
import { spanWithin, subSpan } from '../source.ts'
import { findAmounts, readAmount } from '../values/amount.ts'
import { readText } from '../values/codes.ts'
import { findDates } from '../values/date.ts'
import { onlyFundIn } from '../values/funds.ts'
import { looksLikeOrganisation } from '../values/organisation.ts'
import { readPeriod } from '../values/period.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { headingOf } from './headings.ts'
import { columnKey } from './labels.ts'
import { titleOf } from './split-title.ts'

const PERIOD = /\d{4}-\d{2}-\d{2} ?[-–] ?\d{4}-\d{2}-\d{2}/

/** Reads an entry of three lines: its name, who applies, and the amount. */
function readThreeLines(source: Source, index: number): Draft | undefined {
  const [line, owner, below] = source.lines.slice(index, index + 3)
  const amount = below && below.text.length <= 60 ? findAmounts(below.text)[0] : undefined
  if (!line || !owner || !below || !amount || amount.start !== 0 || amount.end < below.text.length - 1)
    return undefined
  const isOwner =
    looksLikeOrganisation(owner.text) && owner.text.length <= 100 && bulletLength(owner.text) === 0
  if (
    !isOwner ||
    line.text.length > 200 ||
    /[.:!?]$/.test(line.text) ||
    findAmounts(line.text).length > 0 ||
    headingOf(line.text)
  )
    return undefined
  const item = emptyItem()
  item.name = read(titleOf(source, line), readText)
  item.applicant = read(spanWithin(source, owner), readApplicant)
  item.amount = read(subSpan(spanWithin(source, below), 0, amount.end), readAmount)
  item.amountKind = 'unspecified'
  return {
    layout: 'one-line',
    first: index,
    last: index + 2,
    item,
    prose: [],
    describedBelow: bulletLength(line.text) === 0,
  }
}

/** Reads an entry whose name stands on a line of its own and whose amount begins the next: "3,1 miljoner kr, pågår ...". */
export function readUnderTitle(source: Source, index: number): Draft | undefined {
  const three = readThreeLines(source, index)
  if (three) return three
  const [line, below] = source.lines.slice(index, index + 2)
  if (!line || !below || below.text.length > 120 || bulletLength(below.text) > 0) return undefined
  if (line.text.length > 200 || /[.:!?]$/.test(line.text) || isBoilerplate(line.text) || headingOf(line.text))
    return undefined
  const amount = findAmounts(below.text)[0]
  if (columnKey(line.text) || /belopp$/i.test(line.text)) return undefined
  if (amount?.start !== 0 || findAmounts(line.text).length > 0) return undefined
  const rest = below.text.slice(amount.end)
  if (
    rest !== '' &&
    (!/^[,.;] |^ (?:i |ur |från |EU)/.test(`${rest} `) || /projekt|(?<!\p{L})till(?!\p{L})/iu.test(rest))
  )
    return undefined
  const item = emptyItem()
  const words = spanWithin(source, below)
  item.name = read(titleOf(source, line), readText)
  item.amount = read(subSpan(words, 0, amount.end), readAmount)
  item.amountKind = 'unspecified'
  item.fund = onlyFundIn(rest) ?? null
  const period = PERIOD.exec(below.text)
  if (period && findDates(rest).length > 0) {
    Object.assign(item, readPeriod(subSpan(words, period.index, period.index + period[0].length)))
  }
  return { layout: 'one-line', first: index, last: index + 1, item, prose: [], describedBelow: true }
}
