import { decodeText } from '../../documents/extract/encoding.ts'
import type { FileRefusalCode } from '../refusals.ts'
import { hasFormula } from './cells.ts'

const MARKUP =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|base|link|style|xml|img|video|audio|math|form|input|button|frame|frameset|applet|template|details|\?xml|\?php)\b/i

type TextFile = { type: 'text/plain' | 'text/csv' } | { refused: FileRefusalCode }

/**
 * What a text is: plain, or a table of values (by the name, which may choose between the two: neither can do anything),
 * or why it is not kept. Pure.
 */
export function checkText(bytes: Uint8Array, name: string): TextFile {
  const decoded = decodeText(bytes)
  if ('problem' in decoded) return { refused: 'otherFormat' }
  const refused = refusalOf(decoded.text)
  if (refused) return { refused }
  if (!/\.[ct]sv$/i.test(name)) return { type: 'text/plain' }
  return hasFormula(decoded.text) ? { refused: 'formulas' } : { type: 'text/csv' }
}

function refusalOf(text: string): FileRefusalCode | null {
  if (text.trim() === '') return 'empty'
  // Readers of PDF look for its beginning a thousand bytes into a file.
  if (text.slice(0, 2048).includes('%PDF-')) return 'polyglot'
  if (OTHER.test(text) || isSylk(text)) return 'otherFormat'
  if (text.startsWith('#!') || text.includes('<?php')) return 'script'
  if (MARKUP.test(text) || /^\s*<[?!a-z]/i.test(text)) return 'markup'
  return null
}

/** Formats in plain letters, which programs know by their beginning whatever a file is called: RTF, PostScript, PDF's forms. */
const OTHER = /^\s*(?:\{\\rtf|%!PS|%FDF-)/

/** An old format of tables that Excel runs macros of. A table may begin with the same letters, and does not go on so. */
const isSylk = (text: string): boolean => /^\s*ID;P/.test(text) && /^(?:C|F|O|NN);[A-Z]{1,2}/m.test(text)
