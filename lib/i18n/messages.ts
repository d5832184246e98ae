import type { Locale } from '../paths.ts'
import en from './en.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

/** Every text of the interface. Swedish is the first language: its keys are the ones that types know. */
export const MESSAGES: Record<Locale, typeof sv> = { sv, en }
