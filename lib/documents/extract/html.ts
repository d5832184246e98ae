import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { TextWriter } from './text-writer.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Whether a text is an HTML page: it begins like one, or is made of its elements. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 5000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head))
    return true
  return (
    /^</.test(head) &&
    (head.match(/<\/(?:div|p|h[1-6]|dl|dt|dd|ul|ol|li|table|tr|td|section|article|main)>/gi) ?? []).length >=
      2
  )
}

/** The charset that a page declares for itself, read from its first bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

// Parts of a page that are no content of it, whatever they hold.
const SKIPPED = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'map',
  'nav',
  'footer',
  'aside',
  'dialog',
  'form',
  'button',
  'input',
  'select',
  'textarea',
  'datalist',
  'img',
  'picture',
])
const SKIPPED_ROLES = new Set([
  'navigation',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'complementary',
  'menu',
  'menubar',
  'banner',
])
const SKIPPED_NAMES =
  /cookie|(?:^|[^a-z])(?:consent|gdpr|breadcrumbs?|site-?footer|page-?footer|footer|site-?nav|navbar|navigation|skip-?links?|social|share|sharing|feedback|helpful|print-?logo|visually-hidden|sr-only|screen-reader-text)(?:$|[^a-z])/i

const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'center',
  'details',
  'dir',
  'div',
  'dl',
  'fieldset',
  'figcaption',
  'figure',
  'header',
  'hgroup',
  'main',
  'menu',
  'ol',
  'section',
  'summary',
  'ul',
  'body',
  'html',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'caption',
  'legend',
])
/** Blocks with a blank line around them, as the text samples show. */
const SPACED = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'ul',
  'ol',
  'dl',
  'table',
  'blockquote',
  'section',
  'article',
])

/**
 * Turns a saved web page into the lines that a reader sees: headings, paragraphs, list points with bullets, each
 * term and each definition on a line of its own, table rows. Scripts, styles, navigation, cookie dialogs, forms and
 * footers are left out. Deep nesting costs no stack.
 */
export function readHtml(html: string): string {
  const document = parse(html)
  const writer = new TextWriter()
  const root = findMain(document.childNodes) ?? document.childNodes
  const work: (() => void)[] = []
  const visitAll = (nodes: Node[], after?: () => void) => {
    if (after) work.push(after)
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]
      if (node) work.push(() => visit(node, writer, visitAll))
    }
  }
  visitAll(root)
  for (let step = work.pop(); step; step = work.pop()) step()
  return writer.finish()
}

type VisitAll = (nodes: Node[], after?: () => void) => void

function visit(node: Node, writer: TextWriter, visitAll: VisitAll) {
  if (node.nodeName === '#text') writer.text((node as DefaultTreeAdapterTypes.TextNode).value)
  if (!isElement(node) || isSkipped(node)) return
  const name = node.tagName
  if (name === 'br') writer.line()
  else if (name === 'hr') writer.blank()
  else if (name === 'li') visitListItem(node, writer, visitAll)
  else if (name === 'tr') visitRow(node, writer, visitAll)
  else if (name === 'dt' || name === 'dd') visitLine(node, writer, visitAll)
  else if (name === 'pre') visitPre(node, writer, visitAll)
  else if (SPACED.has(name)) visitSpaced(node, writer, visitAll)
  else if (BLOCKS.has(name)) visitLine(node, writer, visitAll)
  else visitAll(node.childNodes)
}

const isElement = (node: Node): node is Element => 'tagName' in node

function visitLine(node: Element, writer: TextWriter, visitAll: VisitAll) {
  writer.line()
  visitAll(node.childNodes, () => writer.line())
}

function visitSpaced(node: Element, writer: TextWriter, visitAll: VisitAll) {
  writer.blank()
  visitAll(node.childNodes, () => writer.blank())
}

function visitPre(node: Element, writer: TextWriter, visitAll: VisitAll) {
  writer.blank()
  writer.preserve(true)
  visitAll(node.childNodes, () => {
    writer.preserve(false)
    writer.blank()
  })
}

/** A point begins with its bullet or number; what it goes on with stands under it, indented. */
function visitListItem(node: Element, writer: TextWriter, visitAll: VisitAll) {
  const parent = node.parentNode as Element | null
  writer.line()
  writer.openItem(parent?.tagName === 'ol' ? `${writer.numberIn(parent, startOf(parent))}. ` : '  • ')
  visitAll(node.childNodes, () => {
    writer.closeItem()
    writer.line()
  })
}

const startOf = (list: Element): number => Number(attribute(list, 'start')) || 1

/** A row with two cells is a label and its value, each on a line; a longer one stands on one line, tabs between. */
function visitRow(node: Element, writer: TextWriter, visitAll: VisitAll) {
  const cells = node.childNodes.filter(
    (child): child is Element => isElement(child) && /^t[hd]$/.test(child.tagName),
  )
  const isPair = cells.length === 2 && !isHeaderRow(node, cells) && !isInWideTable(node)
  writer.line()
  visitAll([], () => writer.line())
  const cellsBackwards = [...cells.entries()].reverse()
  for (const [index, cell] of cellsBackwards) {
    visitAll(cell.childNodes, () => {
      if (isPair) writer.line()
      else {
        writer.flow(false)
        if (index < cells.length - 1) writer.tab()
      }
    })
    visitAll([], () => {
      if (!isPair) writer.flow(true)
    })
  }
}

const isHeaderRow = (row: Element, cells: Element[]): boolean =>
  cells.every((cell) => cell.tagName === 'th') || (row.parentNode as Element | null)?.tagName === 'thead'

/** Whether the table has a header over two columns: then its rows are rows and not labels with values. */
function isInWideTable(row: Element): boolean {
  const section = row.parentNode as Element | null
  const table = section?.tagName === 'table' ? section : (section?.parentNode as Element | null)
  const first = table && firstRow(table)
  if (!first || first === row) return false
  const cells = first.childNodes.filter(
    (child): child is Element => isElement(child) && /^t[hd]$/.test(child.tagName),
  )
  return cells.length === 2 && isHeaderRow(first, cells)
}

function firstRow(table: Element): Element | undefined {
  for (const child of table.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') return child
    const inner = child.childNodes.find((row): row is Element => isElement(row) && row.tagName === 'tr')
    if (inner) return inner
  }
  return undefined
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(element.tagName) || SKIPPED_ROLES.has(attribute(element, 'role') ?? '')) return true
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')) return true
  // A page's own frame may carry any class; only parts of it are skipped by name.
  if (['html', 'body', 'main', 'article', 'dt', 'dd', 'td', 'th', 'li', 'p'].includes(element.tagName))
    return false
  return SKIPPED_NAMES.test(`${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`)
}

/** The page's main part, with a top heading that stands outside it; nothing where the page does not mark one. */
function findMain(nodes: Node[]): Node[] | undefined {
  let main: Element | undefined
  let heading: Element | undefined
  const work = [...nodes].reverse()
  for (let node = work.pop(); node && !main; node = work.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === 'main' || attribute(node, 'role') === 'main') main = node
    else if (!heading && node.tagName === 'h1') heading = node
    if (node !== main && !isSkipped(node))
      for (const child of [...node.childNodes].reverse()) work.push(child)
  }
  if (!main) return undefined
  return heading && !contains(main, 'h1') ? [heading, main] : [main]
}

function contains(element: Element, tagName: string): boolean {
  const work = [...element.childNodes]
  for (let node = work.pop(); node; node = work.pop()) {
    if (!isElement(node)) continue
    if (node.tagName === tagName) return true
    for (const child of node.childNodes) work.push(child)
  }
  return false
}
