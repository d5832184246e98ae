import type { TableView } from '../documents/table-view.ts'
import { type OutcomesView, textIn } from '../follow-up/view.ts'
import type {
  DecisionRow,
  DecisionView,
  DocumentView,
  ItemView,
  OrganisationReference,
  OrganisationView,
  ProjectView,
} from '../projects/view.ts'

// Kept pages carry the tags of the records that they show; a change names the tags of what it changed, and the pages
// with one of them are made anew (lib/cache).

/** Every page that shows sums or lists of the whole registry. */
export const REGISTRY_TAG = 'registry'

/** Every page: they all say whether the registry holds a sample. */
export const SAMPLE_TAG = 'sample'

/** Every page that may name somebody of the staff: the public history. */
export const PEOPLE_TAG = 'people'

export type Tagged = 'project' | 'organisation' | 'decision' | 'document'
export const tagOf = (kind: Tagged, slug: string): string => `${kind}:${slug}`

/** Pages that may name a project as similar: those about the same objective in the same region. */
export const nearTag = (objective: unknown, region: string | null): string =>
  `near:${String(objective)}:${region}`

/** The tags of all records that a project's page names. */
export const tagsOfProject = (project: ProjectView): string[] => [
  tagOf('project', project.slug),
  nearTag(project.fields.specificObjective.value, project.fields.region.code),
  ...organisations(project.owner ? [project.owner] : []),
  ...project.items.flatMap((item) => [tagOf('decision', item.decision.slug), ...tagsOfItem(item)]),
  ...project.documents.map(({ slug }) => tagOf('document', slug)),
  ...tagsOfOutcomes(project.followUp),
  ...project.similar.flatMap(({ slug, owner }) => [
    tagOf('project', slug),
    ...organisations(owner ? [owner] : []),
  ]),
]

type Naming = Pick<DecisionView, 'slug' | 'items' | 'documents' | 'followUps'>

/** The tags of all records that a decision's page names. */
export const tagsOfDecision = (decision: Naming): string[] => [
  tagOf('decision', decision.slug),
  ...decision.items.flatMap(tagsOfItem),
  ...decision.documents.map(({ slug }) => tagOf('document', slug)),
  ...Object.values(decision.followUps).flatMap(tagsOfOutcomes),
]

/** The tags of the decisions and documents that follow-ups name; of those that are gone too, for they may come back. */
const tagsOfOutcomes = ({ followUps }: OutcomesView): string[] =>
  followUps.flatMap((followUp) => {
    const { url } = followUp.source
    const decision = textIn(followUp, 'decision')
    return [
      ...(decision === null ? [] : [tagOf('decision', decision)]),
      ...(url?.startsWith('/') ? [tagOf('document', url.split('/').at(-1) ?? '')] : []),
    ]
  })

export const tagsOfDecisions = (decisions: readonly DecisionRow[]): string[] =>
  decisions.map(({ slug }) => tagOf('decision', slug))

/** The tags of all records that a document's page names. */
export const tagsOfDocument = (document: DocumentView): string[] => [
  tagOf('document', document.slug),
  ...[document.replaces, document.replacedBy].flatMap((slug) => (slug ? tagOf('document', slug) : [])),
  ...document.projects.map(({ slug }) => tagOf('project', slug)),
  ...document.decisions.map(({ slug }) => tagOf('decision', slug)),
]

/** The tags of all records that a page of a table's rows names. */
export const tagsOfTable = ({ slug, replaces, replacedBy, rows }: TableView): string[] => [
  tagOf('document', slug),
  ...[replaces, replacedBy].flatMap((other) => (other ? tagOf('document', other) : [])),
  ...rows.rows.flatMap(({ project }) => (project ? tagOf('project', project.slug) : [])),
]

/** The tags of all records that an organisation's page names. */
export const tagsOfOrganisation = (organisation: OrganisationView): string[] => [
  ...organisations([organisation, ...organisation.aliases]),
  ...(organisation.movedTo === null ? [] : [tagOf('organisation', organisation.movedTo)]),
  ...organisation.names.flatMap(({ document }) => (document ? tagOf('document', document.slug) : [])),
  ...organisation.projects.map(({ slug }) => tagOf('project', slug)),
  ...organisation.items.flatMap(({ item, decision }) => [
    tagOf('decision', decision.slug),
    ...tagsOfItem(item),
  ]),
]

const tagsOfItem = ({ applicants, partners, project }: ItemView): string[] => [
  ...[...applicants, ...partners].flatMap(({ slug }) => (slug ? tagOf('organisation', slug) : [])),
  ...(project ? [tagOf('project', project.slug)] : []),
]

const organisations = (references: readonly OrganisationReference[]) =>
  references.map(({ slug }) => tagOf('organisation', slug))
