import type { SavedDraft } from './commands.ts'
import type { DraftForm, FormBase, Stopped, StoppedAct } from './form.ts'
import { isNews, joinNews, type News, NOTHING_NEW } from './news.ts'
import { type DraftContent, ENTRIES_ON_PAGE } from './schema.ts'

/** What the form was sent for: a word, and what it is about. `up:a1b2`, `page:3`. */
export type Act = { name: string; about: string; more: string }

/** What is not done before that which others wrote was told. */
const STOPPED_BY = new Map<string, StoppedAct>([
  ['publish', 'publish'],
  ['into', 'publish'],
  ['discard', 'discard'],
  ['remove', 'removeEntry'],
  ['fill', 'fill'],
])

/** Whether there is something to tell before what was asked for is done. Whose words stand is chosen before that. Pure. */
export function stopsAt(
  { name }: Act,
  { unseen }: FormBase,
  { news, conflicts, isHeld }: SavedDraft,
): boolean {
  if (!STOPPED_BY.has(name) || !isNews(joinNews(unseen, news))) return false
  return OF_ENTRIES.includes(name) ? isHeld : conflicts.length === 0
}

/** What is done with some of the entries, and stopped by news of these alone. */
const OF_ENTRIES = ['remove', 'fill']

/** Whether others wrote in some entries what no answer has told of, or asked about. Pure. */
export function hasUntold(
  entries: readonly string[],
  unseen: News,
  { news, conflicts }: Pick<SavedDraft, 'news' | 'conflicts'>,
): boolean {
  const untold = new Set([
    ...joinNews(unseen, news).entries.map(({ id }) => id),
    ...conflicts.map(({ entry }) => entry),
  ])
  return entries.some((id) => untold.has(id))
}

/** Answers after which what was told is not told again. Others lead to it, or go on meanwhile. */
const ENDS_TELLING = ['save', 'remove', 'fill', 'publish', 'into', 'discard']

/**
 * What there is to tell after a form was kept: now, or when something is asked for that it stops. Where it stands is told
 * anew with each answer, for entries move. Pure.
 */
export function newsAfter(
  act: Act,
  opened: FormBase,
  saved: SavedDraft,
  page: number,
): Pick<DraftForm, 'unseen' | 'others' | 'stopped'> {
  const unseen = stillThere(joinNews(opened.unseen, saved.news), saved.content)
  const others = saved.others?.name ?? (isNews(unseen) ? opened.others : null)
  const stops = STOPPED_BY.get(act.name)
  if (stops && stopsAt(act, opened, saved)) {
    const stopped = { act: stops, others, news: placed(unseen, saved.content, page) }
    return { unseen: NOTHING_NEW, others, stopped }
  }
  const before = ENDS_TELLING.includes(act.name) ? null : opened.stopped
  return {
    unseen,
    others,
    stopped: before && { ...before, news: placed(before.news, saved.content, page) },
  }
}

function stillThere(news: News, { entries }: DraftContent): News {
  const there = new Set(entries.map(({ id }) => id))
  return { ...news, entries: news.entries.filter(({ id }) => there.has(id)) }
}

/** What is new with the places of its entries, in their order. */
function placed(news: News, { entries }: DraftContent, page: number): Stopped['news'] {
  const byId = new Map(news.entries.map((entry) => [entry.id, entry]))
  const [first, last] = [(page - 1) * ENTRIES_ON_PAGE, page * ENTRIES_ON_PAGE]
  return {
    ...news,
    entries: entries.flatMap(({ id, name }, at) => {
      const entry = byId.get(id)
      return entry ? [{ ...entry, number: at + 1, onPage: at >= first && at < last, name: name.trim() }] : []
    }),
  }
}
