'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { NumbersState } from '../../../../../components/follow-up-tables/NumbersForm.tsx'
import type { ActState } from '../../../../../components/imports/form-state.ts'
import { staffWho } from '../../../../../lib/auth/guard.ts'
import { REASON } from '../../../../../lib/corrections/reason.ts'
import { idsOfNumbers } from '../../../../../lib/follow-up/table/choose.ts'
import {
  acceptMoves,
  cancelTable,
  commitTable,
  decideRow,
  undoTable,
} from '../../../../../lib/follow-up/table/commands.ts'
import {
  readTableQueryString,
  type TableQuery,
  TOLD,
  tableAddress,
} from '../../../../../lib/follow-up/table/params.ts'
import { MOST_ROWS } from '../../../../../lib/follow-up/table/rows.ts'
import { formatNumber } from '../../../../../lib/format.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import type { Result } from '../../../../../lib/result.ts'
import { localeIn, numberIn, textIn } from '../../../../../lib/sent-form.ts'

/** Counts the projects of a list of numbers. */
export async function countNumbersAction(_before: NumbersState, form: FormData): Promise<NumbersState> {
  const locale = localeIn(form)
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  const numbers = textIn(form, 'numbers').replace(/\r\n?/g, '\n')
  const allowed = await staffWho('followUps.write')
  if (!allowed.ok) {
    const refusals = await getTranslations({ locale, namespace: 'staff.refusal' })
    return { numbers, told: [refusals(allowed.problem.kind)], missing: [], download: false }
  }
  const { ids, missing, tooMany } = await idsOfNumbers(numbers)
  const told = tooMany
    ? [t('tooMany', { most: formatNumber(locale, MOST_ROWS) })]
    : [
        ids.length === 0
          ? t('numbersNone')
          : t('numbersFound', { count: ids.length, amount: formatNumber(locale, ids.length) }),
        ...(missing.length > 0 ? [t('numbersMissing', { count: missing.length })] : []),
      ]
  return { numbers, told, missing, download: ids.length > 0 }
}

/** Leaves a row out or takes it in, or says that it was looked at. */
export async function decideRowAction(form: FormData): Promise<void> {
  const decided = await decideRow({
    tableId: numberIn(form, 'tableId'),
    row: numberIn(form, 'row'),
    wasIn: textIn(form, 'wasIn') === '1',
    isIn: textIn(form, 'isIn') === '1',
    ...(textIn(form, 'sees') === '1' && { seen: textIn(form, 'seen').split(/\r?\n/) }),
  })
  // The same page as it is now: what was scrolled to stays in sight, and without scripts the answer is that page.
  if (decided.ok) return refresh()
  back(form, decided)
}

/** Goes on over what the registry has moved to. */
export async function acceptMovesAction(form: FormData): Promise<void> {
  back(form, await acceptMoves({ tableId: numberIn(form, 'tableId'), movedTo: textIn(form, 'movedTo') }))
}

export async function commitTableAction(form: FormData): Promise<void> {
  const done = await commitTable(seenIn(form))
  back(form, done, done.ok ? { page: 1, only: null } : {})
}

export async function cancelTableAction(form: FormData): Promise<void> {
  back(form, await cancelTable(seenIn(form)))
}

/** Takes back what a table has brought, for a reason. */
export async function undoTableAction(_before: ActState, form: FormData): Promise<ActState> {
  const locale = localeIn(form)
  const reason = textIn(form, 'reason')
  const tableId = numberIn(form, 'tableId')
  const undone = await undoTable({ tableId, reason })
  if (undone.ok) redirect(pathOf(locale, tableAddress(tableId)))
  const { problem } = undone
  if (problem.kind !== 'invalid') back(form, undone)
  const t = await getTranslations({ locale, namespace: 'followUpTable.undo' })
  const why = problem.kind === 'invalid' ? problem.reason : null
  const alert =
    why === 'long'
      ? t('reasonLong', { most: REASON.most })
      : why === 'short' || why === null
        ? t('reasonShort', { least: REASON.least })
        : why[locale]
  return { alert, reason, isReasonWrong: true }
}

const seenIn = (form: FormData) => ({
  tableId: numberIn(form, 'tableId'),
  version: numberIn(form, 'version'),
})

/** Shows the table as it stands now: after it was done, and with what stood in the way. */
function back(
  form: FormData,
  result: Result<unknown, { kind: string }>,
  query: Partial<TableQuery> = {},
): never {
  const locale = localeIn(form)
  const told = result.ok ? null : (TOLD.find((one) => one === result.problem.kind) ?? 'missing')
  const asked = { ...readTableQueryString(textIn(form, 'filter'), locale), ...query, told }
  redirect(pathOf(locale, tableAddress(numberIn(form, 'tableId'), asked)))
}
