import { type FoundWords, piecesOf, placeOfWords } from '../description.ts'
import { otherProjectIn } from '../other-project.ts'
import * as prose from '../prose.ts'
import { type Reading, valueIn } from '../reading.ts'
import type { Source } from '../source.ts'
import type { ProjectFieldKey, ProjectPage } from '../types.ts'
import { isMunicipality, nearDoubleIn, sameName } from '../values/organisation.ts'
import { type Warning, warn } from '../warnings.ts'
import { PROJECT_FIELDS } from './fields.ts'

/** What a careful reader would point at on a page: each check answers with its warnings. */
type Check = (page: ProjectPage, source: Source) => Warning[]

const CHECKS: Check[] = [
  zeroCosts,
  rateAgainstShare,
  supportAgainstBudget,
  endAgainstStart,
  amountsAgainstNumber,
  oreInAmounts,
  titleAgainstFields,
  ownerWrittenTwice,
  ownersTogether,
  regionIsKnown,
  emailDomain,
  textAgainstParticipants,
  textAgainstPeriod,
  textAgainstBudget,
  textAgainstName,
  brokenCharacters,
]

/** Runs every check on a page that has been read. */
export const checkProjectPage = (source: Source, page: ProjectPage): Warning[] =>
  CHECKS.flatMap((check) => check(page, source))

/** The label to name a field by in a sentence. */
const labelOf = (key: ProjectFieldKey): string =>
  PROJECT_FIELDS.find((field) => field.key === key)?.labels[0] ?? key
const kronor = (amount: number): string => `${amount.toLocaleString('sv-SE').replace(/\s/g, ' ')} kr`
const percent = (share: number): string => `${Number((share * 100).toFixed(1)).toLocaleString('sv-SE')} %`

function zeroCosts({ fields: { totalCosts } }: ProjectPage): Warning[] {
  if (totalCosts?.state !== 'read' || totalCosts.value !== null) return []
  return [warn('zero-costs-not-reported', totalCosts.place, { field: 'totalCosts' })]
}

/** The stated rate is the programme's; it often is not what this project got. Compared in whole percent. */
function rateAgainstShare({ fields }: ProjectPage): Warning[] {
  const rate = valueIn(fields.unionCofinancingRate)
  const [budget, support] = [valueIn(fields.totalBudget), valueIn(fields.grantedSupport)]
  if (!fields.unionCofinancingRate || !rate || !budget || support === undefined) return []
  const share = support / budget
  if (Math.abs(share - rate) <= 0.005 || share > 1) return []
  const facts = {
    field: 'unionCofinancingRate',
    says: fields.unionCofinancingRate.raw,
    value: percent(share),
  }
  return [warn('rate-differs-from-share', fields.unionCofinancingRate.place, facts)]
}

function supportAgainstBudget({ fields }: ProjectPage): Warning[] {
  const [budget, support] = [valueIn(fields.totalBudget), valueIn(fields.grantedSupport)]
  if (budget === undefined || support === undefined || !fields.grantedSupport || support <= budget) return []
  const facts = { field: 'grantedSupport', says: kronor(support), value: kronor(budget) }
  return [warn('support-exceeds-budget', fields.grantedSupport.place, facts)]
}

function endAgainstStart({ fields }: ProjectPage): Warning[] {
  const [start, end] = [valueIn(fields.startDate), valueIn(fields.endDate)]
  if (!start || !end || !fields.endDate || end >= start) return []
  return [warn('end-before-start', fields.endDate.place, { field: 'endDate', says: end, value: start })]
}

/** "2015/00311" under a label of money is the number of the project, not its money. */
function amountsAgainstNumber({ fields, titleNumber }: ProjectPage): Warning[] {
  const numbers = [fields.projectNumber?.raw, fields.diaryNumber?.raw, titleNumber?.raw].flatMap(
    (raw) => raw || [],
  )
  const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '')
  return (['totalBudget', 'grantedSupport', 'totalCosts'] as const).flatMap((field) => {
    const reading = fields[field]
    const number =
      reading && numbers.find((raw) => digits(raw).length > 3 && digits(raw) === digits(reading.raw))
    if (!reading || !number) return []
    return warn('amount-equals-project-number', reading.place, { field, says: reading.raw, value: number })
  })
}

