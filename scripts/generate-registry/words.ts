// Words of our own for projects that do not exist.

type Words = [string, ...string[]]
const words = (text: string): Words => text.trim().split(/\s+/) as Words

/** One project in ten has it, and no other word list does. */
export const COMMON_WORD = 'matchning'
/** Five projects have it, however many there are. */
export const RARE_WORD = 'renskötselskolan'

export const THEMES =
  words(`kompetensutveckling kompetensförsörjning etablering arbetsmarknad socialtjänst integration
  jämställdhet digitalisering hälsofrämjande vägledning språkutveckling validering innovation energiomställning
  landsbygdsutveckling folkbildning arbetsmiljö rehabilitering entreprenörskap delaktighet inkludering ledarskap
  ungdomsarbetslöshet kulturnäring besöksnäring yrkesutbildning mentorskap studiemotivation livsmedelsnäring
  skogsbruk vårdutbildning äldreomsorg barnomsorg teknikutveckling materialåtervinning kollektivtrafik`)

export const SHAPES = words(
  'lyftet kraft steget vägen noden arenan spåret bron forum labbet nätverket akademin',
)

export const GROUPS = words(`ungdomar långtidsarbetslösa nyanlända kvinnor män unga utrikesfödda sjukskrivna
  småföretagare medarbetare chefer undersköterskor lärare elever deltagare familjer föreningar kortutbildade`)

export const VERBS = words('stärker utvecklar prövar sprider bygger samlar stödjer öppnar förankrar följer')

export const THINGS =
  words(`metoder arbetssätt samverkan insatser utbildningar nätverk mötesplatser verktyg handledning
  uppföljning kurser praktikplatser samtal studiebesök kartläggningar planer modeller strukturer erfarenheter
  kontakter arbetsgivare kommuner regioner företag organisationer myndigheter partnerskap rutiner material`)

export const QUALITIES =
  words(`hållbara gemensamma lokala regionala långsiktiga nya digitala individuella öppna trygga
  flexibla praktiska likvärdiga samordnade kunskapsbaserade uthålliga tillgängliga`)

const BEGINNINGS =
  words(`Sjö Björk Ek Gran Häll Lund Mo Nor Väster Öster Söder Sten Ving Älv Ås Fors Berg Dal Hav
  Kvarn Lind Rönn Tall Vik Ör Grön Hög Klint Mar Skär`)
const ENDINGS =
  words(`köping stad hamn bro fors ås torp by sund vik näs holm berga vall mark hult ryd löv säter rum
  ed strand`)

/** Places that no map has. */
export const PLACES = BEGINNINGS.flatMap((start) =>
  ENDINGS.map((end) => `${start}${end}`),
) as unknown as Words

/** How an organisation is called after its place. */
export const KINDS: readonly ((place: string) => string)[] = [
  (place) => `${place}s kommun`,
  (place) => `Region ${place}`,
  (place) => `${place}s folkhögskola`,
  (place) => `Samordningsförbundet ${place}`,
  (place) => `${place}s universitet`,
  (place) => `Stiftelsen ${place}`,
  (place) => `Föreningen ${place}`,
  (place) => `${place} Utveckling AB`,
]

export const UNITS =
  words(`Arbetsmarknadsförvaltningen Socialförvaltningen Utbildningsförvaltningen Arbetslivskontoret
  Näringslivsenheten Vuxenutbildningen Kulturförvaltningen`)

/** Regions with their NUTS 2 codes, as the sources write them. */
export const REGIONS: readonly (readonly [name: string, code: string])[] = [
  ['Stockholm', 'SE11'],
  ['Östra Mellansverige', 'SE12'],
  ['Småland och Öarna', 'SE21'],
  ['Sydsverige', 'SE22'],
  ['Västsverige', 'SE23'],
  ['Norra Mellansverige', 'SE31'],
  ['Mellersta Norrland', 'SE32'],
  ['Övre Norrland', 'SE33'],
  ['ESF Nationellt', 'SE0'],
]

/** Funds, and the programme areas and objectives that each has in its period. */
export const PROGRAMMES = [
  { fund: 'ESF', years: [2007, 2013], areas: words('1 2'), objectives: words('1 2') },
  { fund: 'ESF', years: [2014, 2020], areas: words('1 2 3'), objectives: words('1.1 2.1 2.2 2.3 3.1') },
  {
    fund: 'ESF+',
    years: [2021, 2027],
    areas: words('A B C D E F'),
    objectives: words('A1A A2A B1A C1A D1 E1 F1'),
  },
  { fund: 'ERUF', years: [2014, 2020], areas: words('1 2 3'), objectives: words('1.2 3.1 4.1') },
] as const
