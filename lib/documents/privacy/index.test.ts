import { describe, expect, test } from 'vitest'
import { parse } from '../parse/index.ts'
import type { DecisionList, ProjectPage } from '../parse/types.ts'
import { contactsOf, coverPrivate, coverSecrets, privatePlaces, secretsOf } from './index.ts'

const CONTACT = 'Kontaktperson:\nAnna Almén\nE-post:\nanna.almen@example.se\n'

function page(prose: string, { contact = CONTACT, owner = 'Sala kommun' } = {}): string {
  return `2019/00163 - Ung Växtkraft\n\nNamn:\nUng Växtkraft\nProjektägare:\n${owner}\nProjektnummer:\n2019/00163\nRegion:\nStockholm\nProjektperiod:\n2019-08-01 - 2022-06-30\nTotal projektbudget:\n33 735 420\n${contact}\n${prose}\n`
}

const LIST = `Prioriterade projekt

Strukturfondspartnerskapet Övre Norrland prioriterade den 3 december 2020 projekt inom ESF.

Lyftet
Sökande: Piteå kommun
Sökt belopp: 2 800 228 kr
Kontaktperson: Kim Exempel, 070-123 45 67
Samverkansparter: Stiftelsen Provhuset, Röda Korset

Trappan
Sökande: Stiftelsen Provhuset
Sökt belopp: 3 900 803 kr
Kontaktperson: Eva Prov
E-post: eva@example.se
`

function read(text: string): ProjectPage | DecisionList {
  const document = parse(text)
  if ('refused' in document) throw new Error(document.reason.en)
  return document
}

/** What has been covered of the prose of a page. */
function coveredIn(prose: string, parts?: { contact?: string; owner?: string }): string[] {
  const text = page(prose, parts)
  const from = text.length - prose.length - 1
  return privatePlaces(text, read(text))
    .filter(({ start }) => start >= from)
    .map(({ start, end }) => text.slice(start, end))
}

describe('contacts', () => {
  test('a page has one, with the places of its fields', () => {
    const text = page('')
    const [contact, ...others] = contactsOf(read(text))
    expect(others).toEqual([])
    expect(contact).toMatchObject({ name: 'Anna Almén', email: 'anna.almen@example.se' })
    expect(contact).not.toHaveProperty('phone')
    expect(contact?.places.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Anna Almén',
      'anna.almen@example.se',
    ])
  })

  test('second values of a page make a second contact', () => {
    const contact = `${CONTACT}Kontaktperson:\nEva Prov\nE-post:\neva@example.se\n`
    expect(contactsOf(read(page('', { contact })))).toMatchObject([
      { name: 'Anna Almén', email: 'anna.almen@example.se' },
      { name: 'Eva Prov', email: 'eva@example.se' },
    ])
  })

  test('entries of a list have theirs, a name and a number in one line taken apart', () => {
    expect(contactsOf(read(LIST))).toMatchObject([
      { name: 'Kim Exempel', phone: '070-123 45 67', item: [0, 0] },
      { name: 'Eva Prov', email: 'eva@example.se', item: [0, 1] },
    ])
  })

  test('a document without contacts has none', () => {
    expect(contactsOf(read(page('', { contact: 'Kontaktperson:\nE-post:\n' })))).toEqual([])
  })
})

describe('names of contacts in the prose', () => {
  test.each([
    ['Anna Almén leder arbetet.', ['Anna Almén']],
    ['Det är Anna Alméns projekt.', ['Anna Alméns']],
    ['ANNA ALMÉN leder.', ['ANNA ALMÉN']],
    ['Anna Maria Almén leder.', ['Anna Maria Almén']],
    ['Anna M. Almén leder.', ['Anna M. Almén']],
    ['Anna Almén-Bergström leder.', ['Anna Almén-Bergström']],
    ['Almén, Anna leder.', ['Almén, Anna']],
    ['Anna\u00A0Almén leder.', ['Anna\u00A0Almén']],
    ['Anna Al\u00ADmén leder.', ['Anna Al\u00ADmén']],
    ['Arbetet leds av Anna\nAlmén.', ['Anna\nAlmén']],
    ['Anna Almen leder.', ['Anna Almen']],
  ])('%j', (prose, found) => expect(coveredIn(prose)).toEqual(found))

  test.each([
    'Anna leder.',
    'Almén leder.',
    'Anna Almkvist leder.',
    'Annas Almén växer, och Anna. Almén leder.',
  ])('not in %j', (prose) => expect(coveredIn(prose)).toEqual([]))

  test('an address spells a name that no label says', () => {
    const contact = 'E-post:\neva.prov-berg@example.se\n'
    expect(coveredIn('Eva Prov och Eva Berg leder. Eva Linds också.', { contact })).toEqual([
      'Eva Prov',
      'Eva Berg',
    ])
  })

  test('several names, roles and small letters by a label', () => {
    const contact = 'Kontaktperson:\nEva Prov, projektledare, och Kim von Exempel\n'
    expect(coveredIn('Eva Prov och Kim von Exempel, inte Kim Berg.', { contact })).toEqual([
      'Eva Prov',
      'Kim von Exempel',
    ])
    expect(coveredIn('Eva Prov leder.', { contact: 'Kontaktperson:\neva prov\n' })).toEqual(['Eva Prov'])
  })
})

