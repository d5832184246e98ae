import type { ProjectView } from '../../lib/projects/view.ts'
import { HistoryLink } from '../history/HistoryLink.tsx'
import { OutcomeDocuments, Outcomes } from '../outcome/Outcomes.tsx'
import { amountsOf } from './amounts.ts'
import { Cite } from './Cite.tsx'
import { Decisions } from './Decisions.tsx'
import { Description } from './Description.tsx'
import { Disagreements } from './Disagreements.tsx'
import { Documents } from './Documents.tsx'
import { Facts } from './Facts.tsx'
import { JsonLd } from './JsonLd.tsx'
import { Money } from './Money.tsx'
import { OtherFields } from './OtherFields.tsx'
import { ProjectHead } from './ProjectHead.tsx'
import { Similar } from './Similar.tsx'
import { Timeline } from './Timeline.tsx'
import { Warnings } from './Warnings.tsx'

/** A project: what it is, what it cost, and which words in which documents say so. */
export const ProjectDetails = ({ project }: { project: ProjectView }) => (
  <article>
    <ProjectHead project={project} />
    <div className="grid grid-cols-[minmax(0,1fr)] gap-14 lg:grid-cols-[minmax(0,1fr)_17.5rem]">
      <Body project={project} />
      <aside className="grid content-start gap-12">
        <Timeline project={project} />
        <Documents documents={project.documents} />
        <Similar projects={project.similar} />
        <HistoryLink of="projects" slug={project.slug} name={project.name} />
        <Cite project={project} />
      </aside>
    </div>
    <JsonLd project={project} />
  </article>
)

/** The money comes first where a source says anything of it. */
function Body({ project }: { project: ProjectView }) {
  const { budget, support } = amountsOf(project)
  const isMoneyKnown = budget !== null || support !== null
  return (
    <div className="min-w-0">
      {isMoneyKnown && <Money project={project} />}
      <Outcomes view={project.followUp} />
      <OutcomeDocuments view={project.followUp} />
      <Disagreements project={project} />
      <Facts project={project} />
      {!isMoneyKnown && <Money project={project} />}
      <Decisions project={project} />
      <Description project={project} />
      <OtherFields sayings={project.otherFields} />
      <Warnings warnings={project.warnings} documents={project.documents} />
    </div>
  )
}
