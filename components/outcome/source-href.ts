import { evidencePath } from '../../lib/corrections/evidence-path.ts'
import type { FollowUpSource } from '../../lib/follow-up/view.ts'
import { evidenceHref } from '../../lib/history/evidence.ts'
import type { Locale } from '../../lib/paths.ts'

type Linked = Pick<FollowUpSource, 'url' | 'title'>

/** Whether it is a document of the registry whose import was taken back: those have no title. Pure. */
export const isGone = ({ url, title }: Linked): boolean => title === null && (url?.startsWith('/') ?? false)

/** Where a source can be read; null where it is a file alone, gone, or at no address that is safe. Pure. */
export function sourceHref(source: Linked, locale: Locale): string | null {
  const { url } = source
  return url && !isGone(source) && evidenceHref(url) ? evidencePath(locale, url) : null
}
