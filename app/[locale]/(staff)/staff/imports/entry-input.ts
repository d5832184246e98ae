import {
  candidateIn,
  editName,
  OTHER_PROJECT,
  wasName,
} from '../../../../../components/imports/form-state.ts'
import type { DecideInput } from '../../../../../lib/imports/desk/schema.ts'
import { numberIn, textIn } from '../../../../../lib/sent-form.ts'

const EDIT = editName('')

/** Everything that a person filled in, by the name of its control, for the form to show again. */
export function typedIn(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())].filter((name) => name.startsWith(EDIT))
  const typed = Object.fromEntries(['project', ...names].map((name) => [name, textIn(form, name)]))
  const choice = choiceIn(form)
  return { ...typed, project: projectTyped(form), ...(choice && { choice }) }
}

/** What was chosen of what a search without JavaScript found, or else what was typed. */
const projectTyped = (form: FormData): string => textIn(form, 'project.chosen') || textIn(form, 'project')

/** Whoever names a project and chooses nothing means that project. */
const choiceIn = (form: FormData): string =>
  textIn(form, 'choice') || (projectTyped(form).trim() === '' ? '' : OTHER_PROJECT)

/** What somebody decides, as the command takes it; null where nothing was chosen. */
export function decisionIn(form: FormData): DecideInput | null {
  const choice = choiceIn(form)
  if (choice === '') return null
  const candidate = candidateIn(choice)
  const isProject = candidate !== undefined || choice === OTHER_PROJECT
  return {
    importId: numberIn(form, 'importId'),
    entryId: numberIn(form, 'entryId'),
    version: numberIn(form, 'version'),
    // Anything else is refused by the command's own schema.
    choice: (isProject ? 'project' : choice) as DecideInput['choice'],
    project: candidate ? `id:${candidate}` : isProject ? projectTyped(form) : '',
    edits: editsIn(form),
  }
}

/** Values given instead of what the source says. A box that says the same gives none. */
function editsIn(form: FormData): Record<string, string> {
  const edits: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    if (!name.startsWith(EDIT)) continue
    const field = name.slice(EDIT.length)
    const text = textIn(form, name)
    if (plain(text) !== plain(textIn(form, wasName(field)))) edits[field] = text
  }
  return edits
}

/** Forms are sent with two characters at the end of a line. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()
