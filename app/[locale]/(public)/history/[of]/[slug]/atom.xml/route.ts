import { recordFeed } from '../../../../../../../components/history/atom.ts'
import { historyOf } from '../../../../../../../lib/history/queries.ts'
import { isHistoryOf } from '../../../../../../../lib/history/view.ts'
import { serveFeed } from '../../../serve-feed.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string; of: string; slug: string }> }

/** The newest changes of one record. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, of, slug } = await params
  return serveFeed(request, locale, async (words) => {
    const history = isHistoryOf(of) ? await historyOf(of, slug, 1) : null
    return history && recordFeed(history.of, history.record, history.changes, words)
  })
}
