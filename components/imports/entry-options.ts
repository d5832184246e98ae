import { useLocale, useTranslations } from 'next-intl'
import { formatShare } from '../../lib/format.ts'
import type { CandidateView, EntryView } from '../../lib/imports/desk/view.ts'
import { type Reason, sentenceOf } from '../../lib/matching/reasons.ts'
import { pathOf } from '../../lib/paths.ts'
import { finderText } from '../../lib/projects/finder-text.ts'
import { candidateChoice, OTHER_PROJECT } from './form-state.ts'

/** One answer to what shall become of an entry: everything in words. */
export type EntryOption = {
  value: string
  label: string
  /** The key that chooses it. */
  keys?: string
  hint?: string
  /** A project that it leads to: what speaks for it and against, and its page. */
  about?: { lines: string[]; href: string; name: string }
}

/** The answers that there are to what shall become of an entry. */
export function useOptions(entry: EntryView): EntryOption[] {
  const t = useTranslations('imports.entry')
  const aboutOf = useAbout()
  const { kind, project, candidates, verdict } = entry
  const own = candidates.find(({ id }) => id === project?.id)
  const skip = { value: 'skip', label: t('skip'), keys: 'h', hint: t('skipNote') }
  if (verdict === 'refused') return [skip]
  const isNewProject = kind !== 'entry' && !project
  const isKnownEntry = kind === 'entry' && verdict !== 'new' && verdict !== 'matches'
  const accept: EntryOption = {
    value: 'accept',
    keys: 'a',
    label: project
      ? t('accept.project', { name: project.name, number: project.number })
      : t(isNewProject ? 'accept.newPage' : isKnownEntry ? 'accept.known' : 'accept.new'),
    ...(own && { about: aboutOf(own) }),
  }
  return [
    accept,
    ...candidates
      .filter((candidate) => candidate !== own)
      .map((candidate) => ({
        value: candidateChoice(candidate.id),
        label: `${t('candidate')} ${candidate.name} (${candidate.number})`,
        about: aboutOf(candidate),
      })),
    { value: OTHER_PROJECT, label: t('other') },
    // What would be a new project anyway needs no other way to become one.
    ...(isNewProject ? [] : [{ value: 'new', label: t('makeNew'), keys: 'n' }]),
    skip,
  ]
}

function useAbout(): (candidate: CandidateView) => NonNullable<EntryOption['about']> {
  const t = useTranslations('imports.entry')
  const locale = useLocale()
  const listed = (reasons: readonly Reason[]) => reasons.map((one) => sentenceOf(one)[locale]).join('; ')
  return ({ slug, name, owner, score, verdict, reasons, against }) => ({
    href: pathOf(locale, { page: 'projects', slug }),
    name,
    lines: [
      [owner, t(`candidateVerdict.${verdict}`), t('fits', { share: formatShare(locale, score) })]
        .filter(Boolean)
        .join(' · '),
      ...(reasons.length > 0 ? [t('speaksFor', { reasons: listed(reasons) })] : []),
      ...(against.length > 0 ? [t('speaksAgainst', { reasons: listed(against) })] : []),
    ],
  })
}

/** What is chosen to begin with: what was decided, or what nobody needs to look at. */
export function chosenIn({
  verdict,
  choice,
  chosen,
  candidates,
  project,
  kind,
  isSafe,
}: EntryView): string | undefined {
  if (choice === 'project' && chosen)
    return candidates.some(({ id }) => id === chosen.id && id !== project?.id)
      ? candidateChoice(chosen.id)
      : OTHER_PROJECT
  if (choice === 'new' && kind !== 'entry' && !project) return 'accept'
  if (verdict === 'refused') return 'skip'
  return choice ?? (isSafe ? 'accept' : undefined)
}

/** The project that was named in words, as its field holds it. */
export const otherIn = (entry: EntryView): string =>
  entry.chosen && chosenIn(entry) === OTHER_PROJECT ? finderText(entry.chosen) : ''
