/** What may be given at once. */
export const LIMITS = {
  files: 100,
  /** Bytes of one file, and of all together. */
  file: 50 * 1024 * 1024,
  all: 60 * 1024 * 1024,
  name: 200,
  url: 2000,
} as const
