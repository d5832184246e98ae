// Short lines of the sites' frames, whole. To add one, add a row and a fixture.
const FRAME_LINES = new RegExp(
  `^(?:${[
    'information \\(\\d+\\)',
    'cookies',
    'lär dig mer',
    'logotyp på utskrifter',
    'eu-(?:logotyp|flagga)(?: .*)?\\.?',
    'in english',
    'bild i högerkolumn',
    '\\(pdf öppnas i nytt fönster\\.?\\)',
    'stäng',
    'mer information och anmälan\\.?',
    '(?:uppdaterad )?information med anledning av covid-19',
    'dela(?: sidan| på .*| artikeln)?',
    'skriv ut(?: sidan)?',
    'lyssna(?: på sidan)?',
    'tipsa(?: en vän)?',
    'tillbaka(?: till .*)?',
    'till toppen(?: av sidan)?',
    'hjälp oss att förbättra [\\p{L}.-]+!?',
    'hjälpte den här informationen dig\\?',
    'hittade du (?:informationen du sökte|det du sökte)\\?',
    'lämna (?:dina )?synpunkter(?: på .*)?',
    '(?:sidan )?(?:senast )?(?:uppdaterad|ändrad|granskad|publicerad)(?: av)?:? ?.{0,20}\\d{4}.{0,30}',
    '(?:gå|hoppa) (?:direkt )?till (?:huvud)?innehåll(?:et)?',
    'direkt till (?:huvud)?innehållet',
    'skip to main content',
    'öppna sidans huvudnavigering.*',
    'meny',
    'fler nyheter',
    'pressmeddelande(?: ?[-–])?',
    'table of contents',
    'facebook|twitter|linkedin',
  ].join('|')})$`,
  'iu',
)

// Notices that run over a whole line and name what they are about.
const COOKIE_NOTICE =
  /(?:använder|sparar) (?:cookies|kakor)|(?:cookies|kakor)[^.]*(?:godkänn|acceptera|samtyck)|accepterar [\p{L}-]*(?:cookies|kakor)/iu

/**
 * Whether a line belongs to the site's frame and not to the page's content: cookie notes, banners, print logos,
 * feedback forms, share buttons.
 */
export function isBoilerplate(text: string): boolean {
  if (text.length <= 80 && FRAME_LINES.test(text)) return true
  return text.length <= 600 && (text.includes('ookies') || text.includes('akor')) && COOKIE_NOTICE.test(text)
}
