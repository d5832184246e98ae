import 'server-only'
import { randomUUID } from 'node:crypto'
import { attachFile, detachFile } from '../files/commands.ts'
import { localeIn, textIn } from '../sent-form.ts'
import { discardFollowUp, publishFollowUp, type SavedFollowUp, saveFollowUp } from './commands.ts'
import { FollowUpContent } from './content.ts'
import { contentIn, FILE, type FollowUpForm, FormBase, SEEN, withRow } from './form.ts'
import { withOwnWords } from './merge.ts'
import { placed } from './place.ts'
import { findFileOf } from './staff-queries.ts'

/** What an answer tells anew each time. */
const NOTHING_TOLD = {
  conflicts: [],
  others: null,
  tookIn: [],
  stopped: null,
  problems: null,
  flags: [],
  fileProblem: null,
  refused: null,
  done: null,
} satisfies Partial<FollowUpForm>

/** Flags that one form has at most: its boxes are fewer. */
const MOST_SEEN = 2000

/**
 * Answers the form of a draft: what was typed and the file are kept first, whatever was pressed, and then done what was asked
 * for. Nothing that was typed is lost: what cannot be kept comes back in the form. Where somebody else has written since the
 * form was opened, what came in is shown first, and done what was asked for when it is asked for again: nobody publishes,
 * sets aside, takes away or replaces what they have not seen.
 */
export async function submitFollowUp(before: FollowUpForm, form: FormData): Promise<FollowUpForm> {
  const opened = FormBase.safeParse(before)
  if (!opened.success) return { ...before, ...NOTHING_TOLD, refused: 'malformed' }
  const { id, kind, base, version, file } = opened.data
  const typed = contentIn(form, kind, base)
  const act = textIn(form, 'act')
  const seen = form.getAll(SEEN).slice(0, MOST_SEEN).map(String)
  const told = { ...before, ...NOTHING_TOLD, shown: typed, seen }
  if (!FollowUpContent.safeParse(typed).success) return { ...told, refused: 'malformed' }
  const row = act === 'add' ? newId() : null
  const saved = await saveFollowUp({ id, version, base, mine: row ? withRow(typed, row) : typed })
  if (!saved.ok) return { ...told, refused: saved.problem.kind }
  const kept = await withFile(keptForm(told, saved.value, file?.token), form, act)
  if (kept.stopped !== null || kept.fileProblem !== null || kept.refused !== null) return kept
  if ((act === 'publish' || act === 'discard') && kept.tookIn.length > 0) return { ...kept, stopped: act }
  if (kept.conflicts.length > 0) return kept
  if (act === 'publish') return published(kept)
  if (act === 'discard') return discarded(kept)
  return { ...kept, done: row ? { row } : 'kept' }
}

/** So short that forms stay small, and so many that two never meet within a draft. */
const newId = (): string => randomUUID().replaceAll('-', '').slice(0, 12)

/** `seenFile`: the token of the file that the form showed. */
function keptForm(told: FollowUpForm, saved: SavedFollowUp, seenFile: string | undefined): FollowUpForm {
  const { kind, content, version, savedAt, conflicts, tookIn, file, others } = saved
  const isOtherFile = file?.token !== seenFile
  return {
    ...told,
    kind,
    version,
    savedAt: savedAt.toISOString(),
    base: content,
    shown: withOwnWords(content, conflicts),
    conflicts,
    others: others?.name ?? null,
    tookIn: isOtherFile ? [...tookIn, { row: null, field: FILE }] : tookIn,
    file,
  }
}

/**
 * A file that was sent becomes the source; one that was there is taken away if that was asked for. Neither is done to a file
 * that somebody else attached since the form was opened.
 */
async function withFile(kept: FollowUpForm, form: FormData, act: string): Promise<FollowUpForm> {
  const { id, version } = kept
  const sent = form.get(FILE)
  const isSent = sent instanceof File && isChosen(sent)
  if (!isSent && act !== 'removeFile') return kept
  const isUnseen = kept.file !== null && kept.tookIn.some(({ field }) => field === FILE)
  if (isUnseen) return { ...kept, stopped: isSent ? 'attachFile' : 'removeFile' }
  const result = isSent
    ? await attachFile({
        followUpId: id,
        version,
        name: sent.name,
        bytes: new Uint8Array(await sent.arrayBuffer()),
      })
    : await detachFile({ followUpId: id, version })
  if (result.ok) return { ...kept, version: result.value.version, file: await findFileOf(id) }
  const { problem } = result
  return problem.kind === 'file'
    ? { ...kept, fileProblem: problem.why[localeIn(form)] }
    : { ...kept, refused: problem.kind }
}

/** Where none was chosen browsers send one without bytes and without a name. */
const isChosen = ({ size, name }: File): boolean => size > 0 || /\.\w+$/.test(name)

async function published(kept: FollowUpForm): Promise<FollowUpForm> {
  const { id, version, seen, kind, base } = kept
  const result = await publishFollowUp({ id, version, seen })
  if (result.ok) return { ...kept, done: 'published' }
  const { problem } = result
  if (problem.kind === 'invalid')
    return { ...kept, problems: problem.problems.map((one) => placed(one, kind, base)) }
  if (problem.kind === 'flagged') return { ...kept, flags: problem.flags }
  return { ...kept, refused: problem.kind }
}

async function discarded(kept: FollowUpForm): Promise<FollowUpForm> {
  const { id, version } = kept
  const result = await discardFollowUp({ id, version })
  return result.ok ? { ...kept, done: 'discarded' } : { ...kept, refused: result.problem.kind }
}
