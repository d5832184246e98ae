import { isMeasure } from '../../lib/follow-up/measures.ts'
import { followUpLabel } from '../follow-up/labels.ts'
import type { Words } from '../history/words.ts'
import { fieldLabel } from './field-label.ts'

/** What a thing of the queues is called: a field of a record, or a measure of what came of a project. */
export const taskLabel = (field: string, words: Words): string =>
  isMeasure(field) ? followUpLabel(field, words) : fieldLabel(words.t, field)
