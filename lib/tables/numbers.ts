/** A number as it is written, and how many decimals it is written with. */
export type WrittenNumber = { value: number; decimals: number }
type DecimalSign = ',' | '.'

const SPACES = '\\s\u00A0\u2007\u2009\u202F'
const whole = (groups: string) => `(\\d{1,3}(?:(?<sep>[${groups}])\\d{3}(?:\\k<sep>\\d{3}){0,5})|\\d{1,18})`
const pattern = (decimal: string, groups: string) =>
  new RegExp(`^(\\(|[-−–] ?)?${whole(groups)}(?:${decimal}(\\d{1,20}))?\\)?$`)
const PATTERNS: Record<DecimalSign, RegExp> = {
  ',': pattern(',', `${SPACES}.'’`),
  '.': pattern('\\.', `${SPACES},'’`),
}

/**
 * Reads "4 973 906", "1.234.567,89", "(1,234.50)" and "−12". The decimal sign of the column decides where a text can
 * be read both ways ("1.234"); what can be read one way only is read that way.
 */
export function readWritten(text: string, decimal: DecimalSign): WrittenNumber | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_NUMBER) return undefined
  return matched(trimmed, decimal) ?? matched(trimmed, decimal === ',' ? '.' : ',')
}
const LONGEST_NUMBER = 40

function matched(text: string, decimal: DecimalSign): WrittenNumber | undefined {
  const match = PATTERNS[decimal].exec(text)
  if (!match) return undefined
  const [, sign = '', digits = '', , fraction = ''] = match
  if (text.endsWith(')') !== (sign === '(')) return undefined
  const value = Number(`${digits.replace(/\D/g, '')}.${fraction || '0'}`)
  if (value > Number.MAX_SAFE_INTEGER) return undefined
  return { value: sign && value !== 0 ? -value : value, decimals: fraction.length }
}

/** The decimal sign that a number proves, where it proves one: "both" where it can be read both ways. */
export function decimalSignOf(text: string): DecimalSign | 'both' | undefined {
  const [comma, dot] = [PATTERNS[','].exec(text), PATTERNS['.'].exec(text)]
  if (comma && dot) return /[.,]/.test(text) ? 'both' : undefined
  return comma ? (/[.,]/.test(text) ? ',' : undefined) : dot ? '.' : undefined
}

/** Whether a text is nothing but a number. */
export const isWrittenNumber = (text: string): boolean => PATTERNS[','].test(text) || PATTERNS['.'].test(text)
