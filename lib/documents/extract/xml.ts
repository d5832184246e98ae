/** What makes an XML file unfit to be parsed. */
export type XmlFault = 'forbiddenXml' | 'tooDeep'

/**
 * Looks through an XML text before a parser does: one with definitions (entities can grow without bound, or name
 * files and addresses) or with elements nested deeper than `depth` is not to be parsed. Linear in its length.
 */
export function faultOfXml(xml: string, depth: number): XmlFault | undefined {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(xml)) return 'forbiddenXml'
  let open = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const end = xml.indexOf('>', at)
    if (end < 0) return undefined
    const next = xml.charAt(at + 1)
    if (next === '/') open--
    else if (next !== '?' && next !== '!' && xml.charAt(end - 1) !== '/') open++
    if (open > depth) return 'tooDeep'
    at = end
  }
  return undefined
}
