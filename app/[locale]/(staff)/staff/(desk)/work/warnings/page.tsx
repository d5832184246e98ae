import { getTranslations } from 'next-intl/server'
import { codeLabel } from '../../../../../../../components/desk/code-label.ts'
import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { WarningTable } from '../../../../../../../components/desk/WarningTable.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { SEVERITIES } from '../../../../../../../lib/desk/filter.ts'
import { listWarnings, warningKinds } from '../../../../../../../lib/desk/queries.ts'
import { lookManyAction } from '../../actions.ts'
import {
  beginWith,
  hiddenFor,
  noticeOf,
  openQueue,
  type QueueProps,
  queueMetadata,
} from '../../queue-page.tsx'

const QUEUE = 'warnings'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function WarningsPage(props: QueueProps) {
  const here = await openQueue(QUEUE, props)
  const { filter } = here
  const [list, kinds, notice] = await Promise.all([
    listWarnings(filter),
    warningKinds(filter),
    noticeOf(here),
  ])
  beginWith(list.rows[0]?.id.toString(), here)
  const t = await getTranslations()
  const codes = kinds.map(({ code, count }) => ({ value: code, label: `${codeLabel(t, code)} (${count})` }))
  const levels = SEVERITIES.map((value) => ({ value, label: t(`desk.level.${value}`) }))
  return (
    <StaffFrame here={queueAddress(QUEUE, filter)}>
      <QueueView
        queue={QUEUE}
        filter={filter}
        choices={[
          { key: 'severity', label: t('desk.severity'), options: levels },
          { key: 'code', label: t('desk.kind'), options: codes },
        ]}
        list={list}
        notice={notice}
      >
        <WarningTable rows={list.rows} filter={filter} action={lookManyAction} hidden={hiddenFor(here)} />
      </QueueView>
    </StaffFrame>
  )
}
