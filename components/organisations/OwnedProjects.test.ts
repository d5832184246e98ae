import { createElement } from 'react'
import { expect, test } from 'vitest'
import type { ProjectReference } from '../../lib/projects/view.ts'
import { htmlOf } from '../testing/render.tsx'
import { OwnedProjects } from './OwnedProjects.tsx'

const project: ProjectReference = {
  ...{ slug: '2015-00311', number: '2015/00311', name: 'Öppna dörren', owner: null, region: 'SE22' },
  ...{ fund: 'ESF', period: '2014-2020', startDate: null, endDate: null, grantedSupport: null },
}

test('the search that is led to is of what the organisation owns, not of what it took part in', () => {
  const organisation = { slug: 'malmo-stad', owned: 2, projects: [project] }
  const links = (locale: 'sv' | 'en') =>
    [
      ...htmlOf(createElement(OwnedProjects, { organisation }), locale).matchAll(/href="([^"]*\?[^"]*)"/g),
    ].map(([, href]) => href)
  expect(links('sv')).toEqual(['/projekt?agare=malmo-stad', '/projekt?agare=malmo-stad'])
  expect(links('en')).toEqual(['/en/projects?owner=malmo-stad', '/en/projects?owner=malmo-stad'])
})
