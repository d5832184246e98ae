/**
 * The form in a request's body. One that says that it is too large is not begun with, and one that turns out to be is not
 * read to its end. `most`: bytes.
 */
export async function formIn(request: Request, most: number): Promise<FormData | 'tooMuch' | 'malformed'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'tooMuch'
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !type.startsWith('multipart/form-data')) return 'malformed'
  const counter = countingTo(most)
  try {
    const body = request.body.pipeThrough(counter.stream)
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return counter.isOver() ? 'tooMuch' : 'malformed'
  }
}

/** Lets so many bytes through, and breaks off at the next. */
function countingTo(most: number) {
  let count = 0
  const stream = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      count += chunk.byteLength
      if (count > most) controller.error(new Error('more than is taken at once'))
      else controller.enqueue(chunk)
    },
  })
  return { stream, isOver: () => count > most }
}
