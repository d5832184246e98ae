/** Types of intervention by their code: what kind of measure the money pays for. */
type Names = Record<string, { sv: string; en: string }>

const table = (rows: [code: string, sv: string, en: string][]): Names =>
  Object.fromEntries(rows.map(([code, sv, en]) => [code, { sv, en }]))

export const ESF_2014 = table([
  ['102', 'Tillträde till arbete', 'Access to employment'],
  ['103', 'Unga in på arbetsmarknaden', 'Young people into the labour market'],
  ['104', 'Eget företagande', 'Self-employment'],
  ['105', 'Jämställdhet mellan kvinnor och män', 'Equality between women and men'],
  ['106', 'Anställda och företag i förändring', 'Workers and enterprises adapting to change'],
  ['107', 'Ett aktivt åldrande', 'Active ageing'],
  ['108', 'Arbetsmarknadens institutioner', 'Labour-market institutions'],
  ['109', 'Aktiv inkludering', 'Active inclusion'],
  ['110', 'Utsatta grupper', 'Marginalised communities'],
  ['111', 'Mot diskriminering', 'Against discrimination'],
  ['112', 'Tillgång till tjänster', 'Access to services'],
  ['113', 'Sociala företag', 'Social enterprise'],
  ['114', 'Lokalt ledd utveckling', 'Community-led local development'],
  ['115', 'Mot avhopp från skolan', 'Against early school leaving'],
  ['116', 'Högre utbildning', 'Tertiary education'],
  ['117', 'Livslångt lärande', 'Lifelong learning'],
  ['118', 'Utbildning som arbetsmarknaden behöver', 'Education that the labour market needs'],
  ['119', 'Offentlig förvaltning', 'Public administration'],
  ['120', 'Starkare aktörer', 'Capacity building'],
  ['121', 'Tekniskt stöd', 'Technical assistance'],
  ['122', 'Tekniskt stöd', 'Technical assistance'],
  ['123', 'Tekniskt stöd', 'Technical assistance'],
])

/** Förordning (EU) 2021/1060, bilaga I, tabell 1, ESF+. */
export const ESF_PLUS = table([
  ['134', 'Tillträde till arbete', 'Access to employment'],
  ['135', 'Långtidsarbetslösas väg till arbete', 'Employment of long-term unemployed people'],
  ['136', 'Ungas sysselsättning', 'Youth employment'],
  ['137', 'Egenföretagande och nya företag', 'Self-employment and business start-up'],
  ['138', 'Social ekonomi och sociala företag', 'Social economy and social enterprises'],
  ['139', 'Arbetsmarknadens institutioner', 'Labour-market institutions'],
  ['140', 'Matchning och övergångar på arbetsmarknaden', 'Labour-market matching and transitions'],
  ['141', 'Rörlighet på arbetsmarknaden', 'Labour mobility'],
  ['142', 'Kvinnors deltagande på arbetsmarknaden', "Women's participation in the labour market"],
  ['143', 'Balans mellan arbete och privatliv', 'Work-life balance'],
  ['144', 'En hälsosam arbetsmiljö', 'A healthy working environment'],
  ['145', 'Digital kompetens', 'Digital skills'],
  ['146', 'Anställda och företag i förändring', 'Workers and enterprises adapting to change'],
  ['147', 'Ett aktivt och friskt åldrande', 'Active and healthy ageing'],
  ['148', 'Förskola', 'Early childhood education and care'],
  ['149', 'Grundskola och gymnasium', 'Primary and secondary education'],
  ['150', 'Högre utbildning', 'Tertiary education'],
  ['151', 'Vuxenutbildning', 'Adult education'],
  ['152', 'Lika möjligheter och delaktighet', 'Equal opportunities and participation'],
  ['153', 'Vägar in i arbete för utsatta grupper', 'Pathways into work for disadvantaged people'],
  ['154', 'Utbildning och arbete för marginaliserade grupper', 'Education and work for marginalised groups'],
  ['155', 'Civilsamhällets arbete med marginaliserade grupper', 'Civil society and marginalised groups'],
  ['156', 'Tredjelandsmedborgare i arbete', 'Employment of third-country nationals'],
  ['157', 'Social integration av tredjelandsmedborgare', 'Social integration of third-country nationals'],
  ['158', 'Likvärdiga och hållbara tjänster', 'Equal access to quality services'],
  ['159', 'Omsorg i familj och närmiljö', 'Family and community-based care'],
  ['160', 'Tillgänglig hälso- och sjukvård', 'Accessible health care'],
  ['161', 'Långvarig vård och omsorg', 'Long-term care'],
  ['162', 'Moderna sociala trygghetssystem', 'Modern social protection'],
  [
    '163',
    'Social integration av dem som riskerar fattigdom',
    'Social integration of people at risk of poverty',
  ],
  ['164', 'Mot materiell fattigdom', 'Against material deprivation'],
])
