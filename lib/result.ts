/** What a command answers: a value, or why not. Expected failures are values; bugs throw. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem }

export const ok = <const Value>(value: Value) => ({ ok: true, value }) as const
export const problem = <const Problem>(problem: Problem) => ({ ok: false, problem }) as const
