/** Characters that a reason has. */
export const REASON = { least: 10, most: 2000 } as const
