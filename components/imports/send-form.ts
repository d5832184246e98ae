import type { FormPart } from '../../lib/imports/desk/given.ts'

/** What the server answers a script that sends files: app/api/imports. */
export type Answer =
  | { path: string }
  | { problem: { part: FormPart | null; why: string } }
  /** Nothing came back that can be understood. */
  | null

/** Sends a form and tells how much of it has gone, from 0 to 1, which `fetch` does not. */
export const sendForm = (address: string, form: FormData, tell: (share: number) => void): Promise<Answer> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ lengthComputable, loaded, total }) =>
      lengthComputable && tell(loaded / total)
    request.onload = () => resolve(answerIn(request.response))
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(form)
  })

function answerIn(response: unknown): Answer {
  const said = response as { path?: unknown; problem?: { part?: unknown; why?: unknown } } | null
  if (typeof said?.path === 'string') return { path: said.path }
  if (typeof said?.problem?.why !== 'string') return null
  const { part, why } = said.problem
  return {
    problem: { part: part === 'files' || part === 'url' || part === 'fetchedOn' ? part : null, why },
  }
}
