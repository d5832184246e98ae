import { useTranslations } from 'next-intl'
import { Shortcuts } from './Shortcuts.tsx'

/** What keys can do, and which they are. */
const KEYS = {
  begin: 'n, j',
  next: 'n, j',
  previous: 'p, k',
  choose: '1–9',
  right: 'r',
  edit: 'e',
  look: 't',
  list: 'l',
  undo: 'u',
  find: 's',
} as const
export type ShortcutName = keyof typeof KEYS

/** The shortcuts of a page, with the help that lists them. */
export function DeskShortcuts({ keys }: { keys: readonly ShortcutName[] }) {
  const t = useTranslations('desk')
  const texts = {
    title: t('shortcuts'),
    lead: t('shortcutsLead'),
    on: t('shortcutsOn'),
    off: t('shortcutsOff'),
    areOff: t('shortcutsAreOff'),
    close: t('close'),
    help: t('key.help'),
  }
  return <Shortcuts keys={keys.map((name) => ({ key: KEYS[name], text: t(`key.${name}`) }))} texts={texts} />
}
