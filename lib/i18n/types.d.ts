import type { Locale } from '../paths.ts'
import type sv from './sv.json'

// A key that has no text is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof sv
  }
}
