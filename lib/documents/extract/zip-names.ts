const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
/** The end's record is 22 bytes, and a comment of up to 65,535 may follow. */
const LONGEST_TAIL = 22 + 65_535
/** So many names are enough to tell what a zip is. */
const MOST_NAMES = 5_000

/** The names of the files in a zip as its directory gives them; none where it has no directory. Never throws. */
export function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (names.length < MOST_NAMES && at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) break
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - LONGEST_TAIL)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}
