import { recentFeed } from '../../../../../components/history/atom.ts'
import { recentHistory } from '../../../../../lib/history/queries.ts'
import { serveFeed } from '../serve-feed.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ locale: string }> }

/** The newest changes of the whole registry. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return serveFeed(request, locale, async (words) =>
    recentFeed((await recentHistory(1))?.changes ?? [], words),
  )
}
