import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { gif, photograph, png, UNWELCOME, WELCOME } from '../testing/files.ts'
import { checkFile } from './index.ts'

const MOST = 25_000_000
const check = (bytes: Uint8Array, name = 'a') => checkFile(bytes, name, MOST)

describe('a file that may be kept', () => {
  test.each(Object.entries(WELCOME))('%s', async (_, { name, bytes, type }) => {
    expect(await check(await bytes(), name)).toMatchObject({ ok: true, type })
  })

  test('is kept as it is, byte for byte, unless it is a picture', async () => {
    const bytes = await (WELCOME['a PDF']?.bytes() ?? png())
    const checked = await check(bytes)
    expect(checked.ok && Buffer.compare(checked.bytes, bytes)).toBe(0)
  })
})

describe('a file that is refused, with a sentence in each language', () => {
  test.each(Object.entries(UNWELCOME))('%s', async (_, { name, bytes, code }) => {
    const checked = await check(await bytes(), name)
    expect(checked).toMatchObject({ ok: false, problem: { kind: 'file', code } })
    expect(!checked.ok && checked.problem.why).toMatchObject({
      sv: expect.stringMatching(/^[A-ZÅÄÖ].*\.$/),
      en: expect.stringMatching(/^[A-Z].*\.$/),
    })
  })

  test('one that is larger than the limit, before anything of it is looked at', async () => {
    expect(await checkFile(new Uint8Array(2_000_001), 'a.pdf', 2_000_000)).toMatchObject({
      ok: false,
      problem: { code: 'tooLarge', why: { sv: 'Filen är för stor. Den får vara högst 2 MB.' } },
    })
  })
})

describe('a picture', () => {
  test('loses where it was taken, by whom and with what, and stands upright', async () => {
    const bytes = await photograph()
    expect(bytes.includes('Kim Exempel')).toBe(true)
    const checked = await check(bytes)
    if (!checked.ok) throw new Error(checked.problem.code)
    const { exif, xmp, icc, orientation, width, height } = await sharp(checked.bytes).metadata()
    expect({ exif, xmp, icc, orientation, width, height }).toEqual({ width: 20, height: 40 })
    expect(Buffer.from(checked.bytes).includes('Kim Exempel')).toBe(false)
  })

  test.each([
    ['a PNG with a web page behind it', png, '<script>alert(1)</script>'],
    ['a GIF with a program behind it', gif, '*/=1;alert(1)//'],
  ])('loses what else was in the file: %s', async (_, picture, more) => {
    const checked = await check(Buffer.concat([await picture(), Buffer.from(more)]))
    if (!checked.ok) throw new Error(checked.problem.code)
    expect(Buffer.from(checked.bytes).includes('alert')).toBe(false)
    expect((await sharp(checked.bytes).metadata()).width).toBe(40)
  })

  test('keeps its colours', async () => {
    const checked = await check(await png())
    const { data } = await sharp(checked.ok ? checked.bytes : [])
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([180, 20, 60])
  })
})
