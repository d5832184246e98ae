/**
 * A decision list of about `size` characters, in the forms that the real ones have, the same for the same size:
 * sections by date, labelled entries with partners and a description, bulleted sentences, one-line entries.
 */
export function generateDecisionList(size: number): string {
  const parts = ['Projekt 2020-2021\n\nStrukturfondspartnerskapet i Övre Norrland prioriterar projekt.\n']
  let length = 0
  for (let number = 1; length < size; number++) {
    const part = number % 40 === 1 ? section(number) : entry(number)
    parts.push(part)
    length += part.length
  }
  return parts.join('\n')
}

const amount = (number: number): string => (1_000_000 + ((number * 7919) % 9_000_000)).toLocaleString('sv-SE')

function section(number: number): string {
  const day = 1 + (number % 28)
  return `Prioriterade ESF-projekt, beslut ${day} december 2020\n\nDen ${day} dec 2020 beviljades följande projektanslag från Europeiska Socialfonden:\n`
}

function entry(number: number): string {
  if (number % 5 === 0) return `  • Exempelprojekt ${number} (Exempelby kommun), ${amount(number)} kronor\n`
  if (number % 5 === 1) {
    return `  • Exempelprojekt ${number} är Region Exempels projekt tillsammans med Exempelby kommun, som får 8,2 miljoner kronor. ${paragraph(number)}\n`
  }
  return [
    `Exempelprojekt ${number}`,
    '',
    'Sökande: Exempelby kommun, Arbetsmarknadsförvaltningen',
    `Sökt belopp: ${amount(number)} kronor`,
    'Samverkansparter: Arbetsförmedlingen, Försäkringskassan, Region Exempel med flera',
    '',
    paragraph(number),
    '',
  ].join('\n')
}

/** A description as long as those of the real lists: from some three hundred characters to twelve hundred. */
const paragraph = (number: number): string => Array.from({ length: 1 + (number % 4) }, () => PROSE).join(' ')

const PROSE =
  'Projektet ger 120 personer stöd på vägen till arbete. Deltagarna möter handledare som känner arbetsgivarna på orten, och metoderna lämnas över till den ordinarie verksamheten när projektet är slut. Arbetet följs upp varje halvår tillsammans med parterna, och erfarenheterna delas med andra kommuner i länet.'
