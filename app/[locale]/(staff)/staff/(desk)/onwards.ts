import { queueAddress, taskAddress } from '../../../../../lib/desk/addresses.ts'
import type { Decision } from '../../../../../lib/desk/commands.ts'
import type { DeskFilter } from '../../../../../lib/desk/filter.ts'
import type { ItemQueue } from '../../../../../lib/desk/queues.ts'
import type { DecideInput } from '../../../../../lib/desk/schema.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'

type Onwards = { queue: ItemQueue; next: string | null; filter: DeskFilter; saved: string }

/** Where to go after something was saved: to the next thing of the queue, or to its list after the last. */
export const onwards = (locale: Locale, { queue, next, filter, saved }: Onwards): string =>
  pathOf(
    locale,
    next
      ? taskAddress(queue, next, filter, { saved })
      : queueAddress(queue, { ...filter, page: 1 }, { saved }),
  )

/** What was chosen of a field. */
export function decisionOf({ choice, typed }: DecideInput): Decision {
  if (choice === 'typed') return { as: 'typed', text: typed }
  if (choice === 'reviewed' || choice === 'notStated' || choice === 'keep' || choice === 'take')
    return { as: choice }
  return { as: 'statement', statement: Number(choice.slice(1)) }
}