describe('names that the prose introduces as contacts', () => {
  test.each([
    ['Kontakta Lisa Svensson.', ['Lisa Svensson']],
    ['Kontakta gärna vår projektledare Lisa Svensson för mer information.', ['Lisa Svensson']],
    ['För frågor, kontakta Lisa Svensson eller Eva Prov.', ['Lisa Svensson', 'Eva Prov']],
    ['Vår kontaktperson är Lisa Svensson.', ['Lisa Svensson']],
    ['Kontaktperson på kommunen är Lisa Svensson.', ['Lisa Svensson']],
    ['Mer att veta. Kontakt: Lisa Svensson, projektledare', ['Lisa Svensson']],
    ['Kontaktperson Region Dalarna: Lisa Svensson', ['Lisa Svensson']],
    ['Ansvarig för projektet: Lisa Svensson', ['Lisa Svensson']],
    ['Projektledare Lisa Svensson', ['Lisa Svensson']],
    ['Det säger Lisa Svensson, projektledare.', ['Lisa Svensson']],
    ['Det säger Lisa Svensson (verksamhetschef).', ['Lisa Svensson']],
    ['Lisa Svensson är projektledare.', ['Lisa Svensson']],
    ['Lisa Svensson, lisa@example.se', ['Lisa Svensson', 'lisa@example.se']],
    ['Lisa Svensson lisa@example.se', ['Lisa Svensson', 'lisa@example.se']],
    ['lisa@example.se (Lisa Svensson)', ['lisa@example.se', 'Lisa Svensson']],
    ['Frågor? Lisa Svensson, 070-123 45 67', ['Lisa Svensson', '070-123 45 67']],
    ['Ring Lisa Svensson på telefon 070-123 45 67.', ['Lisa Svensson', '070-123 45 67']],
    ['Lisa Svensson, projektledare, tel. 12 34 56', ['Lisa Svensson', '12 34 56']],
    ['Lisa Svensson\nProjektledare Region Dalarna\nTel: 070-123 45 67', ['Lisa Svensson', '070-123 45 67']],
    ['Kontakta Lisa Svensson. Sedan leder Lisa Svensson.', ['Lisa Svensson', 'Lisa Svensson']],
    ['Frågor? Lisa Svensson, Region Skåne, 070-123 45 67', ['Lisa Svensson', '070-123 45 67']],
    ['Lisa Svensson | Projektledare | Malmö stad | 0701234567', ['Lisa Svensson', '0701234567']],
    ['Vid frågor, kontakta Kim Ek, Bo Al eller Li Ny', ['Kim Ek', 'Bo Al', 'Li Ny']],
    ['Kontakta Carl von Linné.', ['Carl von Linné']],
    ['Kontakta Anna-Karin Svensson-Berg.', ['Anna-Karin Svensson-Berg']],
    ['Sökanden 800101-1234 deltar.', ['800101-1234']],
  ])('%j', (prose, found) => expect(coveredIn(prose, { contact: '' })).toEqual(found))

  test.each([
    'Kontakta Arbetsförmedlingen.',
    'Kontakta Arbetsförmedlingen Växjö.',
    'Kontakta Region Dalarna.',
    'Kontakta Södertälje Kommun.',
    'Kontakta Svenska ESF-rådet.',
    'Kontakta Sala Arbetsmarknadsenhet.',
    'Kontakta Röda Korset eller Rädda Barnen.',
    'Kontakta Ung Växtkraft.',
    'Delprojekt Visualisering, ansvarig North Kingdom AB',
    'Projektägare och projektledare är Stockholms Stad.',
    'Kontakt med Strukturfondspartnerskapet Norra Mellansverige',
    'Kontakter med Södra Sandby knyts.',
    'Målet är att stärka kontakten med företag i Småland och Öarna.',
    'Projektet utbildar handledare. Deltagarna från Östra Göinge möter Unga Kvinnor.',
    'Projektledare söks. Växjö Linnéstad är med.',
    'Budgeten är 33 735 420 kr för 2019-08-01 - 2022-06-30, nummer 2019/00163, 556016-0680.',
  ])('nothing in %j', (prose) => expect(coveredIn(prose, { contact: '' })).toEqual([]))
})

