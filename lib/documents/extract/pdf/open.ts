import { getDocumentProxy } from 'unpdf'

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Only text and objects are looked at: nothing is fetched, and neither fonts, forms of XFA nor pictures are worked out. */
const OPTIONS = {
  verbosity: 0,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  disableAutoFetch: true,
  disableStream: true,
  disableRange: true,
  maxImageSize: 1,
} satisfies Parameters<typeof getDocumentProxy>[1]

/**
 * Opens a PDF that may mean harm. Throws pdf.js's error where it cannot, a `PasswordException` where it is locked. Who
 * opens it destroys its `loadingTask`.
 */
export const openPdf = (bytes: Uint8Array): Promise<Pdf> =>
  // pdf.js takes possession of the bytes, and the caller's shall stay; it refuses a Buffer, which they may be.
  getDocumentProxy(new Uint8Array(bytes), OPTIONS)
