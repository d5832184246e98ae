import { useTranslations } from 'next-intl'
import { formatMoment } from '../../lib/corrections/when.ts'
import { followUpKeys, typeOfFollowUpField } from '../../lib/follow-up/fields.ts'
import type { StaffFollowUp } from '../../lib/follow-up/staff-view.ts'
import { FileLink } from '../files/FileLink.tsx'
import { useWords, type Words } from '../history/words.ts'
import { type Valued, valueText } from '../source/value.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { Of } from './DraftView.tsx'
import { followUpCode, followUpLabel, followUpLabelIn } from './labels.ts'
import { Restore, type RestoreAction } from './Rows.tsx'

type Props = { followUp: StaffFollowUp; restore: RestoreAction }

/** A follow-up that is public no more, or never was: what it says, and why. */
export function ClosedView({ followUp, restore }: Props) {
  const t = useTranslations()
  const { id, kind, about, state, known, file } = followUp
  const words = useWords()
  const isWithdrawn = state === 'WITHDRAWN'
  const name = t(`followUp.kindIn.${kind}`)
  const facts = isWithdrawn ? shownFacts(followUp, words) : typedFacts(followUp, words)
  return (
    <>
      <PageHead
        kicker={
          isWithdrawn
            ? t('followUpForm.closed.kickerWithdrawn', { kind: name })
            : t('followUpForm.closed.kicker', { kind: name })
        }
        title={about.name}
        titleLang="sv"
      >
        <Of about={about} owner={known.owner} />
        <p className="mt-4 max-w-text">
          {t(`followUpForm.closed.${isWithdrawn ? 'WITHDRAWN' : 'DISCARDED'}`)}
        </p>
      </PageHead>
      {isWithdrawn ? (
        <Why followUp={followUp} />
      ) : (
        <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Restore id={id} action={restore} />
          <span className="text-muted text-small">{t('followUpForm.closed.restoreHint')}</span>
        </div>
      )}
      <Section id="sager" title={t('followUpForm.closed.says')}>
        {facts.length === 0 && !file ? (
          <p className="text-muted">{t('followUpForm.closed.saysNothing')}</p>
        ) : (
          <FactList>
            {facts.map(({ key, label, text }) => (
              <Fact key={key} label={label}>
                <span lang="sv" className="whitespace-pre-line break-words">
                  {text}
                </span>
              </Fact>
            ))}
            {file && (
              <Fact label={t('files.field.label')}>
                <FileLink file={file} />
              </Fact>
            )}
          </FactList>
        )}
      </Section>
    </>
  )
}

function Why({ followUp: { withdrawnAt, withdrawnReason, updatedBy } }: Pick<Props, 'followUp'>) {
  const t = useTranslations('followUpForm.closed')
  const { locale } = useWords()
  const at = withdrawnAt ? formatMoment(locale, withdrawnAt) : ''
  return (
    <Section id="varfor" title={t('why')}>
      <p className="max-w-text whitespace-pre-line">{withdrawnReason}</p>
      <p className="mt-1 text-muted text-small">
        {updatedBy ? t('on', { at, name: updatedBy }) : t('onAt', { at })}
      </p>
    </Section>
  )
}

type Said = { key: string; label: string; text: string }

/** What it showed when it was taken back. */
function shownFacts({ kind, shown }: StaffFollowUp, words: Words): Said[] {
  const { t, locale } = words
  const reader = { locale, period: null, yes: t('yes'), no: t('no') }
  const saidOf = (key: string) => shown[key]?.value
  const textOf = (key: string, valued: Valued) => {
    const code = typeof valued.value === 'string' ? followUpCode(key, valued.value, words) : null
    return code ?? valueText(key, typeOfFollowUpField(key) ?? 'text', valued, reader)
  }
  return followUpKeys(kind, Object.keys(shown)).flatMap((key) => {
    const field = shown[key]
    const text = field?.state === 'value' ? textOf(key, field) : null
    return text === null ? [] : [{ key, label: followUpLabelIn(key, saidOf, words), text }]
  })
}

/** What had been typed in a draft. */
function typedFacts({ content: { fields, rows } }: StaffFollowUp, words: Words): Said[] {
  const { t } = words
  const inOne = (texts: Readonly<Record<string, string>>, row: string | null, number: number) =>
    Object.entries(texts).flatMap(([field, text]) => {
      if (text.trim() === '') return []
      const label = followUpLabel(field, words, null)
      const named = row === null ? label : t('followUp.inRow', { label, row: String(number) })
      return [{ key: `${row} ${field}`, label: named, text: followUpCode(field, text, words) ?? text }]
    })
  return [...inOne(fields, null, 0), ...rows.flatMap((row, at) => inOne(row.fields, row.id, at + 1))]
}
