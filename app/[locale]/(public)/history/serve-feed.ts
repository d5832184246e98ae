import { LRUCache } from 'lru-cache'
import { createTranslator } from 'next-intl'
import { atomDocument, type Feed } from '../../../../components/history/atom.ts'
import type { Words } from '../../../../components/history/words.ts'
import { historyRevision } from '../../../../lib/history/queries.ts'
import { MESSAGES } from '../../../../lib/i18n/messages.ts'
import { isLocale, type Locale } from '../../../../lib/paths.ts'

/** Feeds that were made lately, by address and revision of the registry: readers ask again and again. */
const made = new LRUCache<string, string>({
  max: 200,
  maxSize: 8_000_000,
  sizeCalculation: (body) => body.length,
})

/** One version for each form of the documents: readers that know another fetch them anew. */
const FORM = 1

/**
 * Answers a reader of feeds. One that has the newest version is told so in a few bytes, at the cost of one query; others
 * get what `load` gives. A feed that there is none of (`load` gives null) is not found.
 */
export async function serveFeed(
  request: Request,
  locale: string,
  load: (words: Words) => Promise<Feed | null>,
): Promise<Response> {
  if (!isLocale(locale)) return missing()
  const tag = `"${FORM}-${await historyRevision()}-${locale}"`
  if (request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers: { ETag: tag } })
  const { pathname } = new URL(request.url)
  const key = `${tag} ${pathname}`
  const body = made.get(key) ?? (await bodyOf(locale, load))
  if (body === null) return missing()
  made.set(key, body)
  return new Response(body, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', ETag: tag } })
}

async function bodyOf(locale: Locale, load: (words: Words) => Promise<Feed | null>): Promise<string | null> {
  const words: Words = {
    t: createTranslator({ locale, messages: MESSAGES[locale], timeZone: 'Europe/Stockholm' }),
    locale,
  }
  const feed = await load(words)
  return feed && atomDocument(feed, words)
}

const missing = () => new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } })
