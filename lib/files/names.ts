import { type KeptType, KINDS } from './kinds.ts'

/** So many characters of a name are kept, its ending not counted. */
const LONGEST = 100

/**
 * What a file is called from now on: the last part of what it was called, without characters that steer terminals, turn
 * the direction of writing or mean something in paths, and with an ending of its kind. Pure.
 */
export function cleanName(name: string, type: KeptType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[<>:"|?*%#;]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const endings: readonly string[] = KINDS[type]
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(plain)?.[1]
  const hasOwn = ending !== undefined && endings.includes(ending.toLowerCase())
  const stem = hasOwn ? plain.slice(0, -ending.length - 1) : plain
  const short = Array.from(stem)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short || 'fil'}.${hasOwn ? ending : endings[0]}`
}

/** The header that names a download: plain letters for old readers, and every letter as RFC 5987 writes it. */
export function contentDisposition(name: string, isInline: boolean): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .,()+=@-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*!]/g, percent)
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
