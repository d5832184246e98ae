import { asLocale, type Locale } from './paths.ts'

// What a form of ours was sent with. Whatever is missing, or is no such thing, is read as nothing. Pure.

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** An id or a version; 0 where there is none. */
export const numberIn = (form: FormData, name: string): number =>
  Number(/^[1-9]\d{0,8}$/.exec(textIn(form, name))?.[0] ?? 0)

/** The language of a form, as it says itself: an action has no address of its own. */
export const localeIn = (form: FormData): Locale => asLocale(textIn(form, 'locale'))
