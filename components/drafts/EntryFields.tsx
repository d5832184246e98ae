'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { AMOUNT_KINDS, ROUNDINGS } from '../../lib/corrections/amounts.ts'
import { type DraftForm, entryFieldName } from '../../lib/decisions/drafts/form.ts'
import { type DraftEntry, type EntryKey, LONGEST } from '../../lib/decisions/drafts/schema.ts'
import { formatNumber } from '../../lib/format.ts'
import type { FoundProject } from '../../lib/projects/finder-text.ts'
import { ProjectFinder } from '../staff/ProjectFinder.tsx'
import { AreaControl, SelectControl, TextControl } from './Control.tsx'
import { idOf, useLabel, useProblemText } from './words.ts'

type Problems = NonNullable<DraftForm['problems']>
type Props = {
  entry: DraftEntry
  number: number
  isFirst: boolean
  isLast: boolean
  problems: Problems
  found: readonly FoundProject[] | undefined
}

/** One entry: what lists always have in sight, the rest folded until there is something in it. */
export const EntryFields = memo(function EntryFields({
  entry,
  number,
  isFirst,
  isLast,
  problems,
  found,
}: Props) {
  const t = useTranslations('decisionDraft')
  const tied = useTied(entry, problems)
  const kinds = useKinds()
  return (
    <li id={`post-${entry.id}`} className="border-line border-t py-5 first:border-0 first:pt-0">
      <fieldset className="grid min-w-0 gap-4">
        <legend className="float-start mb-2 font-semibold">{t('entry', { number })}</legend>
        <div className="clear-both grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[3fr_3fr_2fr_2fr_2fr]">
          <TextControl {...tied('name')} fill="name" />
          <TextControl {...tied('applicant')} fill="applicant" />
          <TextControl {...tied('amount')} fill="amount" />
          <SelectControl {...tied('amountKind')} fill="amountKind" options={kinds} />
          <TextControl {...tied('projectNumber')} fill="projectNumber" />
        </div>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <More
            entry={entry}
            tied={tied}
            found={found}
            hasProblem={problems.some(({ field }) => FOLDED.includes(field as EntryKey))}
          />
          <Moves id={entry.id} number={number} isFirst={isFirst} isLast={isLast} />
        </div>
      </fieldset>
    </li>
  )
})

const FOLDED: EntryKey[] = ['unit', 'rounding', 'partners', 'project', 'rejected']

type Tied = ReturnType<typeof useTied>

function More({
  entry,
  tied,
  found,
  hasProblem,
}: {
  entry: DraftEntry
  tied: Tied
  found: Props['found']
  hasProblem: boolean
}) {
  const t = useTranslations('decisionDraft')
  const name = entryFieldName(entry.id, 'rejected')
  const roundings = useRoundings()
  const { longest, ...project } = tied('project')
  // It stays open once it was, also when its last word is taken out.
  const [wasOpen, setOpen] = useState(FOLDED.some((key) => entry[key] !== ''))
  const isOpen = wasOpen || hasProblem || found !== undefined
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="min-w-0 text-small open:flex-1"
    >
      <summary className="inline-flex min-h-8 items-center text-accent underline underline-offset-4">
        {t('more')}
      </summary>
      <div className="mt-3 grid items-start gap-4 text-base lg:grid-cols-2">
        <div className="grid gap-4">
          <TextControl {...tied('unit')} />
          <SelectControl {...tied('rounding')} hint={t('hint.rounding')} options={roundings} />
          <label htmlFor={idOf(name)} className="flex items-baseline gap-2.5 py-1">
            <input
              id={idOf(name)}
              type="checkbox"
              name={name}
              defaultChecked={entry.rejected !== ''}
              className="size-5 shrink-0 translate-y-0.5"
            />
            {t('label.rejected')}
          </label>
        </div>
        <div className="grid gap-4">
          <AreaControl {...tied('partners')} hint={t('hint.partners')} />
          <ProjectFinder
            {...project}
            id={idOf(project.name)}
            maxLength={longest}
            search={{ name: 'act', value: `find:${entry.id}` }}
            {...(found && { found })}
          />
        </div>
      </div>
    </details>
  )
}

function Moves({
  id,
  number,
  isFirst,
  isLast,
}: {
  id: string
  number: number
  isFirst: boolean
  isLast: boolean
}) {
  const t = useTranslations('decisionDraft')
  const moves = [
    { act: 'up', sign: '↑', label: t('up', { number }), isShown: !isFirst },
    { act: 'down', sign: '↓', label: t('down', { number }), isShown: !isLast },
    { act: 'remove', sign: '×', label: t('remove', { number }), isShown: true },
  ]
  return (
    <div className="flex flex-wrap gap-1.5">
      {moves
        .filter(({ isShown }) => isShown)
        .map(({ act, sign, label }) => (
          <button
            key={act}
            type="submit"
            name="act"
            value={`${act}:${id}`}
            title={label}
            className="button-quiet min-w-10"
          >
            <span aria-hidden="true">{sign}</span>
            <span className="sr-only">{label}</span>
          </button>
        ))}
    </div>
  )
}

function useTied(entry: DraftEntry, problems: Problems) {
  const labelOf = useLabel()
  const textOf = useProblemText()
  return (key: EntryKey) => {
    const problem = problems.find(({ field }) => field === key)
    const error = problem && textOf(problem)
    return {
      name: entryFieldName(entry.id, key),
      label: labelOf(key),
      value: entry[key],
      longest: LONGEST[key],
      ...(error !== undefined && { error }),
    }
  }
}

function useKinds() {
  const t = useTranslations()
  return [
    { value: '', label: t('decisionDraft.choose') },
    ...AMOUNT_KINDS.map((kind) => ({ value: kind, label: t(`amountKind.${kind}`) })),
  ]
}

function useRoundings() {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  return [
    { value: '', label: t('asWritten') },
    ...ROUNDINGS.map((step) => ({
      value: String(step),
      label: step === 1 ? t('exact') : t('roundedTo', { step: formatNumber(locale, step) }),
    })),
  ]
}
