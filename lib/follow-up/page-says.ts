import type { Shown } from '../projects/shown.ts'
import { figureOfPage, figuresOfPage, pageFieldOf } from './figures.ts'
import type { Figure } from './fold.ts'
import type { PageSays } from './view-of.ts'

type Fields = Readonly<Partial<Record<string, Shown>>>
/** The ISO day on which the document of a statement was captured. */
type Days = ReadonlyMap<number, string>

/** What a project's page says that belongs beside its follow-ups. Pure. */
export function projectSays(shown: Fields, days: Days): PageSays {
  const figures = figuresOfPage(shown, days)
  const endDate = shown.endDate?.value
  return {
    figures: figures.map((figure) => withField(figure, shown, pageFieldOf(figure.measure))),
    endDate: typeof endDate === 'string' ? endDate : null,
  }
}

const ENTRY: Record<string, string> = { budget: 'totalBudget', support: 'amount' }

/** What an entry says of itself. Only what was awarded is promised: what was applied for is no grant. Pure. */
export function entrySays(shown: Fields, days: Days): PageSays {
  const awarded = shown.amount?.code === 'AWARDED' ? shown.amount : undefined
  const figures = [
    ...figureOfPage('budget', shown.totalBudget, days),
    ...figureOfPage('support', awarded, days),
  ]
  return { figures: figures.map((figure) => withField(figure, shown, ENTRY[figure.measure])), endDate: null }
}

function withField(
  figure: Figure,
  shown: Fields,
  field: string = figure.measure,
): PageSays['figures'][number] {
  return { field, figure, isDisputed: (shown[field]?.rivals.length ?? 0) > 0 }
}
