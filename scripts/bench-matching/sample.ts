import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../lib/documents/extract/index.ts'
import type { DocumentDraft } from '../../lib/imports/drafts.ts'
import { readExtracted } from '../../lib/imports/read.ts'
import type { Known, Subject } from '../../lib/matching/match.ts'
import { subjectOfEntry, subjectOfPage } from '../../lib/matching/subject-of-draft.ts'
import type { Exam, Question } from './cases.ts'
import { NAMES, nextNames } from './next-names.ts'
import { PAIRS, type Told } from './pairs.ts'
import { LABELS } from './sample-labels.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SAMPLE = join(ROOT, 'prisma', 'sample', 'documents')

/** The entries of the sample's lists against its pages, by labels given by hand. @throws where a label fits no entry */
export function sampleExam(): Exam {
  const drafts = draftsIn(SAMPLE)
  const registry = pagesOf(drafts)
  const entries = entriesOf(drafts)
  const questions = LABELS.map(({ file, name, is }): Question => {
    const entry = entries.find((one) => one.file === file && one.subject.name === name)
    if (!entry) throw new Error(`No entry of ${file} is called “${name}”.`)
    return {
      subject: entry.subject,
      truth: is === null ? null : idOf(registry, is),
      what: `${file}: ${name}`,
    }
  })
  return { registry, questions: [...questions, ...laterCaptures(drafts, registry)] }
}

/** Pairs given by hand, each a registry of its own. */
export const pairExams = (): Exam[] =>
  PAIRS.map(({ what, known, are, why }) => ({
    registry: [knownOf(known)],
    questions: [
      {
        subject: subjectOf(what),
        truth: are === 'one' ? 1 : null,
        what: `${what.name} / ${known.name}: ${why}`,
      },
    ],
  }))

/** The next project of the same people, for which a clerk copied every figure but the number. */
export const nextNameExams = (): Exam[] =>
  NAMES.map((name) => {
    const told: Told = { ...COPIED, name }
    const questions = nextNames(name).map((next): Question => {
      return { subject: subjectOf({ ...told, name: next }), truth: null, what: 'next name' }
    })
    const itself = { subject: subjectOf({ ...told, name: name.toUpperCase() }), truth: 1, what: 'itself' }
    return { registry: [knownOf({ ...told, no: '2016/00417' })], questions: [...questions, itself] }
  })

const COPIED: Omit<Told, 'name'> = {
  by: 'Sala kommun',
  kr: 4_312_550,
  from: '2016-09-01',
  until: '2019-08-31',
  where: 'SE12',
  fund: 'ESF',
}

/**
 * Pages and entries of other copies of the sample's documents, where a folder has them: against the sample's pages, and
 * its entries that have no page. Each is the one of the same number, or else of the same name and owner.
 */
export function foundExam(folders: readonly string[]): Exam | null {
  const drafts = folders.filter((folder) => existsSync(folder)).flatMap(draftsIn)
  if (drafts.length === 0) return null
  const sample = draftsIn(SAMPLE)
  const pages = pagesOf(sample)
  const listed = entriesOf(sample).flatMap(({ file, subject }, at) =>
    LABELS.some((label) => label.file === file && label.name === subject.name && label.is)
      ? []
      : asKnown(subject, 1000 + at),
  )
  const registry = [...pages, ...listed]
  const subjects = [
    ...drafts.flatMap(({ page }) => (page ? subjectOfPage(page) : [])),
    ...entriesOf(drafts).map(({ subject }) => subject),
  ]
  return {
    registry,
    questions: subjects.map((subject) => ({ subject, truth: sameIn(registry, subject), what: subject.name })),
  }
}

function draftsIn(folder: string): DocumentDraft[] {
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|html)$/.test(file))
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name))
      const extracted = extract(bytes)
      const read = extracted.ok ? readExtracted({ name, bytes }, extracted) : null
      return read?.ok ? read.draft : []
    })
}

const entriesOf = (drafts: readonly DocumentDraft[]) =>
  drafts.flatMap(({ file, decisions }) =>
    decisions.flatMap((decision) =>
      decision.items.map((item) => ({ file, subject: subjectOfEntry(decision, item) })),
    ),
  )

/** The pages as the registry has them; of two captures the first. */
function pagesOf(drafts: readonly DocumentDraft[]): Known[] {
  const subjects = drafts.flatMap(({ page }) => (page ? subjectOfPage(page) : []))
  const firsts = subjects.filter(
    ({ numbers, name }, at) =>
      subjects.findIndex((other) => (numbers[0] ? other.numbers[0] === numbers[0] : other.name === name)) ===
      at,
  )
  return firsts.map((subject, at) => asKnown(subject, at + 1))
}

function asKnown(subject: Subject, id: number): Known {
  const { numbers, name, owners, amounts, startDate, endDate, region, fund } = subject
  const [owner] = owners
  const column = (kind: string) => amounts.find((amount) => amount.kind === kind)?.kronor ?? null
  return {
    id,
    numbers,
    name,
    otherNames: [],
    owner: owner ? { id: 10_000 + id, name: owner.name, number: owner.number, unit: owner.unit } : null,
    totalBudget: column('totalBudget'),
    grantedSupport: column('grantedSupport'),
    amounts: amounts.filter(({ kind }) => kind !== 'totalBudget' && kind !== 'grantedSupport'),
    startDate,
    endDate,
    region,
    fund,
  }
}

/** A later capture of a page is the same project. */
function laterCaptures(drafts: readonly DocumentDraft[], registry: readonly Known[]): Question[] {
  return drafts.flatMap(({ page }, at) => {
    const isLater = drafts.slice(0, at).some((other) => other.page?.numbers[0] === page?.numbers[0])
    if (!page?.numbers[0] || !isLater) return []
    const subject = subjectOfPage(page)
    return { subject, truth: idOf(registry, page.numbers[0]), what: `page of ${page.numbers[0]}` }
  })
}

function idOf(registry: readonly Known[], number: string): number {
  const found = registry.find(({ numbers }) => numbers.includes(number))
  if (!found) throw new Error(`No page of the sample has the number ${number}.`)
  return found.id
}

function sameIn(registry: readonly Known[], { numbers, name, owners }: Subject): number | null {
  const same = registry.find((known) =>
    numbers[0]
      ? known.numbers.includes(numbers[0])
      : known.name === name && known.owner?.name === owners[0]?.name,
  )
  return same?.id ?? null
}

const NOTHING = { startDate: null, endDate: null, region: null, fund: null }

function subjectOf({ name, by, unit, no, kr, to, at, from, until, where, fund }: Told): Subject {
  return {
    ...NOTHING,
    kind: at ? 'entry' : 'row',
    numbers: no ? [no] : [],
    name,
    owners: by ? [{ name: by, unit: unit ?? null, number: null, ids: [] }] : [],
    amounts: kr ? [{ kind: at ? 'applied' : 'grantedSupport', kronor: kr, precision: to ?? 1 }] : [],
    decidedOn: at ?? null,
    startDate: from ?? null,
    endDate: until ?? null,
    region: where ?? null,
    fund: fund ?? null,
    rejected: false,
  }
}

const knownOf = (told: Told): Known => asKnown(subjectOf({ ...told, at: undefined } as Told), 1)
