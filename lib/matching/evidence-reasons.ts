import type { Evidence } from './evidence.ts'
import type { Reason } from './reasons.ts'
import type { Known, Subject } from './subject.ts'

/** What speaks for a project, the weightiest first. Pure. */
export function reasonsFor(subject: Subject, project: Known, evidence: Evidence): Reason[] {
  return [
    ...sameNumber(evidence),
    ...likeName(project, evidence),
    ...likeOwner(project, evidence),
    ...agreeingAmount(evidence),
    ...agreeingDates(subject, evidence),
    ...decidedBefore(evidence),
    ...samePlace(subject, evidence),
  ]
}

/** What speaks against it, the weightiest first. Pure. */
export function reasonsAgainst(subject: Subject, project: Known, evidence: Evidence): Reason[] {
  return [
    ...otherNumber(evidence),
    ...otherName(project, evidence),
    ...otherOwner(project, evidence),
    ...differingAmount(evidence),
    ...differingDates(subject, project, evidence),
    ...decidedOtherwise(subject, evidence),
    ...otherPlace(subject, project, evidence),
    ...(evidence.rejected ? [{ key: 'rejected', detail: {} } as const] : []),
  ]
}

const sameNumber = ({ number: { kind, pair } }: Evidence): Reason[] =>
  kind === 'same' && pair ? [{ key: 'sameNumber', detail: { number: pair[1] } }] : []

function otherNumber({ number: { kind, pair } }: Evidence): Reason[] {
  if (!pair || kind === 'same') return []
  const detail = { ours: pair[0], theirs: pair[1] }
  return [{ key: kind === 'slip' ? 'numberSlip' : 'otherNumber', detail }]
}

function likeName({ name }: Known, { name: { kind, letters } }: Evidence): Reason[] {
  if (kind === 'same') return [{ key: 'sameName', detail: {} }]
  if (kind === 'alike' || kind === 'near') return [{ key: 'nameAlike', detail: { letters, name } }]
  return kind === 'part' ? [{ key: 'nameIsPart', detail: { name } }] : []
}

function otherName({ name }: Known, { name: { kind, only } }: Evidence): Reason[] {
  if (kind === 'sibling') return [{ key: 'nameTellsApart', detail: { ours: only[0], theirs: only[1] } }]
  return kind === 'other' ? [{ key: 'otherName', detail: { name } }] : []
}

function likeOwner({ owner: known }: Known, { owner: { kind, name } }: Evidence): Reason[] {
  if (!known) return []
  if (kind === 'same') return [{ key: 'sameOwner', detail: { name: known.name } }]
  return kind === 'alike' ? [{ key: 'ownerAlike', detail: { ours: name, theirs: known.name } }] : []
}

function otherOwner({ owner: known }: Known, { owner: { kind, name, otherUnit } }: Evidence): Reason[] {
  if (otherUnit) return [{ key: 'otherUnit', detail: { ours: otherUnit[0], theirs: otherUnit[1] } }]
  if (!known || (kind !== 'other' && kind !== 'unsure')) return []
  return [{ key: 'otherOwner', detail: { ours: name, theirs: known.name } }]
}

function agreeingAmount({ amount: { kind, pair } }: Evidence): Reason[] {
  if (!pair || !(kind === 'exact' || kind === 'rounded' || kind === 'loose')) return []
  return [{ key: 'amountAgrees', detail: { ours: pair[0], theirs: pair[1] } }]
}

function differingAmount({ amount: { kind, pair } }: Evidence): Reason[] {
  if (!pair || !(kind === 'differs' || kind === 'far')) return []
  return [{ key: 'amountDiffers', detail: { ours: pair[0], theirs: pair[1] } }]
}

function agreeingDates({ startDate, endDate }: Subject, { dates }: Evidence): Reason[] {
  if (dates === 'both') return [{ key: 'datesAgree', detail: { startDate, endDate } }]
  if (dates !== 'start') return []
  // One of the days agrees: the start, or the end where no start is given on either side.
  return [
    { key: 'datesAgree', detail: startDate ? { startDate, endDate: null } : { startDate: null, endDate } },
  ]
}

function differingDates(subject: Subject, project: Known, { dates }: Evidence): Reason[] {
  if (dates !== 'differ' && dates !== 'apart') return []
  const from = ({ startDate, endDate }: Subject | Known) => startDate ?? endDate
  return [{ key: 'datesDiffer', detail: { ours: from(subject), theirs: from(project) } }]
}

const decidedBefore = ({ decided: { kind, days } }: Evidence): Reason[] =>
  days !== null && (kind === 'justBefore' || kind === 'before')
    ? [{ key: 'decidedBeforeStart', detail: { days } }]
    : []

function decidedOtherwise({ decidedOn }: Subject, { decided: { kind, days } }: Evidence): Reason[] {
  if (!decidedOn || (kind !== 'off' && kind !== 'impossible')) return []
  if (days === null) return [{ key: 'decidedAtOtherTime', detail: { decidedOn } }]
  return days < 0
    ? [{ key: 'decidedAfterStart', detail: { days } }]
    : [{ key: 'decidedLongBefore', detail: { days } }]
}

function samePlace({ region, fund }: Subject, evidence: Evidence): Reason[] {
  return [
    ...(region && evidence.region === 'same' ? [{ key: 'sameRegion', detail: { region } } as const] : []),
    ...(fund && evidence.fund === 'same' ? [{ key: 'sameFund', detail: { fund } } as const] : []),
  ]
}

function otherPlace(subject: Subject, project: Known, { region, fund }: Evidence): Reason[] {
  const regions = subject.region && project.region && { ours: subject.region, theirs: project.region }
  const funds = subject.fund && project.fund && { ours: subject.fund, theirs: project.fund }
  const isOther = region === 'other' || region === 'wide'
  return [
    ...(regions && isOther ? [{ key: 'otherRegion', detail: regions } as const] : []),
    ...(funds && fund === 'other' ? [{ key: 'otherFund', detail: funds } as const] : []),
  ]
}
