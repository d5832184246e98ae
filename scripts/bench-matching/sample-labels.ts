// Which page each entry of the sample's lists is about, as a careful reader finds. By hand.

/** `is`: the number of the project's page; null where the sample has none. */
export type Label = { file: string; name: string; is: string | null; why: string }

const none = (file: string, ...names: string[]): Label[] =>
  names.map((name) => ({ file, name, is: null, why: 'No page of the sample is about it.' }))

export const LABELS: readonly Label[] = [
  ...one(
    'beslut-mellersta-norrland-2015.html',
    'Mot nya mål',
    '2015/09104',
    'Number, name, owner; rounded to thousands.',
  ),
  ...one(
    'beslut-mellersta-norrland-2015.html',
    'Unga vägar',
    '2015/09207',
    'Number, name, owner; the grant was lowered.',
  ),
  ...none(
    'beslut-mellersta-norrland-2015.html',
    'Fjällets kompetens',
    'Kallt och klart, etapp 1',
    'Sundets industri 2016-2018',
  ),
  ...one(
    'beslut-mellersta-norrland-2024.txt',
    'Kompetensnoden',
    '24-904-S01',
    'Name, owner, days; two digits of the sum are swapped.',
  ),
  ...none(
    'beslut-mellersta-norrland-2024.txt',
    'Mat, hälsa och arbete',
    'Förstudie Digital plattform – etapp 2',
    'Hållbara handslag 2030',
    'Vind över sundet',
  ),
  ...one(
    'beslut-norra-mellansverige-2017.txt',
    'Hälsa - arbete - framtid',
    '2017/09205',
    'Name, owner and sum.',
  ),
  ...none(
    'beslut-norra-mellansverige-2017.txt',
    'Gruvan: en resurs för besökare',
    'Skogen som lärare (Förstudie)',
    'Lyftet längs kusten',
  ),
  ...none(
    'beslut-norra-mellansverige-2024.txt',
    'Växtplats LSS',
    'EgenmaktsArenan Dalarna',
    'Innovationssluss Dalarna (fas 2) 2024-2026',
    'Kompetensförstärkning i välfärdssektorn',
  ),
  ...one(
    'beslut-ostra-mellansverige-2019.txt',
    'Växthuset Provköping',
    '2019/09301',
    'Name, owner, and the sum within its rounding.',
  ),
  ...two(
    'beslut-ostra-mellansverige-2019.txt',
    'VÄXTKRAFT PROVKÖPING',
    'Växthuset Provköping is another project of the same owner, of the same day.',
  ),
  ...none(
    'beslut-ostra-mellansverige-2019.txt',
    'Handslaget i Exempelbygden',
    'Klokare tillsammans, del 2',
    'Vägar in i vården',
  ),
  ...one(
    'beslut-ovre-norrland-2019.txt',
    'Nya rötter',
    '2019/09302',
    'Name, owner, and the sum within its rounding.',
  ),
  ...none('beslut-ovre-norrland-2019.txt', 'Ljusare dagar', 'Lära på långt håll'),
  ...none(
    'beslut-ovre-norrland-2023.txt',
    'Digitalisering 2030',
    'TheKitchen',
    'Framtagande av klimatplaner i norr',
  ),
  ...one(
    'beslut-skane-blekinge-2020.txt',
    'Kompetenslyft handel',
    '2020/09303',
    'Name, organisation, sum and days.',
  ),
  ...none(
    'beslut-skane-blekinge-2020.txt',
    'Ung, stark och 18',
    'Vägar till arbete (VTA)',
    'Samverkan för fler steg 2020-2022',
  ),
  ...none('beslut-skane-blekinge-2023.txt', 'ZERO WASTE Noll slöseri', 'Unga inkluderar', 'Starkare'),
  ...one('beslut-skane-blekinge-2026.txt', 'Första steget in', '26-907-S01', 'Name, owner, sum and days.'),
  ...two(
    'beslut-skane-blekinge-2026.txt',
    'Kustens kök 2.0',
    'Kustens kök of 2015 has the same owner and came before it.',
  ),
  ...none('beslut-skane-blekinge-2026.txt', 'Tillsammans mot ensamhet', 'Snabbare dit'),
  ...one(
    'beslut-smaland-oarna-2017.txt',
    'Gränslösa möten: kultur & arbete',
    '2017/09204',
    'Number, name, owner and sum.',
  ),
  ...none('beslut-smaland-oarna-2017.txt', 'Träd, trä och teknik', 'Skärgårdens vård', 'Sommarjobb året om'),
  ...one(
    'beslut-stockholm-2023.txt',
    'Öppen verkstad',
    '23-901-S01',
    'Name, owner and days; the grant was raised since.',
  ),
  ...two(
    'beslut-stockholm-2023.txt',
    'Ett steg i taget',
    'Ett steg till is another project of the same region.',
  ),
  ...none('beslut-stockholm-2023.txt', 'Trygg i mötet 2.0', 'Rätt språk i tid'),
  ...one(
    'beslut-vastsverige-2016.txt',
    'Stegen mot arbete',
    '2016/09203',
    'Number, name and owner; the grant was raised since.',
  ),
  ...none('beslut-vastsverige-2016.txt', 'Lyftkranen', 'Hamnkontoret', 'Tid för lärande', 'Grannar emellan'),
  ...one(
    'beslut-vastsverige-2024.txt',
    'Provlabbet',
    '24-905-S01',
    'Number, name, owner and sum; the end was moved.',
  ),
  ...none('beslut-vastsverige-2024.txt', 'Äldre och öppet', 'Kärnan'),
  ...two(
    'stockholm-projekt-2020-2021.txt',
    'Etableringslyftet 2.0',
    'Hållbar etablering has another owner and number.',
  ),
  ...none(
    'stockholm-projekt-2020-2021.txt',
    'Scania Transformation',
    'Hälsofrämjande arbetsliv 2.0',
    'Hållbar utveckling Nynäshamn',
    'MIA Vidare',
    'SUNDBAS',
    'SY-Vux',
    'Utvecklat stöd för unga',
    'Jobbvägen',
    'Framtidslabbet',
    'Amazon',
    'Arbetsmarknadscenter',
    'Samverkan för ökad skolnärvaro',
  ),
  ...none('eruf-mellersta-norrland-2016.txt', 'BioRaff 2020', 'ISERV', 'Hållbar skoterturism i Frostviken'),
  ...none('eruf-smaland-oarna-2016.txt', 'Växtkraft Gotland', 'Step Two', 'Forum Förnyelse'),
]

function one(file: string, name: string, is: string, why: string): Label[] {
  return [{ file, name, is, why }]
}

function two(file: string, name: string, why: string): Label[] {
  return [{ file, name, is: null, why }]
}
