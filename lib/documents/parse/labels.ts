/** How a label is compared: capitals, white space ("Projekt ägare") and a closing colon are forgiven. */
export const labelKey = (text: string): string => text.toLowerCase().replace(/ *: *$| /g, '')

/** Whether a line has the shape of a label: short, starts like a name, ends with a colon. */
export const looksLikeLabel = (text: string): boolean =>
  text.length <= 80 && text.endsWith(':') && /^[\p{Lu}\d]/u.test(text) && !/[.!?] /.test(text)
