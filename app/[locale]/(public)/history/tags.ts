import type {
  ChangeView,
  EarlierView,
  HistoryOf,
  HistoryView,
  NamedRecord,
  SubjectView,
} from '../../../../lib/history/view.ts'
import { PEOPLE_TAG, type Tagged, tagOf } from '../../../../lib/registry/tags.ts'

const KINDS: Record<HistoryOf, Tagged> = {
  projects: 'project',
  decisions: 'decision',
  organisations: 'organisation',
}

/** The tag of a record that has a history. */
export const tagOfRecord = (of: HistoryOf, slug: string): string => tagOf(KINDS[of], slug)

/** The tags of everything that a page of a history names, people too. */
export const tagsOfHistory = ({ of, record, changes }: HistoryView): string[] => [
  PEOPLE_TAG,
  tagOfRecord(of, record.slug),
  ...changes.flatMap(tagsOfChange),
]

function tagsOfChange({ subject, event, documents }: ChangeView): string[] {
  const projects = [
    'project' in event ? event.project : null,
    ...(event.action === 'linkCorrected' ? [event.from, event.to] : []),
  ]
  const organisations = 'part' in event ? [event.part, event.whole] : []
  return [
    ...(subject ? [tagOfSubject(subject)] : []),
    ...tagsOf('project', projects),
    ...tagsOf('organisation', organisations),
    ...tagsOf('document', documents),
  ]
}

function tagOfSubject({ kind, slug, followUp }: SubjectView): string {
  if (followUp) return tagOfRecord(followUp.page, slug)
  return kind === 'project' || kind === 'organisation' ? tagOf(kind, slug) : tagOf('decision', slug)
}

const tagsOf = (kind: Tagged, records: readonly (NamedRecord | null)[]): string[] =>
  records.flatMap((record) => (record ? tagOf(kind, record.slug) : []))

/** The tags of everything that an earlier state names. */
export const tagsOfEarlier = ({ of, record, entries, mergedInto }: EarlierView): string[] => [
  tagOfRecord(of, record.slug),
  ...tagsOf(
    'project',
    entries.flatMap(({ project }) => [project.was, project.is]),
  ),
  ...tagsOf('organisation', [mergedInto]),
]
