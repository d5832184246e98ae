/**
 * Every action that the trace of the registry knows, and how it is told: `public` ones in the history of the record, the
 * rest to staff only. `state`: it changes what a record shows, so that there is an earlier state to go back to.
 */
const ACTIONS = {
  /** A record was not there before; `to` holds all that it shows. */
  created: { public: true, state: true },
  /** A field followed: what a source, a link or another record says has changed. */
  field: { public: true, state: true },
  /**
   * Nothing speaks of a record any longer: the import that brought it was taken back, or the last that a person said of it.
   * `from` holds all that a project or an entry showed.
   */
  takenBack: { public: true, state: true },
  corrected: { public: true, state: true },
  reviewed: { public: true, state: true },
  notStated: { public: true, state: true },
  /** A correction was taken back. */
  withdrawn: { public: true, state: true },
  /** An entry led to a project, or does no longer. */
  linked: { public: true, state: true },
  unlinked: { public: true, state: true },
  /** An organisation goes by one more name. */
  named: { public: true, state: true },
  /** An organisation was found to be another, and found not to be after all. */
  merged: { public: true, state: true },
  split: { public: true, state: true },
  /** Two organisations that look alike were found to be two. */
  distinct: { public: true, state: false },
  /** An editor's decision became public. */
  published: { public: true, state: true },
  /** Something that came of a project became public, with all that it says; and was taken back. */
  attached: { public: true, state: false },
  detached: { public: true, state: false },
  /** Somebody looked at a warning of the parser, and had it wait again. */
  lookedAt: { public: true, state: false },
  lookAgain: { public: true, state: false },
  // A visitor's report is between the visitor and the staff: what became of it is told where something was corrected.
  reportAccepted: { public: false, state: false },
  reportDeclined: { public: false, state: false },
  reportAsked: { public: false, state: false },
  /** The visitor answered a question. */
  reportAnswered: { public: false, state: false },
} as const satisfies Record<string, { public: boolean; state: boolean }>

export type Action = keyof typeof ACTIONS
export const ALL_ACTIONS = Object.keys(ACTIONS) as Action[]
export const isAction = (name: string): name is Action => Object.hasOwn(ACTIONS, name)

/** What only staff are told. An action that is not listed is told to all, in a sentence that gives nothing away. */
export const PRIVATE_ACTIONS = ALL_ACTIONS.filter((action) => !ACTIONS[action].public)
/** What an earlier state is replayed from. */
export const STATE_ACTIONS = ALL_ACTIONS.filter((action) => ACTIONS[action].state)

/** Actions about one field, with what it was and what it is. */
const FIELD_ACTIONS = ['field', 'corrected', 'reviewed', 'notStated', 'withdrawn'] as const
export type FieldAction = (typeof FIELD_ACTIONS)[number]
export const isFieldAction = (action: Action): action is FieldAction =>
  (FIELD_ACTIONS as readonly Action[]).includes(action)

/** Who acts, as the trace has it. */
export const ACTORS = ['operator', 'rebuild', 'editor', 'administrator'] as const
export type Actor = (typeof ACTORS)[number]
export const actorOf = (name: string): Actor | 'other' => ACTORS.find((actor) => actor === name) ?? 'other'
