/** Characters that a password has at least, and at most. */
const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 200

/** What is wrong with a password. Each has a sentence in the texts, under `accounts.password`. */
export type PasswordProblem = 'short' | 'long' | 'personal' | 'common'

/** Different characters that a password has at least. */
const VARIETY = 5

/** What is wrong with a new password, or null. `email` is whose it will be. Pure. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  if (password.length > LONGEST_PASSWORD) return 'long'
  const plain = normalPassword(password)
  if ([...plain].length < SHORTEST_PASSWORD) return 'short'
  const folded = plain.toLowerCase()
  if (personalWords(email).some((word) => folded.includes(word))) return 'personal'
  return isCommon(folded) ? 'common' : null
}

/** The same characters however a keyboard made them: what is hashed and compared. */
export const normalPassword = (password: string): string => password.normalize('NFKC')

function personalWords(email: string): string[] {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const words = [local, domain.split('.')[0] ?? '', 'fondspår', 'fondspar']
  // Shorter ones stand in many a good sentence.
  return words.filter((word) => word.length >= 4)
}

/** Guessed first: one of the words that everybody has, whatever digits and signs stand around it; or hardly any variety. */
function isCommon(folded: string): boolean {
  const letters = folded.replaceAll(/[^\p{L}]/gu, '')
  return (
    new Set(folded).size < VARIETY ||
    COMMON.has(folded) ||
    COMMON.has(letters) ||
    COMMON.has(halfOf(letters)) ||
    ROWS.some((row) => row.includes(folded))
  )
}

/** "passwordpassword" is "password" twice. */
const halfOf = (text: string): string => {
  const half = text.slice(0, text.length / 2)
  return half + half === text ? half : text
}

/** Along the keyboard and the alphabet. */
const ROWS = [
  '01234567890123456789012345678901234567890',
  '98765432109876543210987654321098765432109',
  'qwertyuiopåasdfghjklöäzxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'abcdefghijklmnopqrstuvwxyzåäö',
]

const COMMON = new Set(
  (
    'password passw0rd lösenord losenord lösenordet mittlösenord hemligt hemlighet välkommen valkommen welcome ' +
    'letmein letmeinplease administrator administratör admin changeme changemenow byttill bytlösenord qwerty qwertyuiop ' +
    'iloveyou jagälskardig sommar sommaren vinter hösten våren stockholm göteborg malmö sverige sweden trustno ' +
    'monkey dragon football fotboll hockey princess sunshine superman batman whatever default standard temporary ' +
    'testtesttest testlösenord testpassword abcabcabc redaktör redaktion redaktionen editor editors europeiska ' +
    'socialfonden esfrådet correcthorsebatterystaple'
  ).split(' '),
)
