import { useLocale } from 'next-intl'
import { wordForKind } from '../../lib/files/kinds.ts'
import { type FileView, fileAddress } from '../../lib/files/view.ts'
import { formatBytes } from '../../lib/format.ts'

/** A link to an attached file that says what one gets: "Slutrapport.pdf (PDF, 1,2 MB)". */
export function FileLink({ file }: { file: FileView }) {
  const locale = useLocale()
  const { name, mediaType, byteLength } = file
  return (
    <a href={fileAddress(file)} className="break-words">
      {name} ({wordForKind(mediaType)}, {formatBytes(locale, byteLength)})
    </a>
  )
}
