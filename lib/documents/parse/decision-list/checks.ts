import { piecesOf } from '../description.ts'
import { otherProjectIn } from '../other-project.ts'
import * as prose from '../prose.ts'
import { valueIn } from '../reading.ts'
import type { Source } from '../source.ts'
import type { DecisionItem } from '../types.ts'
import { nearDoubleIn } from '../values/organisation.ts'
import { warn } from '../warnings.ts'
import { countAtStart } from './partners.ts'

/** Notes what an entry's prose mentions, and what a careful reader would point at. Adds to the entry. */
export function checkItem(source: Source, item: DecisionItem) {
  noteFigures(item)
  const says = item.name?.raw ?? source.text.slice(item.place.start, item.place.end)
  if (item.name?.state !== 'read') item.warnings.push(warn('entry-without-name', item.place, { says }))
  if (!item.applicant || item.applicant.state === 'empty') {
    item.warnings.push(warn('entry-without-applicant', item.place, { field: 'applicant', says }))
  }
  if (!item.amount || item.amount.state === 'empty') {
    item.warnings.push(warn('entry-without-amount', item.place, { field: 'amount', says }))
  }
  if (item.outcome === 'rejected') item.warnings.push(warn('entry-rejected', item.place, { says }))
  const name = valueIn(item.name ?? undefined)
  if (name && item.description) item.warnings.push(...otherProjectIn(source, item.description.blocks, name))
  const pair = item.applicant?.state === 'read' ? nearDoubleIn(item.applicant.raw) : undefined
  if (pair && item.applicant) {
    const facts = { field: 'applicant', value: pair[0], says: pair[1] }
    item.warnings.push(warn('near-double-owner', item.applicant.place, facts))
  }
}

/** People and partners that the prose counts. */
function noteFigures(item: DecisionItem) {
  for (const { raw } of piecesOf(item.description?.blocks ?? [])) {
    const participants = prose
      .findParticipants(raw)
      .find((statement) => prose.isAboutTheWhole(raw, statement))
    if (participants) item.mentioned.participants ??= participants.value
  }
  const partnerCount = item.partners ? countAtStart(item.partners.raw) : undefined
  if (partnerCount !== undefined) item.mentioned.partnerCount = partnerCount
}
