import { getTranslations } from 'next-intl/server'
import { LookalikeTable } from '../../../../../../../components/desk/LookalikeTable.tsx'
import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { FormAlert } from '../../../../../../../components/staff/FormAlert.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { foundDistinct } from '../../../../../../../lib/desk/queries.ts'
import { listLookalikes } from '../../../../../../../lib/organisations/lookalike-queries.ts'
import { distinctAction } from '../../actions.ts'
import { asked, openDesk, type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'lookalikes'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function LookalikesPage(props: QueueProps) {
  const { locale, staffId, params, filter } = await openDesk(props)
  const { page } = filter
  const saved = asked(params, 'saved', locale)
  const [list, distinct] = await Promise.all([
    listLookalikes({ page }),
    saved ? foundDistinct(saved, staffId) : null,
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
