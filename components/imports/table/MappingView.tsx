import { useLocale, useTranslations } from 'next-intl'
import type { Sentence } from '../../../lib/documents/parse/reading.ts'
import type { TableWork } from '../../../lib/imports/table/settings.ts'
import { mappedColumns } from '../../../lib/tables/mapping.ts'
import { notesOnMapping } from '../../../lib/tables/mapping-notes.ts'
import type { TableMapping } from '../../../lib/tables/schema.ts'
import type { Table } from '../../../lib/tables/types.ts'
import {
  useAbout,
  useColumnControls,
  useSavedControls,
  useSettingControls,
  useTargetGroups,
} from './controls.ts'
import type { MappingAction } from './form-state.ts'
import { MappingForm } from './MappingForm.tsx'
import { Part } from './Part.tsx'
import { Preview } from './Preview.tsx'

type Props = {
  importId: number
  version: number
  work: TableWork
  /** Why it could not be read as somebody chose. */
  problem: Sentence | null
  saved: readonly { name: string; mapping: TableMapping }[]
  action: MappingAction
}

/** A table that waits for somebody to say how it is read and what its columns mean. */
export function MappingView({ importId, version, work, problem, saved, action }: Props) {
  const { table, mapping } = work
  if (!table || !mapping) return null
  return (
    <>
      <Lead list={work.list} problem={problem} />
      <Notes table={table} mapping={mapping} />
      <Form
        importId={importId}
        version={version}
        work={work}
        table={table}
        saved={saved.map(({ name }) => name)}
        action={action}
      >
        <Preview table={table} mapping={mapping} />
      </Form>
    </>
  )
}

function Lead({ list, problem }: { list: string | null; problem: Sentence | null }) {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  return (
    <div className="mb-10 grid gap-4">
      <p className="max-w-text">{t('lead')}</p>
      {problem && (
        <div className="max-w-text border-differ border-s-4 ps-4">
          <p className="font-semibold">{t('failed')}</p>
          <p>{problem[locale]}</p>
        </div>
      )}
      <p className="max-w-text font-semibold">{list ? t('list', { list }) : t('noList')}</p>
    </div>
  )
}

type FormProps = Pick<Props, 'importId' | 'version' | 'work' | 'action'> & {
  table: Table
  saved: readonly string[]
  children: React.ReactNode
}

function Form({ importId, version, work, table, saved, action, children }: FormProps) {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  const settingsOf = useSettingControls()
  const columnsOf = useColumnControls()
  const savedOf = useSavedControls()
  const aboutOf = useAbout()
  const targets = useTargetGroups()
  return (
    <MappingForm
      action={action}
      hidden={{ locale, importId: String(importId) }}
      version={version}
      about={aboutOf(table)}
      settings={settingsOf(table)}
      columns={columnsOf(table, work)}
      targets={targets}
      {...savedOf(saved, work)}
      texts={{
        fileTitle: t('fileTitle'),
        fileNote: t('fileNote'),
        reread: t('reread'),
        columnsTitle: t('columnsTitle'),
        columnsNote: t('columnsNote'),
        noExamples: t('noExamples'),
        examples: t('examples'),
        format: t('format'),
        savedTitle: t('savedTitle'),
        savedNote: t('savedNote'),
        apply: t('apply'),
        save: t('save'),
        confirm: t('confirm'),
        confirmNote: t('confirmNote'),
        wrong: t('wrong'),
      }}
    >
      {children}
    </MappingForm>
  )
}

/** What is missing in the mapping, twice in it, or taken for granted by it. */
function Notes({ table, mapping }: { table: Table; mapping: TableMapping }) {
  const t = useTranslations('tables')
  const locale = useLocale()
  const notes = notesOnMapping(mappedColumns(table.columns, mapping))
  return (
    <Part id="se-upp" title={t('mapping.notesTitle')} className="mb-12">
      {notes.length === 0 ? (
        <p className="text-muted">{t('mapping.notesNone')}</p>
      ) : (
        <ul className="grid gap-3">
          {notes.map(({ severity, message }) => (
            <li
              key={message.en}
              className={`border-s-3 ps-4 text-small ${severity === 'info' ? 'border-line' : 'border-differ'}`}
            >
              <span className={`font-semibold ${severity === 'info' ? 'text-muted' : 'text-differ'}`}>
                {t(`problems.severity.${severity}`)}.
              </span>{' '}
              {message[locale]}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