/** Money is kept in whole kronor; where the source has öre, the rounding is told. */
function oreInAmounts({ fields }: ProjectPage): Warning[] {
  return (['totalBudget', 'grantedSupport', 'totalCosts'] as const).flatMap((field) => {
    const reading = fields[field]
    const hasOre =
      reading?.state === 'read' && reading.precision === 1 && /\d[.,](?!00)\d{2}(?!\d)/.test(reading.raw)
    return reading && hasOre
      ? warn('rounded-to-kronor', reading.place, {
          field,
          says: reading.raw,
          value: kronor(reading.value ?? 0),
        })
      : []
  })
}

function titleAgainstFields({ fields, title, titleNumber }: ProjectPage): Warning[] {
  const found: Warning[] = []
  const number = fields.projectNumber ?? fields.diaryNumber
  if (titleNumber && number?.state === 'read' && !sameName(titleNumber.raw, number.raw)) {
    const field = fields.projectNumber ? 'projectNumber' : 'diaryNumber'
    const facts = { field, label: labelOf(field), says: titleNumber.raw, value: number.raw }
    found.push(warn('title-differs-from-field', titleNumber.place, facts))
  }
  const name = valueIn(fields.name)
  if (title && name && titleNumber && !sameName(title.raw, `${titleNumber.raw}${name}`)) {
    found.push(
      warn('title-differs-from-field', title.place, {
        field: 'name',
        label: 'Namn',
        says: title.raw,
        value: name,
      }),
    )
  }
  return found
}

function ownerWrittenTwice({ fields: { owner } }: ProjectPage): Warning[] {
  const pair = owner?.state === 'read' ? nearDoubleIn(owner.raw) : undefined
  if (!owner || !pair) return []
  return [warn('near-double-owner', owner.place, { field: 'owner', value: pair[0], says: pair[1] })]
}

function ownersTogether({ fields: { owner } }: ProjectPage): Warning[] {
  const names = valueIn(owner)?.organisation.split(', ') ?? []
  if (!owner || names.length < 2 || !names.every(isMunicipality)) return []
  return [warn('several-owners', owner.place, { field: 'owner', says: owner.raw })]
}

function regionIsKnown({ fields: { region } }: ProjectPage): Warning[] {
  if (region?.state !== 'read' || region.code) return []
  return [warn('unknown-region', region.place, { field: 'region', says: region.raw })]
}

// Providers that say nothing about whom somebody works for, and domains that are set aside for examples.
const NOBODYS_DOMAIN =
  /^(?:gmail|hotmail|outlook|live|icloud|yahoo|telia|tele2|bredband|comhem|msn)\.|(?:^|\.)(?:example|exempel)\./i

/** A contact at a domain that has nothing to do with anyone whom the page names. */
function emailDomain({ fields, title, description }: ProjectPage, source: Source): Warning[] {
  const email = fields.contactEmail
  const domain = valueIn(email)?.split('@')[1]?.toLowerCase()
  if (!email || !domain || NOBODYS_DOMAIN.test(domain)) return []
  const named = [fields.owner?.raw, title?.raw, valueIn(fields.name)].join(' ')
  if (domainBelongsTo(domain, named)) return []
  const text = description ? source.text.slice(description.place.start, description.place.end) : ''
  if (domainBelongsTo(domain, text)) return []
  return [warn('email-domain-belongs-to-nobody-named', email.place, { field: 'contactEmail', says: domain })]
}

const SMALL_WORDS = new Set(['och', 'i', 'for', 'pa', 'av', 'till', 'med', 'den', 'det'])