describe('what is public stays', () => {
  test('an owner who is asked in the prose', () => {
    const parts = { owner: 'Coompanion Nordväst', contact: '' }
    expect(coveredIn('Kontakta Coompanion Nordväst.', parts)).toEqual([])
  })

  test('an owner with the name of the contact', () => {
    const text = page('Eva Prov leder.', { owner: 'Eva Prov', contact: 'Kontaktperson:\nEva Prov\n' })
    const covered = coverPrivate(text, privatePlaces(text, read(text)))
    expect(covered).toContain('Projektägare:\nEva Prov\n')
    expect(covered).toContain('Kontaktperson:\n████████\n')
    expect(covered).toContain('Eva Prov leder.')
    expect(secretsOf(text, read(text))).toEqual([])
  })

  test('applicants, partners and amounts of a list', () => {
    const covered = coverPrivate(LIST, privatePlaces(LIST, read(LIST)))
    expect(covered).toBe(
      LIST.replace('Kim Exempel, 070-123 45 67', `${'█'.repeat(11)}, ${'█'.repeat(13)}`)
        .replace('Eva Prov', '█'.repeat(8))
        .replace('eva@example.se', '█'.repeat(14)),
    )
  })

  test('an organisation by the label of contacts is covered there, and nowhere else', () => {
    const text = page('Arbetsförmedlingen Växjö är med.', { contact: 'Kontakt:\nArbetsförmedlingen Växjö\n' })
    const covered = coverPrivate(text, privatePlaces(text, read(text)))
    expect(covered).not.toContain('Kontakt:\nArbets')
    expect(covered).toContain('Arbetsförmedlingen Växjö är med.')
  })
})

describe('labels that the parser does not know', () => {
  test.each(['Biträdande projektledare', 'Kontakt i kommunen', 'Ansvarig', 'Mobil arbete'])('%s', (label) => {
    const text = page('', { contact: `${label}:\nLisa\n` })
    const covered = coverPrivate(text, privatePlaces(text, read(text)))
    expect(covered).not.toContain('Lisa')
  })
})

describe('secrets', () => {
  test('are the names, addresses and numbers, each once', () => {
    const text = page(
      'Anna Alméns nummer är 070-123\u00A045 67. Anna Almén nås på info@example.se, tel 123 45.',
    )
    expect(secretsOf(text, read(text)).sort()).toEqual(
      ['070-123 45 67', 'Anna Almén', 'Anna Alméns', 'anna.almen@example.se', 'info@example.se'].sort(),
    )
  })

  test('are covered in short words, whatever the capitals and the space', () => {
    const secrets = ['Anna Almén', '070-123 45 67', 'anna@example.se', '123 456']
    const cover = (words: string) => coverSecrets(words, secrets)
    expect(cover('frågor till Anna Almén')).toBe('frågor till ██████████')
    expect(cover('ANNA  ALMÉNS projekt')).toBe('████████████ projekt')
    expect(cover('KontaktpersonAnna Almén')).toBe('Kontaktperson██████████')
    expect(cover('Joanna Almén och Anna Alménius')).toBe('Joanna Almén och Anna Alménius')
    expect(cover('ring 070-123 45 67.')).toBe('ring █████████████.')
    expect(cover('123 456')).toBe('███████')
    expect(cover('1 123 456 kr och 123 456 kr')).toBe('1 123 456 kr och 123 456 kr')
    expect(cover('kim@example.se')).toBe('██████████████')
    expect(cover('33 735 420')).toBe('33 735 420')
  })
})
