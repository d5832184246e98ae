import { GENDERS, measureKey, measureOf, WHOLE } from '../../lib/follow-up/measures.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { useWords } from '../history/words.ts'

type Props = { measure: string; view: OutcomesView }

/** That nobody reported a figure; of people all together, whom of them somebody did report. */
export function Unreported({ measure, view }: Props) {
  const { t, locale } = useWords()
  const told = gendersTold(measure, view)
  const text =
    told.length === 0
      ? t('outcome.notReported')
      : told.includes('women') && told.includes('men')
        ? t('outcome.onlySeparately')
        : t('outcome.onlyParts', {
            parts: new Intl.ListFormat(locale).format(told.map((gender) => t(`followUp.part.${gender}`))),
          })
  return <span className="whitespace-normal text-muted">{text}</span>
}

/** The genders that are told of, where the measure is of all together and nobody tells that. */
function gendersTold(measure: string, { outcomes }: OutcomesView) {
  const of = measureOf(measure)
  if (of?.part !== WHOLE) return []
  return GENDERS.flatMap((gender) =>
    gender !== WHOLE && outcomes[measureKey({ ...of, part: gender })] ? [gender] : [],
  )
}
