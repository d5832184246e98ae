import { basisOf } from '../corrections/basis.ts'
import { loadRecord } from '../corrections/load.ts'
import { saveCorrections } from '../corrections/save.ts'
import { database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import type { GivenFile } from '../imports/read.ts'
import { changeRegistry } from '../registry/change.ts'
import { textFile } from '../testing/registry.ts'
import { mergeOrganisations } from './commands.ts'

// What tests of organisations bring in and look at.

type PageOf = {
  number: string
  name: string
  owner: string
  ownerNumber?: string
  support?: string
  day?: string
}

/** A project's page. */
export const page = ({ number, name, owner, ownerNumber = '', support = '100 000', day }: PageOf) =>
  textFile(
    `${number.replace('/', '-')}-${day ?? ''}.txt`,
    [
      `${number} - ${name}`,
      'Diarienummer:',
      number,
      'Namn:',
      name,
      'Projektägare:',
      owner,
      'Projektägare organisationsnummer:',
      ownerNumber,
      'Region:',
      'Stockholm',
      'Projektperiod:',
      '2019-08-01 - 2022-06-30',
      'Beviljat ESF-stöd:',
      support,
      '',
      `Projektet är påhittat.`,
    ],
    day,
  )

type Entry = { name: string; applicant: string; amount?: string; partners?: string[] }

/** A list of decisions. */
export const list = (entries: Entry[], day = '2019-07-01') =>
  textFile(
    `beslut-${day}.txt`,
    [
      'Projekt i Stockholm',
      '',
      'Prioriterade ESF-projekt, beslut 13 juni 2019',
      'Strukturfondspartnerskapet Stockholm har prioriterat följande projekt.',
      '',
      ...entries.flatMap(({ name, applicant, amount = '100 000', partners = [] }) => [
        name,
        `Sökande: ${applicant}`,
        `Sökt belopp: ${amount} kronor`,
        ...(partners.length > 0 ? [`Samverkansparter: ${partners.join(', ')}`] : []),
        '',
      ]),
    ],
    day,
  )

export const bringIn = (...files: GivenFile[]) => importFiles(files, { actor: 'test' })

const versionOf = async (slug: string): Promise<number> =>
  (await database().organisation.findUnique({ where: { slug } }))?.version ?? 0

/** Merges two as they are now. */
export const mergeNow = async (fromSlug: string, intoSlug: string, rightNumber: string | null = null) =>
  mergeOrganisations({
    fromSlug,
    intoSlug,
    reason: 'Samma organisation enligt kommunens webbplats.',
    evidence: 'https://example.se/om',
    versions: { from: await versionOf(fromSlug), into: await versionOf(intoSlug) },
    rightNumber,
  })

/** Gives an organisation an official name or a number, as the form does. */
export const correct = (slug: string, field: 'name' | 'number', value: string) =>
  changeRegistry<unknown, unknown>('records.correct', async (tx, acting) => {
    const { id } = await tx.organisation.findUniqueOrThrow({ where: { slug } })
    const subject = { kind: 'organisation', id } as const
    const basis = basisOf((await loadRecord(tx, subject))?.fields[field]?.shown ?? null)
    const typed = { value, code: null, precision: null, qualifier: null }
    return saveCorrections(tx, acting, {
      subject,
      changes: [{ field, basis, as: 'value', typed }],
      reason: 'Enligt registret hos SCB.',
      evidence: null,
    })
  })

/** Everything that depends on which organisations are one, by addresses and names. */
export async function picture() {
  const db = database()
  const [organisations, projects, participations, items] = await Promise.all([
    db.organisation.findMany({ orderBy: { slug: 'asc' }, include: { mergedInto: true, names: true } }),
    db.project.findMany({ orderBy: { slug: 'asc' }, include: { owner: true } }),
    db.participation.findMany({
      include: { organisation: true, item: true },
      orderBy: [{ item: { name: 'asc' } }, { role: 'asc' }, { position: 'asc' }],
    }),
    db.decisionItem.findMany({ orderBy: { name: 'asc' }, include: { project: true } }),
  ])
  const vectors = await db.$queryRaw<{ slug: string; vector: string }[]>`
    SELECT p.slug, s."organisationVector"::text AS vector FROM project_search s JOIN project p ON p.id = s."projectId"
    ORDER BY 1`
  return {
    organisations: organisations.map(({ slug, name, number, mergedInto, names, ...sums }) => ({
      slug,
      name,
      number,
      into: mergedInto?.slug ?? null,
      names: names.map((one) => one.name).sort(),
      sums: [sums.owned, Number(sums.granted), sums.applied, sums.partner],
    })),
    owners: projects.map(({ slug, owner }) => [slug, owner?.slug ?? null]),
    participations: participations.map(({ item, role, name, organisation }) => [
      item?.name,
      role,
      name,
      organisation.slug,
    ]),
    links: items.map(({ name, project, linkedBy }) => [name, project?.slug ?? null, linkedBy]),
    vectors,
  }
}
