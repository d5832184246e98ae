import { isBoilerplate } from './boilerplate.ts'
import type { Source } from './source.ts'
import type { Refusal } from './types.ts'

/** Labels that only a call for proposals has. */
const CALL_LABELS = new Set([
  'utlyst belopp',
  'första ansökningsdatum',
  'sista ansökningsdatum',
  'sista ansökningsdag',
  'ansökningsperiod',
  'ansökan öppnar',
  'ansökan stänger',
])

const CALL_PHRASES = [
  /^(?:kommande |aktuella |öppna |stängda )?utlysning(?:en|ar|arna)?$/iu,
  /^utlysning(?:en|ar)? (?:för|inom|om|\d)/iu,
  /(?<!\p{L})utlysning(?:en|ar|arna)?(?!\p{L}).*(?<!\p{L})(?:öppnar|öppen|öppnas|stänger|söka|ansök)/iu,
  /(?<!\p{L})(?:går det att|kan (?:du|ni)|möjlighet(?:en)? att) (?:nu )?(?:an)?söka? (?:om )?(?:\p{L}+)?(?:medel|stöd|pengar)/iu,
  /(?<!\p{L})utlyser(?!\p{L})|^sök (?:stöd|medel)(?!\p{L})|^(?:vem|vilka) kan (?:söka|ansöka)/iu,
  /^(?:[•*-] ?)?(?:öppnar|stänger|stängd|öppen)(?: den| till)? \d{1,2} \p{L}+/iu,
]

/** Says why a document that is neither a project page nor a decision list is no source for the registry. */
export function recogniseRefusal(source: Source): Refusal {
  const lines = source.lines.filter((line) => !isBoilerplate(line.text)).slice(0, 400)
  if (lines.length === 0) {
    return refuse('empty', 'Dokumentet har ingen text att läsa.', 'The document has no text to read.')
  }
  const isCall =
    lines.some((line) => CALL_LABELS.has((line.text.split(':')[0] ?? '').trim().toLowerCase())) ||
    lines.slice(0, 40).some((line) => CALL_PHRASES.some((phrase) => phrase.test(line.text.slice(0, 1000))))
  if (isCall) {
    return refuse(
      'call-for-proposals',
      'Sidan är en utlysning: den bjuder in till ansökningar och säger inget om något beviljat projekt.',
      'The page is a call for proposals: it invites applications and says nothing about a project that was granted.',
    )
  }
  return refuse(
    'unknown',
    'Dokumentet är varken en projektsida ur ESF-rådets projektbank eller en lista över beslut från ett strukturfondspartnerskap: här finns inga etiketter och inga poster som går att känna igen. En tabell måste ha en rad med rubriker.',
    "The document is neither a project page of ESF-rådet's project bank nor a partnership's list of decisions: it has no labels and no entries that can be recognised. A table has to have a row of headers.",
  )
}

const refuse = (kind: Refusal['kind'], sv: string, en: string): Refusal => ({
  kind,
  refused: true,
  reason: { sv, en },
})
