import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/**
 * The labelled cells of tables that stack on a phone whose content is in pieces, by their labels: label and content stand in
 * two columns there, and a second piece would fall into that of the labels.
 */
export function cellsInPieces(html: string): string[] {
  return elementsIn(parseFragment(html)).flatMap(({ tagName, attrs, childNodes }) => {
    const label = attrs.find(({ name }) => name === 'data-label')?.value
    return tagName === 'td' && label !== undefined && childNodes.length > 1 ? [label] : []
  })
}

function elementsIn(node: Node): DefaultTreeAdapterTypes.Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : []
  return defaultTreeAdapter.isElementNode(node) ? [node, ...below] : below
}
