import { useLocale } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import { fundShort, regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DecisionReference } from '../../lib/projects/view.ts'

/** A decision by its heading, with day, fund and place; `item` leads to the entry. */
export function DecisionLink({ decision, item }: { decision: DecisionReference; item?: number }) {
  const locale = useLocale()
  const about = [
    decision.decidedOn && formatDate(locale, decision.decidedOn),
    decision.fund && fundShort(locale, decision.fund),
    regionName(locale, decision.region) ?? decision.county,
  ]
  return (
    <>
      <a
        lang="sv"
        href={`${pathOf(locale, { page: 'decisions', slug: decision.slug })}${item === undefined ? '' : `#post-${item}`}`}
      >
        {decision.heading}
      </a>
      <span className="block font-normal text-muted text-small">{about.filter(Boolean).join(' · ')}</span>
    </>
  )
}
