import type { Meaning } from '../reading.ts'

/** The funds of the registry: Europeiska socialfonden before and after 2021, regional development, just transition. */
export type Fund = 'ESF' | 'ESF+' | 'ERUF' | 'FRO'

// Order matters: "Socialfonden+" also matches the plain fund.
const FUNDS: [Fund, RegExp][] = [
  ['ESF+', /socialfonden ?\+|socialfonden plus|\bESF ?\+|\bESF[ -]?plus/i],
  ['ESF', /socialfond(?:en)?s?(?!\p{L}| ?\+| plus)|sociala fonden|\bESF\b(?! ?\+|[ -]?plus|-?rådet)/iu],
  ['ERUF', /regional(?:a)? utvecklingsfond|regionalfond|regionala fonden|\bERUF\b/i],
  ['FRO', /rättvis omställning|\bFRO\b|\bJTF\b/i],
]

// One look for all of them before each is looked for: most texts name none.
const ANY_FUND = /fond|\bESF|\bERUF|\bFRO\b|\bJTF\b|omställning/i

/** The funds that a text names, each once, in the order of the table above. */
export const fundsIn = (text: string): Fund[] =>
  !ANY_FUND.test(text) ? [] : FUNDS.flatMap(([fund, name]) => (name.test(text) ? fund : []))

/** The one fund that a text names; nothing when it names several or none. */
export function onlyFundIn(text: string): Fund | undefined {
  const funds = fundsIn(text)
  return funds.length === 1 ? funds[0] : undefined
}

/** Reads a field that names a fund. */
export function readFund(text: string): Meaning<string> {
  const fund = onlyFundIn(text)
  if (fund) return { value: fund }
  return { problem: { sv: 'Här borde stå en av EU:s fonder.', en: 'One of the EU funds should stand here.' } }
}
