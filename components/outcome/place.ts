import { anchorOf, type FigureView } from '../../lib/follow-up/view.ts'

/** Where what came of something stands on a page: a project's, or one of many entries of a decision's. */
export type Place = {
  /** The entry's id: tells what several entries have apart. */
  scope?: number | undefined
  /** The headings of its parts. */
  heading: 'h3' | 'h4'
}

const idPart = (measure: string): string => measure.replace(/[^A-Za-z0-9]+/g, '-')
const scoped = (name: string, scope: number | undefined, measure: string): string =>
  [name, scope, idPart(measure)].filter((part) => part !== undefined).join('-')

/** Where a figure stands: what is worked out of it leads there. */
export const figureId = (measure: string, { scope }: Pick<Place, 'scope'>): string =>
  scoped('siffra', scope, measure)
/** The note that a figure opens. */
export const figureNoteId = (measure: string, { scope }: Place): string => scoped('utfall', scope, measure)

/** Where all that a figure's source says stands: the follow-up, or the money of the project's page. */
export const sourceHref = (source: FigureView['source']): string =>
  source.kind === 'followUp' ? `#${anchorOf(source.id)}` : '#pengar'
