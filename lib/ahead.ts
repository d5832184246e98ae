/**
 * The same values, each made while the one before it is worked on: what makes them and what works on them wait for the
 * database in turn. Ends the maker when the worker ends early.
 */
export async function* ahead<Value>(values: AsyncGenerator<Value>): AsyncGenerator<Value> {
  let next = asked(values)
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = asked(values)
      yield value
    }
  } finally {
    await values.return(undefined)
  }
}

/** A failure is told to whoever awaits it, and is no failure of the process where nobody does any longer. */
function asked<Value>(values: AsyncGenerator<Value>): Promise<IteratorResult<Value>> {
  const next = values.next()
  next.catch(() => {})
  return next
}
