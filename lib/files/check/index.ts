import type { ApartLimits } from '../../apart/process.ts'
import { runApart } from '../../apart/run.ts'
import { type MediaType, sniff } from '../../documents/extract/sniff.ts'
import { type ImageType, isImageType, type KeptType } from '../kinds.ts'
import { type FileRefusal, type FileRefusalCode, refusal, tooLarge } from '../refusals.ts'

/** A file that may be kept: what it is, and the bytes to keep, which are new ones where it is a picture. */
export type CheckedFile = { ok: true; type: KeptType; bytes: Uint8Array }

const LIMITS: ApartLimits = { milliseconds: 60_000, megabytes: 1024 }

/**
 * Looks at what a file holds, whatever it is called, and says what it is or why it is not kept. What a library has to
 * parse is parsed in a process apart. Never throws.
 */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  most: number,
): Promise<CheckedFile | { ok: false; problem: FileRefusal }> {
  if (bytes.byteLength === 0) return refused('empty')
  if (bytes.byteLength > most) return { ok: false, problem: tooLarge(most) }
  const type = sniff(bytes)
  if (isImageType(type)) return drawApart(bytes, type)
  const known = REFUSED[type]
  return known ? refused(known) : checkApart(bytes, name)
}

const refused = (code: FileRefusalCode) => ({ ok: false, problem: refusal(code) }) as const

/** What is refused by what it is. Those without a line are looked into: PDF, Word, Excel, text. */
const REFUSED: Partial<Record<MediaType, FileRefusalCode>> = {
  'text/html': 'markup',
  'multipart/related': 'markup',
  'application/json': 'otherFormat',
  'application/zip': 'otherFormat',
  'application/gzip': 'otherFormat',
  'application/x-ole-storage': 'oldOffice',
  'application/x-encrypted-office': 'passwordProtected',
  'image/tiff': 'otherFormat',
  'application/octet-stream': 'otherFormat',
}

async function drawApart(bytes: Uint8Array, type: ImageType) {
  const drawn = await runApart('redraw', { bytes, type }, { ...LIMITS, addons: true })
  if (!drawn.ok) return refused(drawn.problem)
  if (!drawn.value.ok) return refused(drawn.value.code)
  return { ok: true, type, bytes: new Uint8Array(Buffer.from(drawn.value.base64, 'base64')) } as const
}

async function checkApart(bytes: Uint8Array, name: string) {
  const looked = await runApart('lookInto', { bytes, name }, LIMITS)
  if (!looked.ok) return refused(looked.problem)
  if ('refused' in looked.value) return refused(looked.value.refused)
  return { ok: true, type: looked.value.type, bytes } as const
}
