import type { Random } from './random.ts'
import {
  COMMON_WORD,
  GROUPS,
  KINDS,
  PLACES,
  PROGRAMMES,
  QUALITIES,
  RARE_WORD,
  REGIONS,
  SHAPES,
  THEMES,
  THINGS,
  UNITS,
  VERBS,
} from './words.ts'

/** A project as its page tells it. Money is kronor, dates are ISO; null is a field that the page does not have. */
export type GeneratedProject = {
  id: number
  number: string
  name: string
  /** The place of its owner in the list of organisations. */
  owner: number
  unit: string | null
  region: readonly [name: string, code: string]
  fund: string
  programmeArea: string
  specificObjective: string
  startDate: string | null
  endDate: string | null
  participants: number | null
  budget: number
  support: number
  /** A second figure of participants, in the text: a disagreement. */
  rivalParticipants: number | null
  paragraphs: string[]
}

const RARE_PROJECTS = 5
const COMMON_EVERY = 10

/** The organisations of a registry of so many projects: one for every eight, the first ones far the commonest. */
export function organisationNames(projects: number): string[] {
  const most = PLACES.length * KINDS.length
  return Array.from({ length: Math.min(most, Math.max(12, Math.ceil(projects / 8))) }, (_, index) => {
    const kind = KINDS[Math.floor(index / PLACES.length)] ?? KINDS[0]
    return kind?.(PLACES[index % PLACES.length] ?? PLACES[0]) ?? ''
  })
}

/** The n-th of so many projects, n from 1. */
export function makeProject(
  random: Random,
  id: number,
  projects: number,
  organisations: number,
): GeneratedProject {
  const programme = PROGRAMMES[random.zipf(PROGRAMMES.length)] ?? PROGRAMMES[0]
  const [firstYear, lastYear] = programme.years
  const year = random.between(firstYear, lastYear)
  const dates = random.chance(0.03) ? { startDate: null, endDate: null } : makeDates(random, year)
  const participants = random.chance(0.1) ? null : random.between(0, 900)
  const budget = random.between(400_000, 90_000_000)
  return {
    id,
    number: numberOf(id, year, programme.fund),
    name: makeName(random, id),
    owner: random.zipf(organisations),
    unit: random.chance(0.3) ? random.pick(UNITS) : null,
    region: REGIONS[random.zipf(REGIONS.length)] ?? ['Stockholm', 'SE11'],
    fund: programme.fund,
    programmeArea: random.pick(programme.areas),
    specificObjective: random.pick(programme.objectives),
    ...dates,
    participants,
    budget,
    support: Math.round(budget * (0.3 + random.next() * 0.4)),
    rivalParticipants:
      participants !== null && random.chance(0.08) ? participants + random.between(20, 90) : null,
    paragraphs: makeParagraphs(random, id, projects),
  }
}

/** Diary numbers before 2021, the numbers of ESF+ after: each once. */
function numberOf(id: number, year: number, fund: string): string {
  const serial = String(id).padStart(5, '0')
  if (fund !== 'ESF+') return `${year}/${serial.slice(-5)}${id > 99_999 ? String(id).slice(0, -5) : ''}`
  const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(Math.floor(id / 1000) % 26)
  const round = Math.floor(id / 26_000)
  return `${year % 100}-${String(id % 1000).padStart(3, '0')}-${letter}${String(round).padStart(2, '0')}`
}

function makeDates(random: Random, year: number) {
  const start = new Date(Date.UTC(year, random.between(0, 11), 1))
  const end = new Date(start)
  end.setUTCMonth(end.getUTCMonth() + random.between(6, 42))
  end.setUTCDate(0)
  return { startDate: isoDay(start), endDate: isoDay(end) }
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function makeName(random: Random, id: number): string {
  const theme = random.pick(THEMES)
  const place = random.pick(PLACES)
  const forms = [
    `${capital(theme)} ${place}`,
    `${capital(random.pick(THINGS))} för ${random.pick(GROUPS)} i ${place}`,
    `${place}${random.pick(SHAPES)}`,
    `${capital(random.pick(QUALITIES))} vägar till ${theme} ${id % 97}`,
    `${capital(theme)} och ${random.pick(THINGS)} ${id % 13}.0`,
  ] as const
  return random.pick(forms)
}

function makeParagraphs(random: Random, id: number, projects: number): string[] {
  const paragraphs = Array.from({ length: random.between(2, 5) }, () => makeParagraph(random))
  if (id % COMMON_EVERY === 0) paragraphs.push(`Projektet arbetar med ${COMMON_WORD} mot arbetsgivare.`)
  if (id % Math.ceil(projects / RARE_PROJECTS) === 1)
    paragraphs.push(`En del av arbetet sker i ${RARE_WORD}.`)
  return paragraphs
}

function makeParagraph(random: Random): string {
  const sentences = Array.from({ length: random.between(2, 5) }, () => {
    const subject = random.pick([random.pick(THEMES), random.pick(GROUPS), 'projektet', 'partnerskapet'])
    const end = random.pick([
      `i ${random.pick(PLACES)}`,
      `för ${random.pick(GROUPS)}`,
      `inom ${random.pick(THEMES)}`,
    ])
    return `${capital(subject)} ${random.pick(VERBS)} ${random.pick(QUALITIES)} ${random.pick(THINGS)} ${end}.`
  })
  return sentences.join(' ')
}
