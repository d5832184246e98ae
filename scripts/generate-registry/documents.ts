import type { StoredValue } from '../../lib/projects/shown.ts'
import type { GeneratedProject } from './projects.ts'

/** What a document says of a field; `label` opens the line, `raw` is the words. */
export type Said = {
  field: string
  origin: 'FIELD' | 'PROSE'
  label: string
  raw: string
  value: StoredValue
  code: string | null
  /** Whether the words are a block of their own instead of standing beside a label. */
  isBlock?: boolean
}

export type PlacedSaid = Said & { start: number; end: number; before: string; after: string }

const AROUND = 60

/** Lines of a document, and where in them each thing is said. */
export function writeDocument(title: string, said: readonly Said[]): { text: string; placed: PlacedSaid[] } {
  let text = `${title}\n\n`
  const places = said.map((one) => {
    text += one.isBlock ? '\n' : `${one.label}:\n`
    const start = text.length
    text += `${one.raw}\n`
    return { ...one, start, end: start + one.raw.length }
  })
  const placed = places.map((place) => ({
    ...place,
    before: text.slice(Math.max(0, place.start - AROUND), place.start),
    after: text.slice(place.end, place.end + AROUND),
  }))
  return { text, placed }
}

const kronor = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ' ')

/** What a project's page says. */
export function saidOfProject(project: GeneratedProject, owner: string): Said[] {
  const field = (
    key: string,
    label: string,
    raw: string,
    value: StoredValue,
    code: string | null = null,
  ): Said => ({
    field: key,
    origin: 'FIELD',
    label,
    raw,
    value,
    code,
  })
  const { startDate, endDate, participants, unit } = project
  return [
    field('name', 'Namn', project.name, project.name),
    field('region', 'Region', project.region[0], project.region[0], project.region[1]),
    field('owner', 'Projektägare', unit ? `${owner}, ${unit}` : owner, { organisation: owner, unit }),
    field('projectNumber', 'Projektnummer', project.number, project.number),
    ...(participants === null
      ? []
      : [field('plannedParticipants', 'Planerat antal deltagare', String(participants), participants)]),
    ...(startDate === null ? [] : [field('startDate', 'Startdatum', startDate, startDate)]),
    ...(endDate === null ? [] : [field('endDate', 'Slutdatum', endDate, endDate)]),
    field('totalBudget', 'Total projektbudget', kronor(project.budget), project.budget),
    field('grantedSupport', 'Beviljat stöd', kronor(project.support), project.support),
    field('fund', 'Berörd fond', project.fund, project.fund),
    field('programmeArea', 'Programområde', project.programmeArea, project.programmeArea),
    field('specificObjective', 'Specifikt mål', project.specificObjective, project.specificObjective),
    {
      ...field('description', '', project.paragraphs.join('\n'), blocksOf(project)),
      isBlock: true,
    },
    ...rivalOf(project),
  ]
}

const blocksOf = ({ paragraphs }: GeneratedProject): StoredValue =>
  paragraphs.map((text) => ({ kind: 'paragraph', text }))

function rivalOf({ rivalParticipants }: GeneratedProject): Said[] {
  if (rivalParticipants === null) return []
  const raw = `drygt ${rivalParticipants}`
  return [
    {
      field: 'plannedParticipants',
      origin: 'PROSE',
      label: 'Antal deltagare',
      raw,
      value: rivalParticipants,
      code: null,
    },
  ]
}

/** What a decision list says of an entry. */
export const saidOfItem = (project: GeneratedProject, owner: string): Said[] => [
  said('name', 'Projekt', project.name, project.name),
  said('applicant', 'Sökande', owner, { organisation: owner, unit: null }),
  { ...said('amount', 'Sökt belopp', kronor(project.support), project.support), code: 'APPLIED' },
  said('fund', 'Fond', project.fund, project.fund),
]

const said = (field: string, label: string, raw: string, value: StoredValue): Said => ({
  field,
  origin: 'FIELD',
  label,
  raw,
  value,
  code: null,
})
