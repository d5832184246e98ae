'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ClipboardEvent, type SubmitEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import type { DraftForm as Draft } from '../../lib/decisions/drafts/form.ts'
import { ENTRIES_ON_PAGE } from '../../lib/decisions/drafts/schema.ts'
import { pathOf } from '../../lib/paths.ts'
import { Section } from '../ui/Section.tsx'
import { Answers } from './Answers.tsx'
import { DecisionFields } from './DecisionFields.tsx'
import { EntryFields } from './EntryFields.tsx'
import { PasteBox } from './PasteBox.tsx'
import { useDraft, type WriteDraft } from './use-draft.ts'

type Props = { opened: Draft; action: WriteDraft; isNew: boolean }

/** The form of a draft: the decision, its source, its entries a page at a time. */
export function DraftForm({ opened, action, isNew }: Props) {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const onwards = useCallback(
    ({ published, refused, discarded }: Draft) =>
      published && !refused
        ? pathOf(locale, { page: 'decisions', slug: published })
        : discarded
          ? pathOf(locale, { page: 'staff/drafts' })
          : null,
    [locale],
  )
  const { draft, formAction, saving, answers, submit, typed } = useDraft(form, action, opened, onwards)
  useFocusOn(draft.at, answers)
  return (
    <form
      ref={form}
      action={formAction}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        const button = event.nativeEvent.submitter
        submit(button instanceof HTMLButtonElement && button.value ? button.value : 'save')
      }}
      onInput={typed}
      onPaste={(event) => pasteBlock(event, submit)}
    >
      <input type="hidden" name="locale" value={locale} />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" name="act" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('save')}
      </button>
      <Answers draft={draft} answers={answers} />
      <DecisionFields draft={draft} isNew={isNew} />
      <Entries draft={draft} />
      <Ends draft={draft} saving={saving} />
      <div className="mt-10 border-line border-t pt-5">
        <p className="mb-3 text-muted text-small">{t('discardHint')}</p>
        <button type="submit" name="act" value="discard" className="button-quiet">
          {t('discard')}
        </button>
      </div>
    </form>
  )
}

/** Cells that are pasted into a field of an entry fill it and the ones after it. A single cell is plain text. */
function pasteBlock(event: ClipboardEvent, submit: (act: string, more?: Record<string, string>) => void) {
  const { target } = event
  if (!(target instanceof HTMLInputElement) || !target.dataset.fill) return
  const block = event.clipboardData.getData('text/plain')
  const [, id] = target.name.split('.')
  if (!id || !/[\t\n]/.test(block.replace(/\r?\n$/, ''))) return
  event.preventDefault()
  submit(`fill:${id}:${target.dataset.fill}`, { block })
}

/** After an entry was added, moved or looked for, its name is where one goes on. */
function useFocusOn(entry: string | null, answers: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once.
  useEffect(() => {
    if (entry === null || answers === 0) return
    document.getElementById(`e-${entry}-name`)?.focus()
  }, [answers])
}

function Entries({ draft }: { draft: Draft }) {
  const t = useTranslations('decisionDraft')
  const from = (draft.page - 1) * ENTRIES_ON_PAGE
  const problemsOf = useMemo(
    () => Map.groupBy(draft.problems ?? [], ({ entry }) => entry ?? ''),
    [draft.problems],
  )
  return (
    <Section id="poster" title={t('entries')} aside={t('count', { count: draft.total })}>
      {draft.total === 0 && <p className="mb-4 text-muted">{t('noEntries')}</p>}
      <PageButtons draft={draft} label={t('pages')} />
      <ol>
        {draft.shown.entries.map((entry, at) => (
          <EntryFields
            key={entry.id}
            entry={entry}
            number={from + at + 1}
            isFirst={from + at === 0}
            isLast={from + at === draft.total - 1}
            problems={problemsOf.get(entry.id) ?? NONE}
            found={draft.found?.entry === entry.id ? draft.found.projects : undefined}
          />
        ))}
      </ol>
      <PageButtons draft={draft} label={t('pagesBelow')} />
      <button type="submit" name="act" value="add" className="button-quiet">
        {t('add')}
      </button>
      <PasteBox pasted={draft.pasted} />
    </Section>
  )
}
const NONE: NonNullable<Draft['problems']> = []

/** Other pages of entries. Going there keeps what was typed here. `label`: which of the two it is. */
function PageButtons({ draft: { page, pages, total }, label }: { draft: Draft; label: string }) {
  const t = useTranslations('decisionDraft')
  if (pages < 2) return null
  const range = (at: number) => ({
    from: (at - 1) * ENTRIES_ON_PAGE + 1,
    to: Math.min(total, at * ENTRIES_ON_PAGE),
  })
  return (
    <nav aria-label={label} className="mb-6 flex flex-wrap gap-1.5">
      {Array.from({ length: pages }, (_, at) => at + 1).map((at) => (
        <button
          key={at}
          type="submit"
          name="act"
          value={`page:${at}`}
          aria-current={at === page ? 'page' : undefined}
          className="button-quiet tabular-nums aria-[current]:bg-accent aria-[current]:text-accent-ink"
        >
          {t('page', range(at))}
        </button>
      ))}
      <span className="sr-only">{t('pageOf', { ...range(page), total })}</span>
    </nav>
  )
}

type EndsProps = { draft: Draft; saving: ReturnType<typeof useDraft>['saving'] }

function Ends({ draft, saving }: EndsProps) {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  const time = new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(draft.savedAt))
  return (
    <div className="sticky bottom-0 z-10 mt-10 border-ink border-t bg-paper py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button type="submit" name="act" value="save" className="button-quiet">
          {t('save')}
        </button>
        <button type="submit" name="act" value="publish" className="button" aria-describedby="publish-hint">
          {t('publish')}
        </button>
        <p className="text-small" role={saving === 'failed' ? 'alert' : undefined} data-saving={saving}>
          {saving === 'failed' ? (
            <span className="font-semibold text-differ">{t('failed')}</span>
          ) : saving === 'saved' ? (
            t('saved', { time })
          ) : (
            t(saving)
          )}
        </p>
        <p id="publish-hint" className="hidden text-fine text-muted sm:block lg:ms-auto">
          {t('publishHint')}
        </p>
      </div>
    </div>
  )
}
