import { countyOf } from '../values/areas.ts'
import { findDates, findDayAndMonth } from '../values/date.ts'
import { fundsIn, onlyFundIn } from '../values/funds.ts'

/** What a line between entries says of the entries under it. */
export type Heading = {
  /**
   * `heading`: begins a section. `sentence`: tells how or when it was decided. `theme`: a part of a programme.
   * `contact`: a person. `total`: a sum of many.
   */
  kind: 'heading' | 'sentence' | 'theme' | 'contact' | 'total'
  date?: { value: string; start: number; end: number }
  /** A date without its year, `05-27`. */
  dayAndMonth?: { value: string; start: number; end: number }
  fund?: string
  /** The line is about several funds, so it says nothing of which. */
  severalFunds?: boolean
  county?: string
  /** What stands under it got nothing. */
  rejected?: boolean
}

const DECIDED =
  /beslut|priorite|bevilj|tilldel|träffa|möttes|samlades|sammanträd|\bmötet?(?!\p{L})|godkän|fördela(?:[sdt]|des|ts)?(?!\p{L})|genomför(?:des|ts)|\bhöll\b|delas ut|utdelade/iu
// A finite verb makes a line a sentence, even one that ends with a colon.
const TELLS =
  /(?<!\p{L})(?:beslutade|beviljades|prioriterades|träffades|möttes|samlades|sammanträdde|genomfördes|godkändes|har .{0,80}(?:beslutat|beviljat|prioriterat)|beviljat|fördelas|fördelades|tilldelades)(?!\p{L})/iu
const REJECTED =
  /(?<!\p{L})(?:avslag|avslogs?|avslagna|avstyrk\p{L}*|inte prioritera\p{L}*|prioriterades inte|ej prioritera\p{L}*|beviljades inte|inte bevilja\p{L}*)(?!\p{L})/iu
/** Whether a text says that something got nothing. */
export const tellsOfRejection = (text: string): boolean => /avs|inte|ej /i.test(text) && REJECTED.test(text)
const LIST_WORDS = /projekt|förstudi|ansökning|insats|fonden|\bESF\b|\bERUF\b/i
const THEME = /^(?:insatsområde|programområde|tematiskt mål|specifikt mål|delåtgärd|IO ?\d)(?:\b|:)/i
const CONTACT =
  /\b(?:tfn|telefon|tel|mobil)\.?:? ?\+?\d|^(?:kontakt\w*|tel(?:efon)?|mobil|e-?post)(?![\w-])[^.]{0,60}(?::|\d{3}|@)|^kontakt$|[\w.-]+@[\w-]+\.[a-z]{2,}|,? 0\d{1,3}[ -]{1,3}\d[\d ]{4,}$/i
const FILLER =
  /(?<!\p{L})(?:den|för|från|ur|inom|medel|prioriterade|prioriteras|beviljade|projekt(?:en)?|till|och|europeiska|eu:?s?|fonden|regionala|sociala|utvecklingsfonden|socialfonden|regionalfonden|strukturfonden|en|rättvis|omställning|totalt|sammanlagt|cirka|ca|drygt|miljoner|kronor|kr|mkr)(?!\p{L})|[^\p{L}]/giu

/** A person's name, number or address: private, and no part of any entry's description. */
export const isContact = (text: string): boolean => text.length <= 160 && CONTACT.test(text)

/** A line that sums up many entries: "Totalt beviljat EU-stöd: 14,5 miljoner kronor". */
export const isTotal = (text: string): boolean =>
  text.length <= 120 &&
  !/[.!?]$/.test(text) &&
  /^(?:totalt|sammanlagt)(?!\p{L}).*(?:bevilja|fördela|prioritera|tilldela|projekt)/iu.test(text)

