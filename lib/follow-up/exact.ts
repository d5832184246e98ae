const DECIMALS = 6

/**
 * The sum of numbers with six decimals at most, as figures are kept: as whole millionths, so that no krona and no decimal is
 * lost on the way, and rounded once, to the number nearest to it. Pure.
 */
export function sumExactly(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + millionthsOf(value), 0n)
  return Number(`${sum}e-${DECIMALS}`)
}

/** By the digits that the number is written with: of a large one the difference to its whole part has others. */
function millionthsOf(value: number): bigint {
  // What is smaller is written with an exponent, and is nothing in millionths.
  if (Math.abs(value) < 10 ** -DECIMALS) return 0n
  const [whole = '', decimals = ''] = String(value).split('.')
  return BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
}
