import type { Locale } from '../paths.ts'
import type { Messages } from './messages.ts'

// A key that has no text is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
