import sharp from 'sharp'
import type { ImageType } from '../kinds.ts'
import type { FileRefusalCode } from '../refusals.ts'

const MOST_PIXELS = 50_000_000

// One picture, once: nothing to remember, no processors to share. Of the library's many readers, four are needed.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
})

export type Drawn = { ok: true; base64: string } | { ok: false; code: FileRefusalCode }

/**
 * Draws a picture anew: the pixels, turned as the camera said, and nothing else. Where it was taken, by whom and with
 * what is gone, and so is whatever stood before, after or between the pixels.
 */
export async function redraw(bytes: Uint8Array, type: ImageType): Promise<Drawn> {
  try {
    const picture = sharp(bytes, {
      failOn: 'error',
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
      animated: false,
    })
    const { format, width, height, pages = 1, chromaSubsampling } = await picture.metadata()
    if (`image/${format}` !== type) return { ok: false, code: 'broken' }
    if (width * height > MOST_PIXELS) return { ok: false, code: 'tooManyPixels' }
    if (pages > 1) return { ok: false, code: 'animated' }
    const isFine = chromaSubsampling === '4:4:4'
    const upright = picture.autoOrient()
    // As much effort as leaves a picture of 50 million pixels well under the time that it has.
    const drawn = {
      'image/png': () => upright.png(),
      'image/jpeg': () => upright.jpeg({ quality: 90, chromaSubsampling: isFine ? '4:4:4' : '4:2:0' }),
      'image/webp': () => upright.webp({ quality: 90, effort: 2 }),
      'image/gif': () => upright.gif({ dither: 0 }),
    }[type]()
    return { ok: true, base64: (await drawn.toBuffer()).toString('base64') }
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message)
    return { ok: false, code: isTooLarge ? 'tooManyPixels' : 'broken' }
  }
}
