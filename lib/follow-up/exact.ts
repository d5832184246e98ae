const MILLION = 1_000_000n

/**
 * The sum of numbers with six decimals at most, as figures are kept: as whole millionths, so that no krona and no decimal is
 * lost on the way. Pure.
 */
export function sumExactly(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + millionthsOf(value), 0n)
  return Number(sum / MILLION) + Number(sum % MILLION) / 1e6
}

/** Whole part and decimals apart: a large number times a million has more digits than a number keeps. */
function millionthsOf(value: number): bigint {
  const whole = Math.trunc(value)
  return BigInt(whole) * MILLION + BigInt(Math.round((value - whole) * 1e6))
}
