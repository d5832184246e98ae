import type { Address } from '../paths.ts'
import type { Shown, StoredValue } from '../projects/shown.ts'
import type { DocumentReference, Saying } from '../projects/view.ts'
import type { CorrectableType, Subject } from './fields.ts'
import type { TypedText } from './readers.ts'

/** A value with what it means. */
export type Valued = {
  value: StoredValue
  code: string | null
  precision: number | null
  qualifier: string | null
}

/** What somebody said of a field, which stands. */
export type StandingNote = Valued & {
  id: number
  kind: 'VALUE' | 'REVIEWED' | 'NOT_STATED'
  reason: string
  evidence: string | null
  /** In which role, and who: staff see each other's names. */
  by: { actor: string; name: string | null }
  /** ISO time. */
  at: string
}

/** How a source's words stand to what is shown. */
export type Standing = 'shown' | 'rival' | 'agreeing' | 'apart' | 'older'

/** A value that a source has, with its words; `saying` is null where it was read without any. */
export type Said = Valued & {
  /** Of the statement; 0 where there is none. */
  statement: number
  standing: Standing
  saying: Saying | null
}

/** A field as its form meets it. */
export type EditableField = {
  key: string
  type: CorrectableType
  shown: Shown | null
  basis: string
  typed: TypedText
  /** What sources say, what the rule would show without corrections first. */
  said: Said[]
  /** The corrections that stand, the one that is shown first. */
  notes: StandingNote[]
  /** Values of links by their ids: the projects that they lead to. */
  linked: Record<number, LinkedProject>
}
export type LinkedProject = { slug: string; name: string; number: string }

/** Who can be asked. Private: for signed-in staff alone. */
export type ContactView = { name: string | null; email: string | null; phone: string | null }

/** A record as its editors meet it. */
export type EditableRecord = {
  subject: Subject
  name: string
  version: number
  /** A project's number. */
  number: string | null
  /** Codes are read in it. */
  period: string | null
  /** Its public page. */
  page: Address
  /** An entry's decision. */
  decision: { slug: string; heading: string } | null
  /** A decision's entries. */
  entries: { id: number; name: string }[]
  fields: EditableField[]
  contacts: ContactView[]
  /** What tells of it, to name as evidence. */
  documents: DocumentReference[]
}
