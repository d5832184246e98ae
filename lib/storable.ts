/** A text as PostgreSQL can keep it: without NUL, and without halves of characters. Pure. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** The same, with every line break as one character: forms send two, and some programs one of another kind. Pure. */
export const storableLines = (text: string): string => storable(text).replace(/\r\n?/g, '\n')
