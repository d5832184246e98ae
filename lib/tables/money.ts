import type { Currency } from './schema.ts'

const CURRENCIES: [Currency, RegExp][] = [
  ['SEK', /(?<![\p{L}])(?:sek|[tmk]sek|kr|kronor|tkr|kkr|mn?kr|kr\.)(?![\p{L}])|:-$/iu],
  ['EUR', /€|(?<![\p{L}])(?:eur|euro|t?eur|meur)(?![\p{L}])/iu],
  ['NOK', /(?<![\p{L}])nok(?![\p{L}])/iu],
  ['DKK', /(?<![\p{L}])dkk(?![\p{L}])/iu],
  ['USD', /\$|(?<![\p{L}])usd(?![\p{L}])/iu],
  ['GBP', /£|(?<![\p{L}])gbp(?![\p{L}])/iu],
  ['PLN', /(?<![\p{L}])(?:pln|zł)(?![\p{L}])/iu],
  ['CZK', /(?<![\p{L}])(?:czk|kč)(?![\p{L}])/iu],
]

/** The one currency that words name; nothing where they name none, or several. */
export function currencyIn(words: string): Currency | undefined {
  const named = CURRENCIES.filter(([, pattern]) => pattern.test(words.replaceAll('_', ' ')))
  return named.length === 1 ? named[0]?.[0] : undefined
}

/** What one stands for under a header that names a unit: 1000 under "Budget (tkr)". */
export function unitIn(header: string): 1 | 1000 | 1_000_000 {
  const words = header.replaceAll('_', ' ')
  if (/(?<!\p{L})(?:tkr|kkr|tsek|teur|tusen(?:tal)?)(?!\p{L})/iu.test(words)) return 1000
  return /(?<!\p{L})(?:mn?kr|msek|meur|milj(?:oner|on|\.)?)(?!\p{L})/iu.test(words) ? 1_000_000 : 1
}

/** An amount without the words for its currency, and the currency that they name. */
export function withoutCurrency(text: string): { digits: string; currency: Currency | undefined } {
  const digits = text.replace(MONEY_WORDS, '').trim()
  return { digits, currency: digits === text.trim() ? undefined : currencyIn(text) }
}
const MONEY_WORDS =
  /^(?:sek|kr|eur|euro|nok|dkk|usd|gbp|pln|czk|[€$£])\s{0,2}|\s{0,2}(?:svenska kronor|kronor|kr\.?|sek|eur|euro|nok|dkk|usd|gbp|pln|czk|zł|kč|[€$£]|:-)$/giu
