/** How much of a file is read before it is refused: a table may come from anybody, and may be made to exhaust us. */
export type TableLimits = {
  bytes: number
  /** Bytes of everything in a workbook's archive, unpacked. */
  unpackedBytes: number
  rows: number
  columns: number
  /** UTF-16 units. */
  cellLength: number
}

export const DEFAULT_LIMITS: TableLimits = {
  bytes: 50_000_000,
  unpackedBytes: 300_000_000,
  rows: 200_000,
  columns: 500,
  cellLength: 100_000,
}