const latin = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** Whether part of a domain's name stands in the text, or is made of the first letters of words in a row. */
function domainBelongsTo(domain: string, text: string): boolean {
  const words = latin(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const meaningful = words.filter((word) => !SMALL_WORDS.has(word))
  const letters = [words.join(''), meaningful.join('')]
  const initials = [words, meaningful].map((row) => row.map((word) => word.charAt(0)).join(''))
  const parts = domain
    .split('.')
    .slice(0, -1)
    .flatMap((label) => [label, ...label.split('-')])
  return parts
    .map((part) => latin(part))
    .some((part) => {
      if (part.length >= 4 && (letters.some((row) => row.includes(part)) || shortensWord(part, words)))
        return true
      return (
        part.length >= 2 &&
        part.length <= 6 &&
        (initials.some((row) => row.includes(part)) || words.includes(part))
      )
    })
}

/** "sodertalje" for "Södertäljes", "skanestadsmission" for "Skåne", "Stadsmission": a long word lies in the label. */
const shortensWord = (part: string, words: string[]) =>
  words.some((word) => word.length >= 5 && part.includes(word))

/** A warning about words in the description. Places are found anew because white space was folded. */
function contradiction(
  source: Source,
  found: FoundWords,
  field: ProjectFieldKey,
  reading: Reading<unknown>,
): Warning {
  const says = found.raw.slice(found.start, found.end)
  const facts = { field, label: labelOf(field), says, value: reading.raw }
  return warn('text-contradicts-field', placeOfWords(source, found), facts)
}

function textAgainstParticipants({ fields, description }: ProjectPage, source: Source): Warning[] {
  const field = fields.plannedParticipants
  const stated = valueIn(field)
  if (!field || stated === undefined || stated === 0 || !description) return []
  const said = piecesOf(description.blocks).flatMap((piece) =>
    prose
      .findParticipants(piece.raw)
      .map((statement) => ({ ...piece, ...statement, whole: prose.isAboutTheWhole(piece.raw, statement) })),
  )
  // A text may also count groups; it contradicts the field only if it nowhere agrees.
  const sum = said.reduce((total, { value }) => total + value, 0)
  if (sum === stated || said.some((statement) => prose.countsAgree(statement, stated))) return []
  const first = said.find((statement) => statement.whole)
  return first ? [contradiction(source, first, 'plannedParticipants', field)] : []
}

function textAgainstPeriod({ fields, description }: ProjectPage, source: Source): Warning[] {
  const [start, end] = [valueIn(fields.startDate), valueIn(fields.endDate)]
  if (!start || !end || !description || !fields.startDate || !fields.endDate) return []
  for (const piece of piecesOf(description.blocks)) {
    const duration = prose.findDurations(piece.raw).find((says) => !prose.durationsAgree(says, start, end))
    if (duration) return [contradiction(source, { ...piece, ...duration }, 'endDate', fields.endDate)]
    const first = prose.findFirstDays(piece.raw).find(({ value }) => !prose.daysAgree(value, start))
    if (first) return [contradiction(source, { ...piece, ...first }, 'startDate', fields.startDate)]
    const last = prose.findLastDays(piece.raw).find(({ value }) => !prose.daysAgree(value, end))
    if (last) return [contradiction(source, { ...piece, ...last }, 'endDate', fields.endDate)]
    const years = prose
      .findYears(piece.raw)
      .find(({ value }) => value.start !== start.slice(0, 4) || value.end !== end.slice(0, 4))
    if (years) return [contradiction(source, { ...piece, ...years }, 'endDate', fields.endDate)]
    const agrees = (says: { start: string; end: string }) =>
      prose.daysAgree(says.start, start) && prose.daysAgree(says.end, end)
    const period = prose.findPeriods(piece.raw).find(({ value }) => !agrees(value))
    if (period) return [contradiction(source, { ...piece, ...period }, 'startDate', fields.startDate)]
  }
  return []
}

function textAgainstBudget({ fields, description }: ProjectPage, source: Source): Warning[] {
  const stated = [valueIn(fields.totalBudget), valueIn(fields.grantedSupport)].filter(
    (value) => value !== undefined,
  )
  const field = fields.totalBudget ?? fields.grantedSupport
  if (stated.length === 0 || !description || !field) return []
  for (const piece of piecesOf(description.blocks)) {
    const budget = prose.findBudgets(piece.raw).find((says) => !prose.sumsAgree(says, stated))
    const key = fields.totalBudget ? 'totalBudget' : 'grantedSupport'
    if (budget) return [contradiction(source, { ...piece, ...budget }, key, field)]
  }
  return []
}

function textAgainstName({ fields, description }: ProjectPage, source: Source): Warning[] {
  const name = valueIn(fields.name)
  if (!name || !description) return []
  return otherProjectIn(source, description.blocks, name)
}

// A letter and the mark that belongs over it, torn apart on the way: "Go?teborg", "projekta?gare".
const TORN_LETTER = /(?<=\p{L})[aouAOU]\?(?=\p{Ll}{2})|(?<!\p{L})[AO]\?(?=\p{Ll}{3})|\uFFFD|Ã[¤¥¶…„–]/u

function brokenCharacters(_page: ProjectPage, source: Source): Warning[] {
  const match = TORN_LETTER.exec(source.text)
  if (!match) return []
  const from = Math.max(0, match.index - 30)
  const start = from + (/\S*$/.exec(source.text.slice(from, match.index))?.index ?? 0)
  const end =
    match.index + (/^\S{1,30}/.exec(source.text.slice(match.index, match.index + 30))?.[0].length ?? 1)
  return [warn('broken-characters', { start, end }, { says: source.text.slice(start, end) })]
}
