'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { CorrectionState } from '../../../../../components/corrections/form-state.ts'
import { afterSave, editPage } from '../../../../../lib/corrections/address.ts'
import { correctRecord } from '../../../../../lib/corrections/commands.ts'
import { isSubjectKind } from '../../../../../lib/corrections/fields.ts'
import { readCorrectionForm } from '../../../../../lib/corrections/form.ts'
import { FIND } from '../../../../../lib/corrections/input-names.ts'
import { tellReporter } from '../../../../../lib/reports/tell.ts'
import { localeIn, textIn } from '../../../../../lib/sent-form.ts'
import { answerToProblem, answerToSearch, answerToSent, withOpenConflicts } from './answers.ts'

/** Saves what a form of a record says; where it cannot be, the form comes back as it was sent, with what is wrong. */
export async function correctAction(before: CorrectionState, form: FormData): Promise<CorrectionState> {
  const text = (name: string) => textIn(form, name)
  const kind = text('record')
  const locale = localeIn(form)
  if (!isSubjectKind(kind)) return null
  const sent = readCorrectionForm(kind, form)
  if (text(FIND.name) === FIND.value)
    return withOpenConflicts(before, await answerToSearch(sent, text('text.project')))
  if (Object.keys(sent.problems).length > 0)
    return withOpenConflicts(before, await answerToSent(locale, sent))
  const result = await correctRecord({ ...sent.input, kind, id: text('id') })
  if (!result.ok) {
    // What others changed shows at once in the rows that were left alone.
    if (result.problem.kind === 'stale') refresh()
    return withOpenConflicts(before, await answerToProblem(locale, sent, kind, result.problem))
  }
  const { reportId } = sent.input
  if (reportId) after(() => tellReporter(Number(reportId)))
  const { fields, merged, correctionId } = result.value
  redirect(
    afterSave(locale, editPage(kind, text('key')), {
      saved: fields,
      merged,
      correctionId,
      onwards: text('onwards'),
    }),
  )
}
