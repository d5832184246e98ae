import { makeProject, organisationNames } from '../generate-registry/projects.ts'
import { Random } from '../generate-registry/random.ts'

export const HEADERS = [
  'Diarienummer / Operation ID',
  'Namn på insatsen / Operation Name',
  'Stödmottagare / Beneficiary',
  'Programområde / Priority',
  'Specifikt mål / Specific objective concerned',
  'Total projektbudget / Total budget SEK',
  'EU-stöd i SEK / EU contribution SEK',
  'Startdatum / Start date',
  'Slutdatum / End date',
  'EU-fond / EU fund',
  'Region',
  'Antal deltagare',
  'Sammanfattning / Summary',
]

const LONGEST_SUMMARY = 300

/** Rows of an invented list of operations: the same seed gives the same rows. */
export function* inventedRows(count: number, seed: number): Generator<string[]> {
  const random = new Random(seed)
  const organisations = organisationNames(count)
  for (let id = 1; id <= count; id++) {
    const project = makeProject(random, id, count, organisations.length)
    yield [
      project.number,
      project.name,
      organisations[project.owner] ?? '',
      project.programmeArea,
      project.specificObjective,
      String(project.budget),
      String(project.support),
      project.startDate ?? '',
      project.endDate ?? '',
      project.fund,
      project.region[0],
      String(project.participants ?? ''),
      project.paragraphs.join(' ').slice(0, LONGEST_SUMMARY),
    ]
  }
}

/** The rows as a CSV file. */
export function csvOf(rows: Iterable<readonly string[]>): Uint8Array<ArrayBuffer> {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')
  const lines = [line(HEADERS)]
  for (const row of rows) lines.push(line(row))
  return new TextEncoder().encode(lines.join('\n'))
}
