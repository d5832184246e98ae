import { isBoilerplate } from '../boilerplate.ts'
import type { Source } from '../source.ts'
import { areaOfCounty, findArea } from '../values/areas.ts'

/** Who publishes decision lists, by the domain of the site, and the partnership whose decisions they are. */
const PUBLISHERS: { domain: RegExp; publisher: string; partnership: string | null }[] = [
  { domain: /(?:regionstockholm|sll)\.se/, publisher: 'Region Stockholm', partnership: 'Stockholm' },
  { domain: /regionuppsala\.se/, publisher: 'Region Uppsala', partnership: 'Östra Mellansverige' },
  {
    domain: /region\.?sormland\.se|utvecklasormland\.se/,
    publisher: 'Region Sörmland',
    partnership: 'Östra Mellansverige',
  },
  { domain: /regionostergotland\.se/, publisher: 'Region Östergötland', partnership: 'Östra Mellansverige' },
  { domain: /regionorebrolan\.se/, publisher: 'Region Örebro län', partnership: 'Östra Mellansverige' },
  { domain: /regionvastmanland\.se/, publisher: 'Region Västmanland', partnership: 'Östra Mellansverige' },
  { domain: /(?<![a-z])rjl\.se/, publisher: 'Region Jönköpings län', partnership: 'Småland och Öarna' },
  { domain: /regionkronoberg\.se/, publisher: 'Region Kronoberg', partnership: 'Småland och Öarna' },
  {
    domain: /regionkalmar\.se|ltkalmar\.se/,
    publisher: 'Region Kalmar län',
    partnership: 'Småland och Öarna',
  },
  { domain: /(?<![a-z])gotland\.se/, publisher: 'Region Gotland', partnership: 'Småland och Öarna' },
  { domain: /(?<![a-z])skane\.se/, publisher: 'Region Skåne', partnership: 'Skåne-Blekinge' },
  { domain: /regionblekinge\.se/, publisher: 'Region Blekinge', partnership: 'Skåne-Blekinge' },
  { domain: /regionhalland\.se/, publisher: 'Region Halland', partnership: 'Västsverige' },
  { domain: /vgregion\.se/, publisher: 'Västra Götalandsregionen', partnership: 'Västsverige' },
  { domain: /regionvarmland\.se/, publisher: 'Region Värmland', partnership: 'Norra Mellansverige' },
  { domain: /regiondalarna\.se/, publisher: 'Region Dalarna', partnership: 'Norra Mellansverige' },
  { domain: /regiongavleborg\.se/, publisher: 'Region Gävleborg', partnership: 'Norra Mellansverige' },
  {
    domain: /sfpnorramellansverige\.se/,
    publisher: 'Strukturfondspartnerskapet Norra Mellansverige',
    partnership: 'Norra Mellansverige',
  },
  { domain: /regionjh\.se/, publisher: 'Region Jämtland Härjedalen', partnership: 'Mellersta Norrland' },
  { domain: /(?<![a-z])rvn\.se/, publisher: 'Region Västernorrland', partnership: 'Mellersta Norrland' },
  { domain: /regionvasterbotten\./, publisher: 'Region Västerbotten', partnership: 'Övre Norrland' },
  {
    domain: /(?<![a-z])norrbotten\.se|utvecklanorrbotten\.se/,
    publisher: 'Region Norrbotten',
    partnership: 'Övre Norrland',
  },
  {
    domain: /sfpnorr\.se/,
    publisher: 'Strukturfondspartnerskapet Övre Norrland',
    partnership: 'Övre Norrland',
  },
  { domain: /(?<![a-z])esf\.se/, publisher: 'Svenska ESF-rådet', partnership: null },
  { domain: /tillvaxtverket\.se/, publisher: 'Tillväxtverket', partnership: null },
]

// The word is misspelled on many pages; the beginning is enough.
const PARTNERSHIP = /struktur-?fond\S*|partn?erskap\S*|\bSFP(?:s|:s)?\b/giu

/** Who published the list, by its address or by the site's own frame. */
export function publisherOf(source: Source, url: string | undefined) {
  const frame = source.lines.filter((line) => isBoilerplate(line.text)).map((line) => line.text)
  const places = [...(url ? [url] : []), ...frame]
  return PUBLISHERS.find(({ domain }) => places.some((text) => domain.test(text.toLowerCase())))
}

/** The programme area that a text names beside a partnership: "Strukturfondspartnerskapet i Övre Norrland". */
export function partnershipIn(text: string): string | undefined {
  const mention = [...text.matchAll(PARTNERSHIP)]
  for (const { index, 0: word } of mention) {
    const after = findArea(text.slice(index + word.length, index + word.length + 60))
    if (after) return after.name
  }
  for (const { index } of mention) {
    const before = findArea(text.slice(Math.max(0, index - 40), index))
    if (before) return before.name
  }
  return undefined
}

/** The partnership whose area the counties belong to, when they all belong to one. */
export function partnershipOfCounties(counties: string[]): string | undefined {
  const areas = new Set(counties.map(areaOfCounty))
  return areas.size === 1 ? [...areas][0] : undefined
}
