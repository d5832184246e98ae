import type { Reading } from '../parse/reading.ts'
import type { Place } from '../parse/source.ts'
import type { DecisionList, ProjectPage } from '../parse/types.ts'
import { emailPlaces } from './emails.ts'
import { telephonePlaces } from './telephones.ts'

/** One contact as the source gives it; a key is missing where the source does not say. */
export type Contact = {
  name?: string
  email?: string
  phone?: string
  /** Index of [section, item] in a decision list; absent on a project page. */
  item?: [number, number]
  places: Place[]
}

type Kind = 'name' | 'email' | 'phone'
/** What stands by a label of contacts. */
type ContactValue = { kind: Kind; value: string; place: Place }

const KINDS = { contactName: 'name', contactEmail: 'email', contactPhone: 'phone' } as const
const isContactKey = (key: string): key is keyof typeof KINDS => key in KINDS

/** The contacts that a document names, from the parser's contact fields. */
export function contactsOf(document: ProjectPage | DecisionList): Contact[] {
  if (document.kind === 'esf-project-page') return together(valuesOfPage(document))
  return document.sections.flatMap(({ items }, section) =>
    items.flatMap((item, index) =>
      together(valuesOf(Object.entries(item))).map(
        (contact): Contact => ({ ...contact, item: [section, index] }),
      ),
    ),
  )
}

const valuesOfPage = ({ fields, rivals }: ProjectPage): ContactValue[] =>
  valuesOf([
    ...Object.entries(fields),
    ...rivals.map(({ key, reading }): [string, Reading<unknown>] => [key, reading]),
  ])

/** The contact fields among others, in the order of the source. Words that are no address are still somebody's. */
function valuesOf(entries: [string, unknown][]): ContactValue[] {
  const values = entries.flatMap(([key, field]) => {
    const reading = field as Reading<unknown> | null
    if (!isContactKey(key) || !reading || reading.state === 'empty' || !reading.raw) return []
    const value = typeof reading.value === 'string' ? reading.value : reading.raw
    return [{ kind: KINDS[key], value, place: reading.place }]
  })
  return values.sort((a, b) => a.place.start - b.place.start)
}

/** The first name goes with the first address and the first number, the second with the second. */
function together(values: ContactValue[]): Contact[] {
  const contacts: Contact[] = []
  for (const { kind, value, place } of values) {
    const open = contacts.find((contact) => contact[kind] === undefined)
    if (open) {
      open[kind] = value
      open.places.push(place)
    } else contacts.push({ [kind]: value, places: [place] })
  }
  return contacts.map(takenApart)
}

/** "Kim Exempel, 070-123 45 67" under one label is a name and a number. */
function takenApart(contact: Contact): Contact {
  const { name = '' } = contact
  const [email] = emailPlaces(name)
  const [phone] = telephonePlaces(name)
  const cut = Math.min(email?.start ?? name.length, phone?.start ?? name.length)
  if (cut === name.length) return contact
  const { name: _, ...rest } = contact
  const alone = name
    .slice(0, cut)
    .replace(/[\s,;:(–-]{0,10}(?:tel|tfn|telefon|mobil|e-?post)?[\s.:]{0,4}$/i, '')
  return {
    ...(alone && { name: alone }),
    ...(email && { email: name.slice(email.start, email.end) }),
    ...(phone && { phone: name.slice(phone.start, phone.end) }),
    ...rest,
  }
}
