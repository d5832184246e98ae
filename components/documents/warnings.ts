import type { DocumentReference, WarningView } from '../../lib/projects/view.ts'

/** The warnings of documents that no newer capture has replaced, each said once. */
export function warningsInForce(
  warnings: readonly WarningView[],
  documents: readonly DocumentReference[],
): WarningView[] {
  const replaced = new Set(documents.flatMap(({ slug, replacedBy }) => (replacedBy ? slug : [])))
  const inForce = warnings.filter(({ document }) => !replaced.has(document.slug))
  return [...new Map(inForce.map((warning) => [warning.sv, warning])).values()]
}
