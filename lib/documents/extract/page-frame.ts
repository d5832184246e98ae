import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value

// Parts of a page that are no content of it, whatever they hold.
const SKIPPED = new Set([
  'audio',
  'canvas',
  'datalist',
  'dialog',
  'embed',
  'footer',
  'head',
  'iframe',
  'img',
  'input',
  'map',
  'math',
  'nav',
  'noscript',
  'object',
  'picture',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
])
const SKIPPED_ROLES = new Set([
  'alertdialog',
  'banner',
  'contentinfo',
  'dialog',
  'menu',
  'menubar',
  'navigation',
  'search',
])
const SKIPPED_NAMES =
  /cookie|(?:^|[^a-z])(?:consent|gdpr|breadcrumbs?|site-?footer|page-?footer|footer|site-?nav|navbar|navigation|skip-?links?|social|share|sharing|feedback|helpful|print-?logo|visually-hidden|sr-only|screen-reader-text)(?:$|[^a-z])/i
/** Panels that a reader opens with a click: browsers save them closed. */
const FOLDED = /accordion|collaps|expand|panel|toggle|tab|faq|detail/i
/** Elements that carry a page's content, whatever their class says. */
const NEVER_SKIPPED_BY_NAME = new Set(['article', 'body', 'dd', 'dt', 'html', 'li', 'main', 'p', 'td', 'th'])

/** Whether an element belongs to the frame of the site or is not shown, and so is left out with all it holds. */
export function isSkipped(element: Element): boolean {
  const { tagName } = element
  const role = attribute(element, 'role') ?? ''
  const name = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`
  if (SKIPPED.has(tagName) || SKIPPED_ROLES.has(role)) return true
  if (tagName === 'button') return !opensPanel(element)
  // Some sites keep the facts about a project in a column beside the text.
  if (tagName === 'aside' || role === 'complementary') return !contains(element, ['dl', 'table', 'h1'])
  if (isHidden(element) && !FOLDED.test(name) && !['region', 'tabpanel'].includes(role)) return true
  if (NEVER_SKIPPED_BY_NAME.has(tagName) || !SKIPPED_NAMES.test(name)) return false
  return !contains(element, ['h1', 'main'])
}

/** A heading that opens a panel is a button on many sites. */
const opensPanel = (button: Element): boolean =>
  attribute(button, 'aria-expanded') !== undefined ||
  attribute(button, 'aria-controls') !== undefined ||
  /^h[1-6]$/.test((button.parentNode as Element | null)?.tagName ?? '')

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style') ?? '')
}

/** So many elements are looked at before an element is taken not to contain another. */
const MOST_LOOKED_AT = 5_000

/** Whether an element holds one of the named ones, at any depth. */
function contains(element: Element, names: string[]): boolean {
  return holds(element, (node) => isElement(node) && names.includes(node.tagName))
}

function holds(element: Element, matches: (node: Node) => boolean): boolean {
  const work = [...element.childNodes]
  for (let looked = 0; work.length > 0 && looked < MOST_LOOKED_AT; looked++) {
    const node = work.pop()
    if (!node) continue
    if (matches(node)) return true
    if (isElement(node)) for (const child of node.childNodes) work.push(child)
  }
  return false
}

const FACTS = /projektägare|sökande|\d\s?(?:kr|kronor|miljoner|mkr|sek)(?!\p{L})/iu

/**
 * The page's main part, with a top heading that stands outside it. Nothing where the page marks none, more than one,
 * or one without any of the facts that the registry is about: then they stand beside it.
 */
export function findMain(nodes: Node[]): Node[] | undefined {
  const mains: Element[] = []
  let heading: Element | undefined
  const work = [...nodes].reverse()
  for (let node = work.pop(); node; node = work.pop()) {
    if (!isElement(node)) continue
    const isMain = node.tagName === 'main' || attribute(node, 'role') === 'main'
    if (isMain) mains.push(node)
    else if (!heading && mains.length === 0 && node.tagName === 'h1') heading = node
    if (!isMain && !isSkipped(node)) for (const child of [...node.childNodes].reverse()) work.push(child)
  }
  const [main] = mains
  const isWhole =
    main && mains.length === 1 && holds(main, (node) => 'value' in node && FACTS.test(node.value))
  if (!isWhole) return undefined
  return heading && !contains(main, ['h1']) ? [heading, main] : [main]
}
