import type { FileReport, ImportReport } from '../../lib/imports/report.ts'
import type { Rebuilt } from '../../lib/registry/rebuild.ts'

/** What an import did, as lines for a terminal. */
export function importText({ files, totals, changes }: ImportReport, isTrial: boolean): string {
  const lines = [
    ...files.flatMap(fileLines),
    '',
    ...changes.map(
      ({ project, field, from, to }) => `  ${project}: ${field} was ${short(from)}, is ${short(to)}`,
    ),
    ...(changes.length > 0 ? [''] : []),
    `${isTrial ? 'Would bring in' : 'Brought in'} ${many(totals.documents, 'document')}: ` +
      `projects ${totals.projectsNew} new, ${totals.projectsMatched} matched, ${totals.projectsChanged} changed; ` +
      `decisions ${totals.decisionsNew} new with ${many(totals.itemsNew, 'new entry', 'new entries')}; ` +
      `${many(totals.linked, 'link')} to projects; ${many(totals.warnings, 'warning')}.`,
    ...leftOut(files),
    ...(isTrial ? ['Nothing was changed: this was a trial.'] : []),
  ]
  return lines.join('\n')
}

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

function fileLines(file: FileReport): string[] {
  if (file.outcome === 'refused') return [`${file.file}: refused. ${file.reason.en}`]
  if (file.outcome === 'alreadyHere') return [`${file.file}: already here (${file.slug}), nothing to do.`]
  const { project, decisions, replaces, statements, warnings } = file
  return [
    `${file.file}: ${file.title}`,
    ...(project ? [`  project ${project.slug}: ${project.isNew ? 'new' : 'matched'}`] : []),
    ...decisions.map(
      ({ slug, isNew, items, newItems }) =>
        `  decision ${slug}: ${isNew ? 'new' : 'matched'}, ${many(items, 'entry', 'entries')} (${newItems} new)`,
    ),
    ...(replaces ? [`  a newer or older capture of ${replaces}`] : []),
    `  ${many(statements, 'statement')}, ${many(warnings.length, 'warning')}`,
    ...warnings.map(({ code, sentence }) => `    ${code}: ${sentence.en}`),
  ]
}

function leftOut(files: FileReport[]): string[] {
  const refused = files.filter(({ outcome }) => outcome === 'refused').length
  const here = files.filter(({ outcome }) => outcome === 'alreadyHere').length
  return [
    ...(here > 0 ? [`${many(here, 'file')} ${here === 1 ? 'was' : 'were'} here already.`] : []),
    ...(refused > 0
      ? [`${many(refused, 'file')} ${refused === 1 ? 'was' : 'were'} refused: see above.`]
      : []),
  ]
}

const LONGEST = 60
function short(value: unknown): string {
  const held = value && typeof value === 'object' && 'value' in value ? value.value : value
  const text = JSON.stringify(held) ?? 'nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What a rebuild found, as lines for a terminal. */
export function rebuiltText(
  { projects, items, driftedProjects, driftedItems, driftedOthers }: Rebuilt,
  checkOnly: boolean,
): string {
  const drifted = [
    ...driftedProjects.map(({ slug, changes }) => `  project ${slug}: ${fieldsOf(changes)}`),
    ...driftedItems.map(({ id, changes }) => `  entry ${id}: ${fieldsOf(changes)}`),
    ...driftedOthers.map(({ subject, slug }) => `  ${subject.kind} ${slug}`),
  ]
  const total = `Folded ${many(projects, 'project')} and ${many(items, 'entry', 'entries')} anew`
  if (drifted.length === 0) return `${total}: all are stored as their statements give them.`
  return [`${total}: ${drifted.length} had drifted${checkOnly ? '' : ' and are mended'}.`, ...drifted].join(
    '\n',
  )
}

const fieldsOf = (changes: { field: string }[]) =>
  changes.map(({ field }) => field).join(', ') || 'derived columns'
