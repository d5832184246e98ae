import type { ItemAmount, ItemView } from '../../lib/projects/view.ts'

type Sum = { kind: NonNullable<ItemAmount['kind']>; kronor: number; count: number; precision: number }

/** The entries' amounts, each kind by itself; a sum is no more exact than the coarsest amount in it. */
export function sumsOf(items: readonly Pick<ItemView, 'amount' | 'rejected' | 'isWithdrawn'>[]): Sum[] {
  const sums = new Map<string, Sum>()
  for (const { amount, rejected, isWithdrawn } of items) {
    if (amount.kind === null || amount.kronor === null || rejected || isWithdrawn) continue
    const before = sums.get(amount.kind) ?? { kind: amount.kind, kronor: 0, count: 0, precision: 1 }
    sums.set(amount.kind, {
      kind: amount.kind,
      kronor: before.kronor + amount.kronor,
      count: before.count + 1,
      precision: Math.max(before.precision, amount.precision),
    })
  }
  return [...sums.values()]
}
