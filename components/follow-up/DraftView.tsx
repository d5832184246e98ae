import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import { openForm } from '../../lib/follow-up/form.ts'
import {
  type About,
  programmesFor,
  publicAddress,
  type StaffFollowUp,
} from '../../lib/follow-up/staff-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import type { Longest } from './boxes.ts'
import { FollowUpForm, type WriteAction } from './FollowUpForm.tsx'
import { Known } from './Known.tsx'

type Props = { followUp: StaffFollowUp; action: WriteAction; longest: Longest; mostBytes: number }

/** A draft of a follow-up: its form, beside what is known of what it is about. */
export function DraftView({ followUp, action, longest, mostBytes }: Props) {
  const t = useTranslations()
  const { followUp: words, followUpForm, staff, files } = useMessages()
  const messages = {
    followUp: words,
    followUpForm,
    staff: { refusal: staff.refusal, conflict: staff.conflict, stopped: staff.stopped },
    files,
  }
  const { kind, about, known, updatedAt } = followUp
  return (
    <>
      <PageHead
        kicker={t('followUpForm.draft', { kind: t(`followUp.kindIn.${kind}`) })}
        title={about.name}
        titleLang="sv"
      >
        <Of about={about} owner={known.owner} />
      </PageHead>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="lg:col-start-2 lg:row-start-1">
          <Known followUp={followUp} />
        </div>
        <div className="min-w-0 lg:col-start-1 lg:row-start-1">
          <NextIntlClientProvider messages={messages}>
            <FollowUpForm
              opened={openForm({ ...followUp, savedAt: updatedAt })}
              action={action}
              longest={longest}
              mostBytes={mostBytes}
              programmes={programmesFor(known)}
            />
          </NextIntlClientProvider>
        </div>
      </div>
    </>
  )
}

/** What it is of, with the way to its public page. */
export function Of({ about, owner }: { about: About; owner: string | null }) {
  const t = useTranslations('followUpForm')
  const locale = useLocale()
  const what = about.kind === 'project' ? about.number : about.decision.heading
  return (
    <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-small">
      <span lang="sv">{[what, owner].filter(Boolean).join(' · ')}</span>
      <a href={pathOf(locale, publicAddress(about))}>
        {about.kind === 'project' ? t('seeProject') : t('seeDecision')}
      </a>
    </p>
  )
}
