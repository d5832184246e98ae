'use client'

import { useTranslations } from 'next-intl'
import { type DraftForm, fingerprint } from '../../lib/decisions/drafts/form.ts'
import { PASTE_KEYS } from '../../lib/decisions/drafts/paste.ts'
import { CONTROL, Field } from '../staff/Field.tsx'
import { useLabel } from './words.ts'

type Pasted = NonNullable<DraftForm['pasted']>

/** Rows of a spreadsheet become entries, after somebody has seen how they are read. */
export function PasteBox({ pasted }: { pasted: DraftForm['pasted'] }) {
  const t = useTranslations('decisionDraft.paste')
  return (
    <details open={pasted !== null} className="mt-6">
      <summary className="inline-flex min-h-8 items-center text-accent underline underline-offset-4">
        {t('title')}
      </summary>
      <div className="mt-3 grid max-w-[56rem] gap-3">
        <Field id="pasted" label={t('label')} hint={`${t('hint')} ${t('direct')}`}>
          {(tied) => (
            <textarea
              {...tied}
              key={pasted ? 'read' : 'empty'}
              name="pasted"
              rows={6}
              defaultValue={pasted?.text ?? ''}
              className={`${CONTROL} whitespace-pre`}
            />
          )}
        </Field>
        {pasted && <Preview pasted={pasted} />}
        <div className="flex flex-wrap gap-2">
          <button type="submit" name="act" value="preview" className="button-quiet">
            {pasted ? t('again') : t('preview')}
          </button>
          {pasted && pasted.count > 0 && (
            <button type="submit" name="act" value="insert" className="button">
              {t('insert', { count: pasted.count })}
            </button>
          )}
        </div>
      </div>
    </details>
  )
}

function Preview({ pasted }: { pasted: Pasted }) {
  const t = useTranslations('decisionDraft.paste')
  const shown = pasted.rows.slice(pasted.hasHeading ? 1 : 0)
  const places = [...pasted.columns.keys()]
  return (
    <div className="grid gap-3">
      <input type="hidden" name="pastedBefore" value={fingerprint(pasted.text)} />
      <label htmlFor="pastedHeading" className="flex items-baseline gap-2.5 text-small">
        <input
          id="pastedHeading"
          key={String(pasted.hasHeading)}
          type="checkbox"
          name="pastedHeading"
          defaultChecked={pasted.hasHeading}
          className="size-5 translate-y-0.5"
        />
        {t('heading')}
      </label>
      <p className="text-small" role="status">
        {t('found', { count: pasted.count })}{' '}
        {pasted.count > shown.length && t('first', { count: shown.length })}
        {pasted.left > 0 && ` ${t('left', { count: pasted.left })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keys */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t('columns')}>
        <table className="table w-auto">
          <thead>
            <tr>
              {places.map((at) => (
                <th key={at} scope="col" className="min-w-40">
                  {pasted.hasHeading && (
                    <span lang="sv" aria-hidden="true" className="mb-1 block whitespace-pre-line">
                      {pasted.rows[0]?.[at]}
                    </span>
                  )}
                  <ColumnChoice pasted={pasted} at={at} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang="sv">
            {shown.map((row) => (
              <tr key={row.join(' ')}>
                {places.map((at) => (
                  <td key={at} className="whitespace-pre-line">
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function ColumnChoice({ pasted, at }: { pasted: Pasted; at: number }) {
  const t = useTranslations('decisionDraft.paste')
  const labelOf = useLabel()
  const heading = pasted.rows[0]?.[at] ?? ''
  const key = pasted.columns[at]?.key ?? ''
  const label =
    pasted.hasHeading && heading
      ? t('columnNamed', { number: at + 1, heading })
      : t('column', { number: at + 1 })
  return (
    <select
      key={`${fingerprint(pasted.text)} ${key}`}
      name={`column.${at}`}
      defaultValue={key}
      aria-label={label}
      className={`${CONTROL} h-10 px-2 font-normal`}
    >
      <option value="">{t('ignore')}</option>
      {PASTE_KEYS.map((known) => (
        <option key={known} value={known}>
          {labelOf(known)}
        </option>
      ))}
    </select>
  )
}
