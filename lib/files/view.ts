/** A file that pages link to: what it is called, what it is by its content, how large it is. */
export type FileView = { token: string; name: string; mediaType: string; byteLength: number }

/** What is selected of an attached file for pages. */
export const fileFields = { token: true, name: true, mediaType: true, byteLength: true } as const

/** Its one address, the same in both languages. */
export const fileAddress = ({ token, name }: Pick<FileView, 'token' | 'name'>): string =>
  `/api/files/${token}/${encodeURIComponent(name)}`
