/** The queues of the site. */
export const IMPORT_QUEUE = 'imports'
export type ImportJob = { importId: number }
