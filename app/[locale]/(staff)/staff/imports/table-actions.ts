'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ActState } from '../../../../../components/imports/form-state.ts'
import { ACT, type MappingState } from '../../../../../components/imports/table/form-state.ts'
import { type Refusal, staffWho } from '../../../../../lib/auth/guard.ts'
import type { ImportProblem } from '../../../../../lib/imports/desk/on-import.ts'
import { importAddress } from '../../../../../lib/imports/desk/params.ts'
import { explainTable, saveMapping } from '../../../../../lib/imports/table/commands.ts'
import {
  choiceOf,
  type FormError,
  type FormErrors,
  MAPPING_NAME,
  readTableForm,
  SAVED,
  SETTINGS,
  type TableFormRead,
  typedIn,
  withSaved,
} from '../../../../../lib/imports/table/form.ts'
import { findTableWork, type HeldTable, savedMappings } from '../../../../../lib/imports/table/queries.ts'
import type { TableChoice } from '../../../../../lib/imports/table/settings.ts'
import { pathOf } from '../../../../../lib/paths.ts'
import { localeIn, numberIn, textIn } from '../../../../../lib/sent-form.ts'
import { mappedColumns } from '../../../../../lib/tables/mapping.ts'
import { notesOnMapping } from '../../../../../lib/tables/mapping-notes.ts'
import { refused } from './answers.ts'

type Sent = { before: MappingState; form: FormData; held: HeldTable }
type Read = TableFormRead & { ok: true }

/** What somebody says of a table: read it again like this, use what was saved, save it, or read its rows. */
export async function tableAction(before: MappingState, form: FormData): Promise<MappingState> {
  const allowed = await staffWho('imports.run')
  if (!allowed.ok) return kept(before, form, allowed.problem, null)
  const held = await findTableWork(numberIn(form, 'importId'))
  if (!held) return wrong(before, form, { '': 'notable' })
  const read = readTableForm(form, held.work)
  if (!read.ok) return wrong(before, form, read.errors)
  const sent = { before, form, held }
  switch (textIn(form, ACT)) {
    case 'confirm':
      return confirm(sent, read)
    case 'apply':
      return apply(sent, read)
    case 'save':
      return save(sent, read)
    default:
      return explain(sent, choiceOf(read), false)
  }
}

/** What nobody has seen is not confirmed: a file that is read otherwise has other columns. */
async function confirm(sent: Sent, read: Read): Promise<MappingState> {
  const { before, form, held } = sent
  if (read.isChanged) return wrong(before, form, { '': 'changed' })
  const columns = mappedColumns(held.work.table?.columns ?? [], read.mapping)
  const grave = notesOnMapping(columns).filter(({ severity }) => severity === 'error')
  if (grave.length === 0) return explain(sent, choiceOf(read), true)
  return again(before, form, { alerts: grave.map(({ message }) => ({ text: message[localeIn(form)] })) })
}

/** From the review back to the columns, as they were confirmed. */
export async function backToColumnsAction(_before: ActState, form: FormData): Promise<ActState> {
  const allowed = await staffWho('imports.run')
  if (!allowed.ok) return refused(allowed.problem, form)
  const held = await findTableWork(numberIn(form, 'importId'))
  if (!held) return refused({ kind: 'missing' }, form)
  const { choice, mapping } = held.work
  const told = await explainTable({ ...seenIn(form), choice: { ...choice, mapping }, isConfirmed: false })
  if (told.ok) redirect(pathOf(localeIn(form), importAddress(held.importId)))
  refresh()
  return refused(told.problem, form)
}

/** Shows the table as a saved mapping reads it, before anything is confirmed. */
async function apply(sent: Sent, read: Read): Promise<MappingState> {
  const { before, form } = sent
  const wanted = textIn(form, SAVED)
  const saved = (await savedMappings()).find(({ name }) => name === wanted)
  if (!saved) return wrong(before, form, { [SAVED]: 'saved' })
  if (read.isChanged) return wrong(before, form, { '': 'changed' })
  return explain(sent, { settings: read.settings, mapping: withSaved(read.mapping, saved.mapping) }, false)
}

async function explain(
  { before, form, held }: Sent,
  choice: TableChoice,
  isConfirmed: boolean,
): Promise<MappingState> {
  const told = await explainTable({ ...seenIn(form), choice, isConfirmed })
  if (!told.ok) return kept(before, form, told.problem, held)
  redirect(pathOf(localeIn(form), importAddress(held.importId)))
}

/** Saves what the columns mean; what else was filled in stays in the form. */
async function save({ before, form, held }: Sent, { mapping }: Read): Promise<MappingState> {
  if (textIn(form, MAPPING_NAME).trim() === '') return wrong(before, form, { [MAPPING_NAME]: 'name' })
  const seen = seenIn(form)
  const told = await saveMapping({ ...seen, mapping })
  if (!told.ok) return kept(before, form, told.problem, held)
  refresh()
  const t = await getTranslations({ locale: localeIn(form), namespace: 'tables.mapping' })
  return again(before, form, { done: t('saved', { name: mapping.name }), version: seen.version + 1 })
}

const seenIn = (form: FormData) => ({
  importId: numberIn(form, 'importId'),
  version: numberIn(form, 'version'),
})

type Answer = NonNullable<MappingState>

/** The form again, with everything that was filled in. */
const again = (before: MappingState, form: FormData, said: Partial<Answer>): Answer => ({
  answer: (before?.answer ?? 0) + 1,
  alerts: [],
  done: null,
  errors: {},
  values: typedIn(form),
  version: numberIn(form, 'version'),
  ...said,
})

/** What is wrong with controls, said above the form with their names, and at each of them. */
async function wrong(before: MappingState, form: FormData, errors: FormErrors): Promise<Answer> {
  const t = await getTranslations({ locale: localeIn(form), namespace: 'tables.mapping' })
  const sentenceOf = (error: FormError) => t(`errors.${error}`)
  const { '': whole, ...named } = errors
  const alerts = Object.entries(named).map(([control, error]) => ({
    text: `${nameOf(t, control)}: ${sentenceOf(error)}`,
    control,
  }))
  return again(before, form, {
    alerts: whole ? [{ text: sentenceOf(whole) }, ...alerts] : alerts,
    errors: Object.fromEntries(Object.entries(named).map(([name, error]) => [name, sentenceOf(error)])),
  })
}

type Texts = Awaited<ReturnType<typeof getTranslations<'tables.mapping'>>>

/** A control as a person knows it. */
function nameOf(t: Texts, name: string): string {
  const number = /^c\.(\d+)\./.exec(name)?.[1]
  if (number) return t('column', { number: Number(number) })
  if (name === MAPPING_NAME) return t('name')
  if (name === SAVED) return t('savedChoice')
  const setting = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).find((key) => SETTINGS[key] === name)
  return setting ? t(setting) : name
}

/** Why it was not done. Who was too late goes on over what is there now, with what they filled in. */
async function kept(
  before: MappingState,
  form: FormData,
  problem: ImportProblem | Refusal,
  held: HeldTable | null,
): Promise<Answer> {
  const { alert } = await refused(problem, form)
  if (problem.kind === 'state' || problem.kind === 'missing') refresh()
  const version = problem.kind === 'stale' ? held?.version : undefined
  return again(before, form, { alerts: [{ text: alert }], ...(version !== undefined && { version }) })
}
