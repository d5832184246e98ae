import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { attribute, type Element, findMain, isElement, isSkipped, type Node } from './page-frame.ts'
import { type Cell, TableReader } from './table-rows.ts'
import { TextWriter } from './text-writer.ts'

/** Whether a text is an HTML page: it begins like one, or is made of its elements. */
export function looksLikeHtml(text: string): boolean {
  let at = 0
  const skipSpace = () => {
    while (/\s/.test(text.charAt(at))) at++
  }
  skipSpace()
  if (text.startsWith('<?xml', at)) at = (text.indexOf('>', at) + 1 || text.length) as number
  skipSpace()
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4)
    at = end < 0 ? text.length : end + 3
    skipSpace()
  }
  const head = text.slice(at, at + 5000)
  if (/^<(?:!doctype html|html|head|body)(?![\w-])/i.test(head)) return true
  return head.startsWith('<') && (head.match(CLOSING_TAG) ?? []).length >= 2
}

const CLOSING_TAG = /<\/(?:div|p|h[1-6]|dl|dt|dd|ul|ol|li|table|tr|td|section|article|main)>/gi

/** The charset that a page declares for itself, read from its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

const LINES = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'form',
  'header',
  'hgroup',
  'html',
  'legend',
  'main',
  'menu',
  'summary',
  'tbody',
  'tfoot',
  'thead',
])
/** Blocks with a blank line around them, as the text samples show. */
const SPACED = new Set([
  'article',
  'blockquote',
  'dl',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ol',
  'p',
  'section',
  'table',
  'ul',
])

/**
 * Turns a saved web page into the lines that a reader sees: headings, paragraphs, list points with bullets, each
 * term and each definition on a line of its own, table rows. Scripts, styles, navigation, cookie dialogs and footers
 * are left out. Deep nesting costs no stack. Null for a page that grows beyond all measure while it is parsed: elements
 * that are never closed begin anew in every paragraph, so that few of them become millions.
 */
export function readHtml(html: string): string | null {
  const document = parsed(html)
  if (!document) return null
  const walk = new Walk()
  walk.visitAll(findMain(document.childNodes) ?? document.childNodes)
  return walk.finish()
}

/** Thrown to end the parsing of a page that has no measure. */
class Boundless extends Error {}

function parsed(html: string): DefaultTreeAdapterTypes.Document | null {
  // The shortest element is written with three characters, and a parser adds few of its own.
  let left = html.length / 2 + 1000
  const createElement: typeof defaultTreeAdapter.createElement = (...of) => {
    if (--left < 0) throw new Boundless()
    return defaultTreeAdapter.createElement(...of)
  }
  try {
    return parse(html, { treeAdapter: { ...defaultTreeAdapter, createElement } })
  } catch (error) {
    if (error instanceof Boundless) return null
    throw error
  }
}

/** Walks through a page in its order with a stack of its own, so that no depth of boxes exhausts the engine's. */
class Walk {
  private readonly writer = new TextWriter()
  private readonly tables = new TableReader()
  private readonly work: (() => void)[] = []

  /** Visits nodes one after the other, and then does what is to be done when all of them are visited. */
  visitAll(nodes: Node[], after?: () => void) {
    if (after) this.work.push(after)
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]
      if (node) this.work.push(() => this.visit(node))
    }
  }

  finish(): string {
    for (let step = this.work.pop(); step; step = this.work.pop()) step()
    return this.writer.finish()
  }

  private visit(node: Node) {
    const { writer } = this
    if (node.nodeName === '#text') writer.text((node as DefaultTreeAdapterTypes.TextNode).value)
    if (!isElement(node) || isSkipped(node)) return
    const name = node.tagName
    if (name === 'br') writer.line()
    else if (name === 'hr') writer.blank()
    else if (name === 'li') this.visitListItem(node)
    else if (name === 'tr') this.visitRow(node)
    else if (name === 'pre') this.visitPre(node)
    else if (SPACED.has(name)) this.visitSpaced(node)
    else if (LINES.has(name)) this.visitLine(node)
    else this.visitAll(node.childNodes)
  }

  private visitLine(node: Element) {
    this.writer.line()
    this.visitAll(node.childNodes, () => this.writer.line())
  }

  private visitSpaced(node: Element) {
    this.writer.blank()
    this.visitAll(node.childNodes, () => this.writer.blank())
  }

  private visitPre(node: Element) {
    this.writer.blank()
    this.writer.preserve(true)
    this.visitAll(node.childNodes, () => {
      this.writer.preserve(false)
      this.writer.blank()
    })
  }

  /** A point begins with its bullet or number; what it goes on with stands under it, indented. */
  private visitListItem(node: Element) {
    const parent = node.parentNode as Element | null
    const start = Number(parent && attribute(parent, 'start')) || 1
    this.writer.line()
    this.writer.openItem(parent?.tagName === 'ol' ? `${this.writer.numberIn(parent, start)}. ` : '  • ')
    this.visitAll(node.childNodes, () => {
      this.writer.closeItem()
      this.writer.line()
    })
  }

  /** Labels with values stand on lines of their own; other rows on one line, a tab before each further cell. */
  private visitRow(node: Element) {
    const row = this.tables.read(node)
    this.writer.line()
    this.visitAll([], () => this.writer.line())
    for (const cell of [...row.cells].reverse()) this.visitCell(cell, row.arePairs)
  }

  private visitCell({ element, column }: Cell, arePairs: boolean) {
    const { writer } = this
    this.visitAll(element?.childNodes ?? [], () => {
      if (arePairs) writer.line()
      else writer.flow(false)
    })
    this.visitAll([], () => {
      if (arePairs) return
      if (column > 0) writer.tab()
      writer.flow(true)
    })
  }
}
