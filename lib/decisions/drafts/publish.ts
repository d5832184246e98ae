import 'server-only'
import type { Refusal } from '../../auth/guard.ts'
import { evidenceText, readEvidence } from '../../corrections/evidence.ts'
import type { Transaction } from '../../db.ts'
import { projectsMeant } from '../../projects/finder.ts'
import type { Acting } from '../../registry/acting.ts'
import { changeRegistry } from '../../registry/change.ts'
import { touch } from '../../registry/touched.ts'
import { ok, problem, type Result } from '../../result.ts'
import { decisionKey, entryKey } from '../identity.ts'
import { type DraftGone, heldDraft } from './commands.ts'
import { type DraftProblem, type ReadDraft, readDraft } from './read.ts'
import { DECISION_KEYS, type DraftContent, ENTRY_KEYS } from './schema.ts'
import { addEntries, type KeyedEntry, makeDecision } from './write.ts'

export type PublishProblem =
  | DraftGone
  /** Somebody has written in it since it was read. */
  | { kind: 'stale' }
  | { kind: 'invalid'; problems: DraftProblem[] }
  /** The registry has this decision: the entries can be added to it. */
  | { kind: 'exists'; slug: string; heading: string }

export type Publish = {
  id: number
  /** What was read when publishing was chosen. */
  version: number
  /** Add to the decision that there is already, by its slug. */
  addTo?: string | null
}

/**
 * Makes a draft public as one act: the decision, its entries and every given value as a correction with its trace, or
 * nothing. Whoever publishes what is published is told where.
 */
export function publishDraft({
  id,
  version,
  addTo = null,
}: Publish): Promise<Result<{ slug: string }, Refusal | PublishProblem>> {
  return changeRegistry(
    'decisions.write',
    async (tx, acting): Promise<Result<{ slug: string }, PublishProblem>> => {
      const held = await heldDraft(tx, id)
      if (!held.ok) return held
      const { content } = held.value
      if (held.value.version !== version) return problem({ kind: 'stale' })
      const prepared = await prepare(tx, content, addTo)
      if (!prepared.ok) return prepared
      const { slug, isNew, decisionId } = await write(tx, acting, prepared.value)
      await tx.decisionDraft.update({
        where: { id },
        data: {
          content: isNew ? content : { ...content, addsTo: slug },
          publishedAt: new Date(),
          updatedById: acting.by.userId,
          version: version + 1,
          ...(isNew && { decisionId }),
        },
      })
      return ok({ slug })
    },
  )
}

/** Everything that is wrong with a draft as it stands, for its form. What is not asked here is asked again when publishing. */
export async function problemsOf(tx: Transaction, content: DraftContent): Promise<DraftProblem[]> {
  const prepared = await prepare(tx, content, null)
  return prepared.ok || prepared.problem.kind !== 'invalid' ? [] : prepared.problem.problems
}

type Prepared = {
  key: string
  draft: ReadDraft
  entries: KeyedEntry[]
  evidence: string
  /** The decision that is there already. */
  into: { id: number; slug: string; last: number } | null
}

async function prepare(
  tx: Transaction,
  content: DraftContent,
  addTo: string | null,
): Promise<Result<Prepared, PublishProblem>> {
  const draft = readDraft(content)
  const problems = [...draft.problems]
  const source = await sourceOf(tx, draft.source)
  if (!source.ok) problems.push({ entry: null, field: 'source', why: source.problem })
  const key = decisionKey(draft.decision, [])
  const wanted = addTo ?? content.addsTo
  const there = await decisionThere(tx, wanted === null ? { key } : { slug: wanted })
  if (wanted !== null && !there) return problem({ kind: 'missing' })
  const entries = await keyed(tx, draft, problems)
  problems.push(...doubles(entries, there?.items ?? []))
  // Told before what is wrong with entries: it may be that none of this has to be written.
  const isComplete = !draft.problems.some(({ entry }) => entry === null)
  if (there && wanted === null && isComplete)
    return problem({ kind: 'exists', slug: there.slug, heading: there.heading })
  if (problems.length > 0 || !source.ok)
    return problem({ kind: 'invalid', problems: inOrder(problems, content) })
  const into = there && {
    id: there.id,
    slug: there.slug,
    last: Math.max(-1, ...there.items.map(({ position }) => position)),
  }
  return ok({ key, draft, entries, evidence: source.value, into })
}

/** Where it stands, as corrections name it. Without a source nothing is published. */
async function sourceOf(tx: Transaction, typed: string): Promise<Result<string, DraftProblem['why']>> {
  const read = readEvidence(typed)
  if (!read.ok || read.value === null) return problem(read.ok ? 'missing' : read.problem)
  if (read.value.kind === 'web') return ok(evidenceText(read.value))
  const { slug } = read.value
  const document = await tx.sourceDocument.findUnique({
    where: { slug, undoneAt: null },
    select: { id: true },
  })
  return document ? ok(evidenceText(read.value)) : problem('unknownDocument')
}

const decisionThere = (tx: Transaction, where: { key: string } | { slug: string }) =>
  tx.decision.findUnique({
    where,
    select: { id: true, slug: true, heading: true, items: { select: { key: true, position: true } } },
  })

/** The entries with the projects that they name, and their keys. */
async function keyed(
  tx: Transaction,
  { entries }: ReadDraft,
  problems: DraftProblem[],
): Promise<KeyedEntry[]> {
  const projects = await projectsMeant(
    entries.map(({ project }) => project),
    tx,
  )
  return entries.map((entry, at) => {
    const project = projects[at] ?? null
    if (entry.project !== '' && !project)
      problems.push({ entry: entry.id, field: 'project', why: 'unknownProject' })
    return { ...entry, key: entryKey(entry), projectId: project?.id ?? null }
  })
}

/** Entries that are another of the draft, or one that the decision has already. */
function doubles(entries: readonly KeyedEntry[], there: readonly { key: string }[]): DraftProblem[] {
  const known = new Set(there.map(({ key }) => key))
  const seen = new Map<string, number>()
  return entries.flatMap(({ id, key, name }, at): DraftProblem[] => {
    if (name === '') return []
    if (known.has(key)) return [{ entry: id, field: 'name', why: 'sameInDecision' }]
    const other = seen.get(key)
    if (other !== undefined) return [{ entry: id, field: 'name', why: 'sameInDraft', other }]
    seen.set(key, at + 1)
    return []
  })
}

/** As the form shows them: the decision's own first, then entry by entry, field by field. */
function inOrder(problems: readonly DraftProblem[], { entries }: DraftContent): DraftProblem[] {
  const places = new Map(entries.map(({ id }, at) => [id, at + 1]))
  const fields: readonly string[] = [...DECISION_KEYS, ...ENTRY_KEYS]
  const placeOf = ({ entry, field }: DraftProblem) =>
    (places.get(entry ?? '') ?? 0) * fields.length + fields.indexOf(field)
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b))
}

async function write(tx: Transaction, acting: Acting, { key, draft, entries, evidence, into }: Prepared) {
  const ground = { reason: draft.reason, evidence }
  const decision = into ?? (await makeDecision(tx, acting, { key, decision: draft.decision, ground }))
  touch(acting.touched.decisions, decision.id, { slug: decision.slug, isNew: false })
  await addEntries(tx, acting, { decisionId: decision.id, entries, after: into?.last ?? -1, ground })
  return { slug: decision.slug, decisionId: decision.id, isNew: !into }
}
