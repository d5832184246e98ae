import { beginFollowUp, publishFollowUp, saveFollowUp } from '../commands.ts'
import { flagKey } from '../flags.ts'

type To = Parameters<typeof beginFollowUp>[1]

/** Begins a draft and writes in it, as whoever is signed in. Returns what publishing asks for. */
export async function draftOf(
  kind: string,
  fields: Record<string, string>,
  to: To,
): Promise<{ id: number; version: number }> {
  const begun = await beginFollowUp(kind, to)
  if (!begun.ok) throw new Error(begun.problem.kind)
  const { id } = begun.value
  const saved = await saveFollowUp({ id, version: 1, base: {}, mine: { fields } })
  if (!saved.ok) throw new Error(saved.problem.kind)
  return { id, version: saved.value.version }
}

/** Attaches a follow-up and makes it public, having looked at whatever is unusual in it. Returns its id. */
export async function publishedOf(kind: string, fields: Record<string, string>, to: To): Promise<number> {
  const draft = await draftOf(kind, fields, to)
  const first = await publishFollowUp({ ...draft, seen: [] })
  const flags = !first.ok && first.problem.kind === 'flagged' ? first.problem.flags : []
  const result = first.ok ? first : await publishFollowUp({ ...draft, seen: flags.map(flagKey) })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return draft.id
}