/** Understands a line that stands between entries; nothing for a line that is no heading of any kind. */
export function headingOf(text: string): Heading | undefined {
  if (text.length > 700) return undefined
  if (isContact(text)) return { kind: 'contact' }
  if (isTotal(text)) return { kind: 'total' }
  const county = countyOf(text.replace(/:$/, ''))
  if (county) return { kind: 'heading', county }
  if (THEME.test(text) && text.length <= 160) return { kind: 'theme' }
  const decided = DECIDED.test(text)
  const about = aboutFund(text)
  const rejected = text.length <= 160 && tellsOfRejection(text)
  if (rejected && !/\.$/.test(text)) return { kind: 'heading', rejected, ...about, ...datesIn(text) }
  const isShort = text.length <= 160 && !/[.!?]$/.test(text) && !(TELLS.test(text) && /\d/.test(text))
  if (isShort && (isDayOfDecision(text) || isOnlyFund(text) || isListHeading(text, decided))) {
    return { kind: 'heading', ...about, ...datesIn(text) }
  }
  if (!decided || !(LIST_WORDS.test(text) || /partn?erskap|\bSFP\b/i.test(text))) return undefined
  return { kind: 'sentence', ...about, ...datesIn(text) }
}

function aboutFund(text: string): Pick<Heading, 'fund' | 'severalFunds'> {
  const fund = onlyFundIn(text)
  if (fund) return { fund }
  return fundsIn(text).length > 1 ? { severalFunds: true } : {}
}

/** "ESF+", "Europeiska regionala utvecklingsfonden (ERUF)", "ERUF-projekt": the words of a fund and no others. */
export const isOnlyFund = (text: string): boolean =>
  fundsIn(text).length === 1 && withoutFund(text).length <= 2
const withoutFund = (text: string): string =>
  text.replace(/\b(?:ESF|ERUF|FRO|JTF)\b\+?|plus/gi, '').replace(FILLER, '')

/** "Möte 14 mars 2024", "Beslutsdatum: 2023-06-15": the words of a decision's day and no others. */
function isDayOfDecision(text: string): boolean {
  const date = findDates(text)[0]
  if (!date || text.length > 60) return false
  return (
    /^(?:beslut(?:ade|at|et|sdatum)?|möte|sammanträde|prioritering(?:smöte)?|datum)[ :]*(?:den )?$/i.test(
      text.slice(0, date.start),
    ) && /^\.?$/.test(text.slice(date.end))
  )
}

/** "Prioriterade ESF-projekt, beslut 3 december 2020", "De prioriterade projekten är:". */
const isListHeading = (text: string, decided: boolean): boolean =>
  (decided &&
    LIST_WORDS.test(text) &&
    (text.endsWith(':') ||
      /^(?:prioriter|bevilja|beslut|de |den )/i.test(text) ||
      findDates(text).length > 0)) ||
  (text.endsWith(':') && LIST_WORDS.test(text))

const DECISION_WORDS = /beslut|priorit|bevilj|tilldel|möte|sammanträd|träffa|samlades|möttes/i

/** The date of a decision: of several, the first in a sentence that tells of one. */
function datesIn(text: string): Pick<Heading, 'date' | 'dayAndMonth'> {
  const dates = findDates(text)
  const date =
    dates.find(({ start }) => DECISION_WORDS.test(sentenceAround(text, start))) ??
    dates.find(({ start }) => !AS_OF.test(sentenceAround(text, start)))
  if (date) return { date }
  const dayAndMonth = findDayAndMonth(text)
  return dayAndMonth ? { dayAndMonth } : {}
}

/** A date that says how old the list itself is. */
const AS_OF = /såg ut|uppdatera|hämta|publicera|ändra(?:d|t|s)/i

const sentenceAround = (text: string, at: number): string => {
  const from = text.lastIndexOf('. ', at) + 1
  const to = text.indexOf('. ', at)
  return text.slice(from, to < 0 ? text.length : to)
}

/** A short line without an end, such as stands over a group of entries. */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= 100 && !/[.!?,;]$/.test(text) && /^[\p{Lu}\d]/u.test(text)

// What stands after the last entry of a page: facts about the partnership, contacts, links.
const TAIL =
  /^(?:fakta\b|om (?:strukturfonds|partnerskapet|esf|tillväxtverket|fonderna|region )|kontakt(?::|$)|kontakta oss|läs mer|mer information(?: finns|:|$)|för mer information|relater|sidansvarig|redaktör|ämnen|kategorier|taggar|nyckelord|publicerad|uppdaterad|strukturfondspartnerskapet .{0,40}$|har (?:ni|du) frågor|bilagor|bifogade filer|dokument$|länkar)/i

/** Whether the page's own text begins again here, after its entries. */
export const beginsTail = (text: string): boolean => text.length <= 200 && TAIL.test(text)
