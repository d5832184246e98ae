import { useLocale, useTranslations } from 'next-intl'
import { formatBytes, formatDate } from '../../lib/format.ts'
import { importAddress } from '../../lib/imports/desk/params.ts'
import type { ImportFileView } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'

/** The files of an import, each with what became of it and why. */
export const FileList = ({ files }: { files: readonly ImportFileView[] }) => (
  <ul className="divide-y divide-line border-line border-y empty:hidden">
    {files.map((file) => (
      <FileItem key={file.id} file={file} />
    ))}
  </ul>
)

function FileItem({ file }: { file: ImportFileView }) {
  const t = useTranslations('imports.file')
  const locale = useLocale()
  const { name, outcome, reason, entries, byteLength, url, fetchedOn, isPasted } = file
  const about = [
    isPasted && t('pasted'),
    formatBytes(locale, byteLength),
    fetchedOn && t('fetched', { date: formatDate(locale, fetchedOn) }),
  ]
  return (
    <li className="grid gap-0.5 py-2.5 text-small">
      <p className="min-w-0 break-words">
        <span className="font-semibold">{name}</span>{' '}
        <span className="text-muted">({about.filter(Boolean).join(', ')})</span>
      </p>
      <p>
        <span className={outcome === 'refused' ? 'font-semibold text-differ' : 'font-semibold'}>
          {t(`outcome.${outcome}`, { count: entries })}.
        </span>{' '}
        {reason?.[locale]}
      </p>
      {reason?.slug && (
        <p>
          <a href={pathOf(locale, { page: 'documents', slug: reason.slug })} className="inline-block py-0.5">
            {t('already', { title: reason.title ?? reason.slug })}
          </a>
        </p>
      )}
      {reason?.importId && (
        <p>
          <a href={pathOf(locale, importAddress(reason.importId))} className="inline-block py-0.5">
            {t('toImport', { name })}
          </a>
        </p>
      )}
      {url && <p className="break-all text-muted">{url}</p>}
    </li>
  )
}

/** Files that nothing of this import comes of: refused, in the registry already, an import of their own. */
export const leftOut = (files: readonly ImportFileView[]): ImportFileView[] =>
  files.filter(({ outcome }) => outcome === 'refused' || outcome === 'here' || outcome === 'apart')
