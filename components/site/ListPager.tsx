import { useTranslations } from 'next-intl'
import { Pager } from '../ui/Pager.tsx'

type Props = { page: number; pages: number; hrefOf: (page: number) => string }

/** The pager with its words. */
export function ListPager({ page, pages, hrefOf }: Props) {
  const t = useTranslations('pager')
  const texts = {
    label: t('label'),
    previous: t('previous'),
    next: t('next'),
    of: t('of', { page, pages }),
    page: (number: number) => t('page', { page: number }),
  }
  return <Pager page={page} pages={pages} hrefOf={hrefOf} texts={texts} />
}
