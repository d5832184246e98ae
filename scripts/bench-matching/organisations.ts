import { type KnownOrganisation, matchOrganisation } from '../../lib/matching/organisation-match.ts'
import { organisationNames } from '../generate-registry/projects.ts'
import { Random } from '../generate-registry/random.ts'
import { UNITS } from '../generate-registry/words.ts'
import { type Answered, type Marks, mark } from './marks.ts'
import { typo } from './noise.ts'
import { rewriteOwner } from './organisation-noise.ts'

/** What a document calls an organisation, and which it is; null for one that the registry does not have. */
type Question = {
  name: string
  unit: string | null
  number: string | null
  truth: number | null
  what: string
}
export type OrganisationExam = { registry: KnownOrganisation[]; questions: Question[] }

/** By hand: real names, and who is meant. */
const PAIRS: readonly [written: string, known: string, are: 'one' | 'two'][] = [
  ['Stockholm Stad, Arbetsmarknadsförvaltningen', 'Stockholms stad', 'one'],
  ['Arbetsmarknadsförvaltningen, Stockholms stad', 'Stockholms stad', 'one'],
  ['STOCKHOLMS KOMMUN', 'Stockholms stad', 'one'],
  ['Södertälje Kommun, Södertälje Kommun, Arbetslivskontoret', 'Södertälje kommun', 'one'],
  ['MALMÖ KOMMUN', 'Malmö stad', 'one'],
  ['Borås Stad', 'Borås kommun', 'one'],
  ['Kommunen Sala', 'Sala kommun', 'one'],
  ['Skånes Stadsmission', 'Skåne Stadsmission', 'one'],
  ['REGION GÄVLEBORG', 'Region Gävleborg', 'one'],
  ['Jämtlands Läns Landsting', 'Region Jämtland Härjedalen', 'one'],
  ['Chalmers tekniska högskola aktiebolag', 'Chalmers Tekniska Högskola AB', 'one'],
  ['Coompanion Kronoberg ek. för.', 'Coompanion Kronoberg Ekonomisk förening', 'one'],
  ['Länsstyrelsen Västmanland', 'Länsstyrelsen i Västmanland', 'one'],
  ['Region Stockholm, Stockholms länssjukvårdsområde', 'Region Stockholm', 'one'],
  ['Linnéuniversitetet', 'Linneuniversitetet', 'one'],
  ['Lidköpings kommun', 'Linköpings kommun', 'two'],
  ['Alvesta kommun', 'Avesta kommun', 'two'],
  ['Region Uppsala', 'Uppsala kommun', 'two'],
  ['Länsstyrelsen Uppsala län', 'Region Uppsala', 'two'],
  ['Stockholms stadsmission', 'Stockholms stad', 'two'],
  ['Samordningsförbundet Sundbybergs stad', 'Sundbybergs stad', 'two'],
  ['Förvaltningar inom Stockholms stad', 'Stockholms stad', 'two'],
  ['Skåne Stadsmission', 'Skaraborgs Stadsmission', 'two'],
  ['Coompanion Kronoberg', 'Coompanion Kalmar län', 'two'],
  ['ALMI Företagspartner Gotland AB', 'ALMI Företagspartner Jönköping AB', 'two'],
  ['Arbetsmarknadsenheten', 'Arbetsmarknadsenheten, Sala kommun', 'two'],
  ['Högskolan i Halmstad', 'Högskolan i Gävle', 'two'],
  ['Samordningsförbundet Östra Södertörn', 'Samordningsförbundet Västra Södertörn', 'two'],
  ['Uppsala universitet', 'Uppsala kommun', 'two'],
  ['Stiftelsen Bruket', 'Föreningen Bruket', 'two'],
  ['Projektbolaget 2 AB', 'Projektbolaget 1 AB', 'two'],
]

export const organisationPairs = (): OrganisationExam[] =>
  PAIRS.map(([name, known, are]) => ({
    registry: [{ id: 1, names: [known], number: null }],
    questions: [
      { name, unit: null, number: null, truth: are === 'one' ? 1 : null, what: `${name} / ${known}` },
    ],
  }))

/** A registry of so many organisations, and names that documents give them, and others that are near. */
export function makeOrganisationExam(seed: number, organisations: number): OrganisationExam {
  const random = new Random(seed)
  const all = organisationNames(organisations * 16).map((name) => name.replace(/ss kommun$/, 's kommun'))
  // Every second is one that the registry has; the others are asked for as well.
  const registry = all.flatMap((name, at): KnownOrganisation[] =>
    at % 2 === 0
      ? [{ id: at, names: namesOf(random, name), number: random.chance(0.4) ? numberOf(at) : null }]
      : [],
  )
  const numbers = new Map(registry.map(({ id, number }) => [id, number]))
  const questions = all.map((name, at): Question => {
    const truth = at % 2 === 0 ? at : null
    return {
      ...ask(random, name, numbers.get(at) ?? null),
      truth,
      what: truth === null ? 'a neighbour' : 'itself',
    }
  })
  return { registry, questions }
}

const numberOf = (at: number) => String(5_560_000_000 + at * 131)

const namesOf = (random: Random, name: string) =>
  random.chance(0.1) ? [name, `Gamla namnet ${name.length}${name.slice(0, 9)}`] : [name]

function ask(random: Random, name: string, number: string | null) {
  const unit = random.chance(0.3) ? random.pick(UNITS) : null
  const written = rewriteOwner(random, { name, unit })
  const isSlip = random.chance(0.04)
  return {
    name: isSlip ? typo(random, written.name) : written.name,
    unit: written.unit,
    number: random.chance(0.4) ? number : null,
  }
}

export function takeOrganisationExam({ registry, questions }: OrganisationExam): Marks {
  return mark(
    questions.map((question): Answered => {
      const { candidates, verdict, id } = matchOrganisation(question, registry)
      const [best] = candidates
      const meant = registry.find((known) => known.id === best?.id)
      return {
        truth: question.truth,
        suggested: verdict === 'certain' || verdict === 'likely' ? (best?.id ?? null) : null,
        linked: id,
        words: `${question.what}: ${question.name} / ${meant ? `${meant.names[0]} (${verdict})` : 'nobody'}`,
      }
    }),
  )
}
