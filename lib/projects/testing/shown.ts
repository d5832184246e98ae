import type { Shown } from '../shown.ts'

/** What is shown of a field, for tests. */
export const shown = (value: Shown['value'], more: Partial<Shown> = {}): Shown => ({
  state: 'value',
  value,
  code: null,
  precision: null,
  qualifier: null,
  statement: null,
  correction: null,
  reviewed: false,
  sourceChanged: false,
  rivals: [],
  agreeing: [],
  apart: [],
  older: [],
  ...more,
})
