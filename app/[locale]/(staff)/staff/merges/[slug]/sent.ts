import { isLocale, type Locale } from '../../../../../../lib/paths.ts'

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const numberIn = (form: FormData, name: string): number =>
  Number(/^[1-9]\d{0,8}$/.exec(textIn(form, name))?.[0] ?? 0)

export const localeIn = (form: FormData): Locale => {
  const locale = textIn(form, 'locale')
  return isLocale(locale) ? locale : 'sv'
}
