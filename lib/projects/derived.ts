/** The programming periods that the registry covers. */
type Period = '2007-2013' | '2014-2020' | '2021-2027'

type Known = {
  fund: string | null
  programmingPeriod: string | null
  programmeArea: string | null
  specificObjective: string | null
  numbers: readonly string[]
  startDate: string | null
}

/** Why a period or a fund is the one shown. `source`: the source says so. */
type Ground = 'source' | 'decision' | 'programmeArea' | 'number' | 'startDate' | 'projectBank'
export type Derived = {
  period: Period | null
  periodBy: Ground | null
  fund: string | null
  fundBy: Ground | null
}

/**
 * The period and the fund of a project. Where the source is silent they follow from what it does say:
 * letters A to F are programme areas of ESF+ 2021-2027, digits of the periods before; numbers such as 22-009-S02 are
 * given in ESF+; diary numbers begin with the year. Pages of the ESF Council's project bank are about ESF.
 */
export function derive(known: Known): Derived {
  const [period, periodBy] = periodOf(known)
  if (known.fund !== null) return { period, periodBy, fund: known.fund, fundBy: 'source' }
  const fund = period === '2021-2027' ? 'ESF+' : 'ESF'
  return { period, periodBy, fund, fundBy: 'projectBank' }
}

function periodOf(known: Known): [Period, Ground] | [null, null] {
  if (isPeriod(known.programmingPeriod)) return [known.programmingPeriod, 'source']
  if (known.fund === 'ESF+' || known.fund === 'FRO') return ['2021-2027', 'source']
  const code = known.programmeArea ?? known.specificObjective
  if (code !== null && /^[A-F]/.test(code)) return ['2021-2027', 'programmeArea']
  if (known.numbers.some((number) => /^\d{2}-\d{3}-[A-ZÅÄÖ]/.test(number))) return ['2021-2027', 'number']
  return byYear(known)
}

function byYear({ numbers, startDate }: Known): [Period, Ground] | [null, null] {
  const numbered = numbers.map((number) => /^(20\d{2})[/-]/.exec(number)?.[1]).find(Boolean)
  if (numbered) return [periodOfYear(Number(numbered)), 'number']
  if (startDate) return [periodOfYear(Number(startDate.slice(0, 4))), 'startDate']
  return [null, null]
}

/**
 * Projects are decided some years into the next period: the first of 2014-2020 in 2015, the last in 2022 (REACT-EU and
 * the measures for Ukraine), before ESF+ began to number its own way.
 */
const periodOfYear = (year: number): Period =>
  year < 2014 ? '2007-2013' : year < 2023 ? '2014-2020' : '2021-2027'

const isPeriod = (text: string | null): text is Period =>
  text === '2007-2013' || text === '2014-2020' || text === '2021-2027'

/** The fund that decisions name for a project of the bank. Its pages are about ESF: a decision of another fund is no news of it. */
export const fundByDecision = (items: readonly { fund: string | null }[]): string | null =>
  items.find(({ fund }) => isSocialFund(fund))?.fund ?? null

const isSocialFund = (fund: string | null): boolean => fund === 'ESF' || fund === 'ESF+'
