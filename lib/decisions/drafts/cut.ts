/** The first characters of a text. None is cut in two: half of one is nothing that PostgreSQL keeps. Pure. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
