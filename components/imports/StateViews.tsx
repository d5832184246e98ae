import { useLocale, useTranslations } from 'next-intl'
import { importAddress } from '../../lib/imports/desk/params.ts'
import { isCancellable } from '../../lib/imports/desk/state.ts'
import type { ImportView } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Section } from '../ui/Section.tsx'
import { ActForm } from './ActForm.tsx'
import { FileList } from './FileList.tsx'
import type { ActAction } from './form-state.ts'
import { ProgressBar } from './ProgressBar.tsx'
import { Refreshing } from './Refreshing.tsx'

type Act = 'cancel' | 'retry'
type Props = {
  one: ImportView
  actions: Record<Act, ActAction>
  /** Sent along with every button. */
  hidden: Readonly<Record<string, string>>
}

/** Seconds between two looks of a browser without JavaScript. */
const EVERY = 2

/** While the site works on it: how far it has come, and the way out. */
export function WorkingView({ one, actions, hidden }: Props) {
  const t = useTranslations('imports.working')
  // To the whole address: where a fragment was asked for, a browser would only look for that again.
  const here = pathOf(useLocale(), importAddress(one.id))
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`${EVERY}; url=${here}`} />
      </noscript>
      <Refreshing />
      <Section id="arbetet" title={t('title')}>
        <ProgressBar progress={one.progress} />
        <p className="mt-3 mb-6 max-w-text text-muted text-small">{t('note')}</p>
        <WayOut one={one} actions={actions} hidden={hidden} />
      </Section>
      <Files one={one} />
    </>
  )
}

/** While it waits for something that is said elsewhere: how it stands, and the way out. */
export const WaitingView = (props: Props) => (
  <>
    {/* At some distance from what goes on with it. */}
    <div className="mt-12">
      <WayOut {...props} />
    </div>
    <Files one={props.one} />
  </>
)

function WayOut({ one, actions, hidden }: Props) {
  const t = useTranslations('imports.working')
  if (!isCancellable(one.state)) return null
  return (
    <ActForm action={actions.cancel} hidden={hidden} text={t('cancel')} quiet>
      <p className="text-muted text-small">{t('cancelNote')}</p>
    </ActForm>
  )
}

/** What could not be done: why, and what can be done about it. */
export function FailedView({ one, actions, hidden }: Props) {
  const t = useTranslations('imports.page')
  const locale = useLocale()
  const why = one.problem?.[locale]
  return (
    <>
      <Section id="varfor" title={t('why')}>
        <p className="mb-6 max-w-text border-differ border-s-4 ps-4">{why ?? t('failedNote')}</p>
        <div className="flex flex-wrap gap-3">
          <ActForm action={actions.retry} hidden={hidden} text={t('retry')} />
          <ActForm action={actions.cancel} hidden={hidden} text={t('giveUp')} quiet />
        </div>
      </Section>
      <Files one={one} />
    </>
  )
}

export function CancelledView({ one }: { one: ImportView }) {
  const t = useTranslations('imports.page')
  return (
    <>
      <p className="max-w-text">{t('cancelledNote')}</p>
      <Files one={one} />
    </>
  )
}

export function Files({ one: { fileViews } }: { one: ImportView }) {
  const t = useTranslations('imports.file')
  if (fileViews.length === 0) return null
  return (
    <Section id="filer" title={t('title')} className="mt-14!">
      <FileList files={fileViews} />
    </Section>
  )
}
