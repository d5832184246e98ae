import { useLocale } from 'next-intl'
import { fundName } from '../../lib/i18n/codes.ts'
import { type Locale, pathOf } from '../../lib/paths.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { siteOrigin } from '../../lib/site.ts'

/** The project for machines, in the words of schema.org. */
export function JsonLd({ project }: { project: ProjectView }) {
  const json = JSON.stringify(grantOf(project, useLocale()))
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every < escaped cannot end the script
      dangerouslySetInnerHTML={{ __html: json.replace(/</g, '\\u003c') }}
    />
  )
}

function grantOf(project: ProjectView, locale: Locale) {
  const { fields, derived, owner } = project
  const url = siteOrigin() + pathOf(locale, { page: 'projects', slug: project.slug })
  return {
    '@context': 'https://schema.org',
    '@type': 'MonetaryGrant',
    '@id': url,
    url,
    name: project.name,
    identifier: project.numbers,
    ...(derived.fund && { funder: { '@type': 'Organization', name: fundName(locale, derived.fund) } }),
    ...(typeof fields.grantedSupport.value === 'number' && {
      amount: { '@type': 'MonetaryAmount', currency: 'SEK', value: fields.grantedSupport.value },
    }),
    fundedItem: {
      '@type': 'Project',
      name: project.name,
      identifier: project.number,
      ...(typeof fields.startDate.value === 'string' && { foundingDate: fields.startDate.value }),
      ...(typeof fields.endDate.value === 'string' && { dissolutionDate: fields.endDate.value }),
      ...(owner && { parentOrganization: { '@type': 'Organization', name: owner.name } }),
    },
  }
}
