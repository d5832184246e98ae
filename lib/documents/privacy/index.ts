import type { Place } from '../parse/source.ts'
import type { DecisionList, ProjectPage } from '../parse/types.ts'
import { findPrivate } from './find.ts'

export { contactsOf } from './contacts.ts'
export { coverPrivate, coverSecrets } from './cover.ts'

/**
 * Places (UTF-16 offsets, sorted, not overlapping) of everything private in the text: what stands by the labels of
 * contacts, e-mail addresses, telephone numbers, personal identity numbers, and names of contacts wherever they stand.
 */
export const privatePlaces = (text: string, document: ProjectPage | DecisionList): Place[] =>
  findPrivate(text, document).places

/**
 * Strings that must not appear in public, each once, white space folded: names, addresses and numbers of the contacts
 * and every e-mail address, telephone number and personal identity number in the text.
 */
export const secretsOf = (text: string, document: ProjectPage | DecisionList): string[] =>
  findPrivate(text, document).secrets
