/** A turn that somebody has: giving it back twice gives it back once. */
export type Turn = { end: () => void }

export type Turns = {
  /**
   * Takes a turn as soon as one is free that this owner may have, in the order of asking. Null where none came within
   * `milliseconds`, where so many wait already, or where who asked is gone (`signal`). Never throws.
   */
  take(owner: string | number, milliseconds: number, signal: AbortSignal): Promise<Turn | null>
}

type Limits = {
  /** Turns that there are. */
  atOnce: number
  /** Turns that one owner has at once: whoever hangs keeps nobody else from theirs. */
  each: number
  /** So many wait at most; who comes after them is told at once. */
  waiting: number
}

type Waiter = { owner: string | number; answer: (turn: Turn | null) => void }

/** A few turns that many share. */
export function makeTurns({ atOnce, each, waiting }: Limits): Turns {
  const taken = new Map<string | number, number>()
  const queue: Waiter[] = []
  let all = 0
  const isFree = (owner: string | number): boolean => all < atOnce && (taken.get(owner) ?? 0) < each
  const begin = (owner: string | number): Turn => {
    all++
    taken.set(owner, (taken.get(owner) ?? 0) + 1)
    let isOver = false
    const end = () => {
      if (isOver) return
      isOver = true
      all--
      const left = (taken.get(owner) ?? 1) - 1
      if (left > 0) taken.set(owner, left)
      else taken.delete(owner)
      handOn()
    }
    return { end }
  }
  // Who stands first and has turns already lets those pass who have none.
  const handOn = () => {
    const index = queue.findIndex(({ owner }) => isFree(owner))
    const [next] = index < 0 ? [] : queue.splice(index, 1)
    next?.answer(begin(next.owner))
  }
  return {
    async take(owner, milliseconds, signal) {
      if (signal.aborted) return null
      if (isFree(owner)) return begin(owner)
      if (queue.length >= waiting) return null
      return new Promise((resolve) => {
        const waiter: Waiter = {
          owner,
          answer(turn) {
            clearTimeout(timer)
            signal.removeEventListener('abort', leave)
            resolve(turn)
          },
        }
        const leave = () => {
          queue.splice(queue.indexOf(waiter), 1)
          waiter.answer(null)
        }
        const timer = setTimeout(leave, milliseconds)
        signal.addEventListener('abort', leave, { once: true })
        queue.push(waiter)
      })
    },
  }
}
