import { useLocale, useTranslations } from 'next-intl'
import { deskParam, taskAddress } from '../../lib/desk/addresses.ts'
import { type DeskFilter, filterParam } from '../../lib/desk/filter.ts'
import type { UnlinkedView } from '../../lib/desk/view.ts'
import { formatDate, formatKronor } from '../../lib/format.ts'
import { regionName } from '../../lib/i18n/codes.ts'
import { pathOf } from '../../lib/paths.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { DecideForm, type DecideOption } from './DecideForm.tsx'
import type { DeskAction } from './form-state.ts'
import { useFormTexts } from './form-texts.ts'
import { SearchRow } from './SearchRow.tsx'

type Props = {
  task: UnlinkedView
  filter: DeskFilter
  /** The words that others were looked for by. */
  typed: string
  action: DeskAction
  hidden: Readonly<Record<string, string>>
}

/** An entry, and the projects that it may have led to. */
export function UnlinkedTask({ task, filter, typed, action, hidden }: Props) {
  const t = useTranslations('desk')
  const texts = useFormTexts(t('likely'))
  const options = [...useProjects(task), { value: 'none', label: t('noProject') }]
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <EntryFacts task={task} />
      <div className="grid min-w-0 content-start gap-8">
        {task.projects.length === 0 && <p>{t(typed ? 'foundNone' : 'likelyNone')}</p>}
        <DecideForm
          key={typed}
          action={action}
          hidden={{ ...hidden, basis: task.basis }}
          options={options}
          texts={texts}
        />
        <FindOther id={task.id} filter={filter} typed={typed} />
      </div>
    </div>
  )
}

function EntryFacts({ task }: { task: UnlinkedView }) {
  const t = useTranslations()
  const locale = useLocale()
  const { amount, decision } = task
  const kind =
    amount.kind === 'APPLIED' || amount.kind === 'PRIORITISED' || amount.kind === 'AWARDED'
      ? amount.kind
      : 'UNSPECIFIED'
  return (
    <div className="min-w-0">
      <FactList>
        {task.number && <Fact label={t('field.projectNumber')}>{task.number}</Fact>}
        <Fact label={t('desk.applicant')}>
          {task.applicants.map(({ name }) => name).join(', ') || t('desk.nothing')}
        </Fact>
        {amount.kronor !== null && (
          <Fact label={t(`amountKind.${kind}`)}>{formatKronor(locale, amount.kronor, amount)}</Fact>
        )}
        <Fact label={t('desk.decision')}>
          <a lang="sv" href={`${pathOf(locale, { page: 'decisions', slug: decision.slug })}#post-${task.id}`}>
            {decision.heading}
          </a>
          {decision.decidedOn && (
            <span className="block text-muted text-small">{formatDate(locale, decision.decidedOn)}</span>
          )}
        </Fact>
        {decision.region && <Fact label={t('field.region')}>{regionName(locale, decision.region)}</Fact>}
      </FactList>
      {task.rejected && <p className="mt-4 font-semibold text-differ">{t('desk.rejected')}</p>}
      {task.description && (
        <p lang="sv" className="mt-4 line-clamp-12 whitespace-pre-line font-serif text-muted text-small">
          {task.description}
        </p>
      )}
    </div>
  )
}

function useProjects({ projects }: UnlinkedView): DecideOption[] {
  const t = useTranslations('desk')
  const locale = useLocale()
  return projects.map(({ slug, number, name, owner, region, years, reasons }) => ({
    value: `p-${slug}`,
    label: (
      <>
        <span lang="sv" className="font-semibold">
          {name}
        </span>{' '}
        <span className="text-muted text-small">{number}</span>
      </>
    ),
    words: (
      <p className="text-small">
        <span lang="sv">
          {[owner, regionName(locale, region), yearsText(years)].filter(Boolean).join(' · ')}
        </span>
        <span className="block text-muted">
          {reasons.length > 0
            ? t('likelyWhy', { reasons: reasons.map((reason) => t(`why.${reason}`)).join(', ') })
            : t('likelyWhyNone')}{' '}
          <a href={pathOf(locale, { page: 'projects', slug })}>
            {t('publicPage')}
            <span className="sr-only">: {name}</span>
          </a>
        </span>
      </p>
    ),
  }))
}

const yearsText = ({ from, to }: { from: number | null; to: number | null }) =>
  [...new Set([from, to].filter((year) => year !== null))].join('–')

type FindProps = { id: number; filter: DeskFilter; typed: string }

/** Without a script: the same page, with what was found in place of what is likely. */
function FindOther({ id, filter, typed }: FindProps) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const { region, fund } = filter
  return (
    <form
      action={pathOf(locale, { ...taskAddress('unlinked', String(id), { page: 1 }), query: '' })}
      className="grid max-w-text gap-1.5 border-line border-t pt-5"
    >
      {region && <input type="hidden" name={filterParam('region', locale)} value={region} />}
      {fund && <input type="hidden" name={filterParam('fund', locale)} value={fund} />}
      <SearchRow
        id="find-other"
        name={deskParam('find', locale)}
        label={t('findOther')}
        hint={t('findOtherHint')}
        submit={t('findOtherSubmit')}
        value={typed}
        keys="s"
      />
    </form>
  )
}
