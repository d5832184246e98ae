import type { Locale } from '../paths.ts'
import en from './en.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }
import accountsEn from './texts/accounts.en.json' with { type: 'json' }
import accountsSv from './texts/accounts.sv.json' with { type: 'json' }
import correctionsEn from './texts/corrections.en.json' with { type: 'json' }
import correctionsSv from './texts/corrections.sv.json' with { type: 'json' }
import decisionDraftEn from './texts/decisionDraft.en.json' with { type: 'json' }
import decisionDraftSv from './texts/decisionDraft.sv.json' with { type: 'json' }
import deskEn from './texts/desk.en.json' with { type: 'json' }
import deskSv from './texts/desk.sv.json' with { type: 'json' }
import filesEn from './texts/files.en.json' with { type: 'json' }
import filesSv from './texts/files.sv.json' with { type: 'json' }
import followUpEn from './texts/followUp.en.json' with { type: 'json' }
import followUpSv from './texts/followUp.sv.json' with { type: 'json' }
import followUpFormEn from './texts/followUpForm.en.json' with { type: 'json' }
import followUpFormSv from './texts/followUpForm.sv.json' with { type: 'json' }
import followUpTableEn from './texts/followUpTable.en.json' with { type: 'json' }
import followUpTableSv from './texts/followUpTable.sv.json' with { type: 'json' }
import historyEn from './texts/history.en.json' with { type: 'json' }
import historySv from './texts/history.sv.json' with { type: 'json' }
import importsEn from './texts/imports.en.json' with { type: 'json' }
import importsSv from './texts/imports.sv.json' with { type: 'json' }
import mergesEn from './texts/merges.en.json' with { type: 'json' }
import mergesSv from './texts/merges.sv.json' with { type: 'json' }
import outcomeEn from './texts/outcome.en.json' with { type: 'json' }
import outcomeSv from './texts/outcome.sv.json' with { type: 'json' }
import outcomeSumsEn from './texts/outcomeSums.en.json' with { type: 'json' }
import outcomeSumsSv from './texts/outcomeSums.sv.json' with { type: 'json' }
import reportsEn from './texts/reports.en.json' with { type: 'json' }
import reportsSv from './texts/reports.sv.json' with { type: 'json' }
import staffEn from './texts/staff.en.json' with { type: 'json' }
import staffSv from './texts/staff.sv.json' with { type: 'json' }
import tablesEn from './texts/tables.en.json' with { type: 'json' }
import tablesSv from './texts/tables.sv.json' with { type: 'json' }

/** Every text of the interface: one file a part of the site. Swedish is the first language: its keys are the ones that types know. */
const swedish = {
  ...sv,
  staff: staffSv,
  accounts: accountsSv,
  corrections: correctionsSv,
  history: historySv,
  desk: deskSv,
  reports: reportsSv,
  merges: mergesSv,
  decisionDraft: decisionDraftSv,
  imports: importsSv,
  tables: tablesSv,
  followUp: followUpSv,
  followUpForm: followUpFormSv,
  outcome: outcomeSv,
  followUpTable: followUpTableSv,
  files: filesSv,
  outcomeSums: outcomeSumsSv,
}
export type Messages = typeof swedish

const english: Messages = {
  ...en,
  staff: staffEn,
  accounts: accountsEn,
  corrections: correctionsEn,
  history: historyEn,
  desk: deskEn,
  reports: reportsEn,
  merges: mergesEn,
  decisionDraft: decisionDraftEn,
  imports: importsEn,
  tables: tablesEn,
  followUp: followUpEn,
  followUpForm: followUpFormEn,
  outcome: outcomeEn,
  followUpTable: followUpTableEn,
  files: filesEn,
  outcomeSums: outcomeSumsEn,
}

export const MESSAGES: Record<Locale, Messages> = { sv: swedish, en: english }
