import { useLocale, useTranslations } from 'next-intl'
import { formatOrganisationNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationRow } from '../../lib/projects/view.ts'
import { mergeAddress } from '../merges/addresses.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { alikeLabel } from './code-label.ts'
import { DistinctForm } from './DistinctForm.tsx'
import type { DeskAction } from './form-state.ts'

type Pair = { a: OrganisationRow; b: OrganisationRow; why: string }
type Props = { pairs: Pair[]; action: DeskAction }

/** Pairs of organisations that may be one, the surest first. */
export function LookalikeTable({ pairs, action }: Props) {
  const t = useTranslations('desk')
  return (
    <table className="stacks table">
      <caption className="sr-only">{t('queue.lookalikes.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('one')}</th>
          <th scope="col">{t('other')}</th>
          <th scope="col">{t('whyAlike')}</th>
          <th scope="col">{t('doWhat')}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Row key={`${pair.a.slug} ${pair.b.slug}`} pair={pair} action={action} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ pair: { a, b, why }, action }: { pair: Pair; action: DeskAction }) {
  const t = useTranslations()
  const locale = useLocale()
  const texts = { wrong: t('desk.wrong'), note: t('desk.lookNote'), save: t('desk.distinctSave') }
  return (
    <tr>
      <th scope="row">
        <Organisation organisation={a} />
      </th>
      <td data-label={t('desk.other')}>
        <Organisation organisation={b} />
      </td>
      <td data-label={t('desk.whyAlike')}>{alikeLabel(t, why)}</td>
      <td>
        <div className="grid gap-1">
          <a href={pathOf(locale, mergeAddress(a.slug, { with: b.slug }))} className="py-1">
            {t('desk.compare')}
            <span className="sr-only">: {`${a.name}, ${b.name}`}</span>
          </a>
          <Disclosure
            summary={
              <>
                {t('desk.distinct')}
                <span className="sr-only">: {`${a.name}, ${b.name}`}</span>
              </>
            }
          >
            <DistinctForm
              action={action}
              hidden={{ locale, a: a.slug, b: b.slug }}
              id={`${a.slug}-${b.slug}`}
              texts={texts}
            />
          </Disclosure>
        </div>
      </td>
    </tr>
  )
}

function Organisation({ organisation }: { organisation: OrganisationRow }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const { slug, name, number, owned, applied, partner } = organisation
  const roles = [
    number && formatOrganisationNumber(number),
    owned > 0 && t('owns', { count: owned }),
    applied > 0 && t('appliedIn', { count: applied }),
    partner > 0 && t('partnerIn', { count: partner }),
  ].filter(Boolean)
  return (
    <span className="wrap-anywhere min-w-0">
      <a lang="sv" href={pathOf(locale, { page: 'organisations', slug })} className="font-semibold">
        {name}
      </a>
      <span className="block font-normal text-fine text-muted">{roles.join(' · ')}</span>
    </span>
  )
}
