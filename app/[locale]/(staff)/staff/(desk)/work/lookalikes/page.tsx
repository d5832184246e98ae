import { getTranslations } from 'next-intl/server'
import { LookalikeTable } from '../../../../../../../components/desk/LookalikeTable.tsx'
import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { FormAlert } from '../../../../../../../components/staff/FormAlert.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../../lib/auth/page.ts'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { readFilter } from '../../../../../../../lib/desk/filter.ts'
import { foundDistinct } from '../../../../../../../lib/desk/queries.ts'
import { listLookalikes } from '../../../../../../../lib/organisations/lookalike-queries.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import { distinctAction } from '../../actions.ts'
import { asked, type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'lookalikes'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function LookalikesPage({ params, searchParams }: QueueProps) {
  const locale = await pageLocale(params)
  const staff = await requirePage('desk.read')
  const query = await searchParams
  const { page } = readFilter(query, locale)
  const saved = asked(query, 'saved', locale)
  const [list, distinct] = await Promise.all([
    listLookalikes({ page }),
    saved ? foundDistinct(saved, staff.id) : null,
  ])
  const t = await getTranslations('desk')
  return (
    <StaffFrame here={queueAddress(QUEUE, { page })}>
      <QueueView
        queue={QUEUE}
        filter={{ page }}
        list={list}
        isWalked={false}
        notice={
          distinct && (
            <div className="mb-8">
              <FormAlert tone="done" of={saved}>
                {t('distinctDone', distinct)}
              </FormAlert>
            </div>
          )
        }
      >
        <LookalikeTable pairs={list.rows} action={distinctAction} />
      </QueueView>
    </StaffFrame>
  )
}
