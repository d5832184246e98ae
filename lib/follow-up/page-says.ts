import type { Shown } from '../projects/shown.ts'
import { figuresOfPage } from './figures.ts'
import type { Figure } from './fold.ts'
import type { PageSays } from './view-of.ts'

type Fields = Readonly<Partial<Record<string, Shown>>>
/** The ISO day on which the document of a statement was captured. */
type Days = ReadonlyMap<number, string>

/** The field of a project's page that states a measure. */
const PROJECT_PAGE: Record<string, string> = {
  budget: 'totalBudget',
  support: 'grantedSupport',
  'costs.total': 'totalCosts',
  'planned.total': 'plannedParticipants',
}

/** What a project's page says that belongs beside its follow-ups. Pure. */
export function projectSays(shown: Fields, days: Days): PageSays {
  const figures = figuresOfPage(shown, days)
  const endDate = shown.endDate?.value
  return {
    figures: figures.map((figure) => withField(figure, PROJECT_PAGE, shown)),
    endDate: typeof endDate === 'string' ? endDate : null,
  }
}

const ENTRY: Record<string, string> = { budget: 'totalBudget', support: 'amount' }

/** What an entry says of itself. Only what was awarded is promised: what was applied for is no grant. Pure. */
export function entrySays(shown: Fields, days: Days): PageSays {
  const awarded = shown.amount?.code === 'AWARDED' ? shown.amount : undefined
  const figures = [...promised('budget', shown.totalBudget, days), ...promised('support', awarded, days)]
  return { figures: figures.map((figure) => withField(figure, ENTRY, shown)), endDate: null }
}

function promised(measure: string, said: Shown | undefined, days: Days): Figure[] {
  if (said?.state !== 'value' || typeof said.value !== 'number') return []
  const { value, precision, qualifier, statement } = said
  return [
    {
      measure,
      value,
      precision: precision ?? 1,
      qualifier,
      asOf: days.get(statement ?? 0) ?? null,
      basis: null,
      source: { kind: 'page', statement },
      publishedAt: 0,
      derivedFrom: null,
    },
  ]
}

function withField(
  figure: Figure,
  fields: Record<string, string>,
  shown: Fields,
): PageSays['figures'][number] {
  const field = fields[figure.measure] ?? figure.measure
  return { field, figure, isDisputed: (shown[field]?.rivals.length ?? 0) > 0 }
}
