// What is matched: what a document tells of a project, and the projects that are known.

/** An organisation as a document names it. `ids`: the known organisations that go by this name or number. */
export type SubjectOwner = {
  name: string
  unit: string | null
  /** Ten digits. */
  number: string | null
  ids: readonly number[]
}

export type SubjectAmount = {
  kind: 'applied' | 'prioritised' | 'awarded' | 'unspecified' | 'totalBudget' | 'grantedSupport'
  kronor: number
  /** The step in kronor that it is rounded to; 1 is exact. */
  precision: number
}

/** What a project page, an entry of a decision list or a row of a table tells of a project. Dates are ISO. */
export type Subject = {
  kind: 'page' | 'entry' | 'row'
  /** As written. */
  numbers: readonly string[]
  name: string
  owners: readonly SubjectOwner[]
  amounts: readonly SubjectAmount[]
  decidedOn: string | null
  startDate: string | null
  endDate: string | null
  /** NUTS 2 code; SE0 is the whole country. */
  region: string | null
  fund: string | null
  rejected: boolean
}

export type KnownOwner = {
  id: number
  name: string
  /** Other names that it goes by, those of organisations merged into it too. */
  otherNames?: readonly string[]
  number: string | null
  unit: string | null
}

/** A project of the registry. Money is kronor, dates are ISO. */
export type Known = {
  id: number
  numbers: readonly string[]
  name: string
  otherNames: readonly string[]
  owner: KnownOwner | null
  totalBudget: number | null
  grantedSupport: number | null
  /** What entries that are linked to it say. */
  amounts: readonly SubjectAmount[]
  startDate: string | null
  endDate: string | null
  region: string | null
  fund: string | null
}
