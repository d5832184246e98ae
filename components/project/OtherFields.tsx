import { useTranslations } from 'next-intl'
import type { Saying } from '../../lib/projects/view.ts'
import { Quote } from '../source/Quote.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { Section } from '../ui/Section.tsx'

/** What the sources say under labels that the registry does not know: kept, as it stands. */
export function OtherFields({ sayings }: { sayings: Saying[] }) {
  const t = useTranslations()
  if (sayings.length === 0) return null
  return (
    <Section id="annat" title={t('project.otherFields')}>
      <FactList>
        {sayings.map((saying) => (
          <Fact key={saying.id} label={<span lang="sv">{saying.label ?? t('field.unknown')}</span>}>
            <p lang="sv">{saying.words || t('source.emptyWords')}</p>
            <Disclosure summary={t('source.words')}>
              <Quote saying={saying} />
            </Disclosure>
          </Fact>
        ))}
      </FactList>
    </Section>
  )
}
