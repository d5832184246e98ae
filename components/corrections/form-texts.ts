import { useTranslations } from 'next-intl'
import type { SubjectKind } from '../../lib/corrections/fields.ts'
import type { FormTexts } from './form-state.ts'

/** The words of the form. What a follow-up says was typed by an editor, and read from no source. */
export function useFormTexts(kind: SubjectKind): FormTexts {
  const t = useTranslations('corrections')
  return {
    wrong: t('wrong'),
    flagged: t('flagged'),
    source: t('source'),
    choose: t('choose'),
    asInBox: t('asInBox'),
    open: t('noChange'),
    more: t('more'),
    conflict: t('conflict'),
    conflictWas: t('conflictWas'),
    conflictTheirs: t('conflictTheirs'),
    conflictMine: t('conflictMine'),
    keep: t('keep'),
    keepMine: t('keepMine'),
    keepTheirs: t('keepTheirs'),
    why: t('why'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    link: t('link'),
    linkHint: t('linkHint'),
    document: t('document'),
    noDocument: t('noDocument'),
    save: t('save'),
    saveHint: t('saveHint'),
    asked: t('asked'),
    others: t('others'),
    othersHint: t('othersHint'),
    absent: kind === 'followUp' ? t('ofFollowUp.absent') : t('absent'),
  }
}
