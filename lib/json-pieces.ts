/** Characters in one list, unless one value has more. */
const LONGEST = 1 << 19

/**
 * Values as lists in JSON, each short enough for a command: Prisma writes a command's values anew and reads them back, and
 * remembers those of its last commands for its debugger; lists of five megabytes made it hold hundreds.
 */
export function* jsonPieces(values: Iterable<unknown>): Generator<string> {
  let piece: string[] = []
  let length = 0
  for (const value of values) {
    const json = JSON.stringify(value)
    if (piece.length > 0 && length + json.length > LONGEST) {
      yield `[${piece.join(',')}]`
      piece = []
      length = 0
    }
    piece.push(json)
    length += json.length
  }
  if (piece.length > 0) yield `[${piece.join(',')}]`
}
