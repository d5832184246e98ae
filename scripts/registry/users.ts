// What operators do with accounts from the command line.

import type { OperatorProblem } from '../../lib/auth/operator.ts'
import type { Role } from '../../prisma/generated/enums.ts'
import { Failure } from '../failure.ts'

export const USER_USAGE = `  user list
      lists all accounts
  user add EMAIL NAME --role editor|administrator
      makes an account and prints the link by which its owner chooses a password
  user reset EMAIL
      prints a link by which the owner of an account chooses another password
  user role EMAIL editor|administrator
      gives an account another role, and signs it out everywhere
  user second-factor EMAIL
      takes away the second factor of somebody who has lost it
  user disable EMAIL
      signs an account out everywhere and keeps it out
  user enable EMAIL
      lets it in again`

type Say = (text: string) => void

/**
 * Carries out `user ...`. The database's address is set already.
 * @throws {Failure} with what is wrong
 */
export async function userCommand(
  words: readonly string[],
  role: string | undefined,
  say: Say,
): Promise<number> {
  const [verb = '', email = '', third = '', ...more] = words
  if (more.length > 0) throw misunderstood('A name of several words stands in quotation marks.')
  // Loaded now, not before: it needs the generated client.
  const operator = await import('../../lib/auth/operator.ts')
  if (verb === 'list' && !email) return list(await operator.operatorLists(), say)
  if (!email) throw misunderstood('')
  switch (verb) {
    case 'add': {
      const added = await operator.operatorAdds({ email, name: third, role: readRole(role) })
      say(
        linkText(
          `${email} has an account now. Its owner chooses a password here, within seven days:`,
          take(added, email),
        ),
      )
      return 0
    }
    case 'reset': {
      const link = take(await operator.operatorResets(email), email)
      say(linkText(`The owner of ${email} chooses a password here:`, link))
      return 0
    }
    case 'role': {
      const wanted = readRole(third)
      take(await operator.operatorSetsRole(email, wanted), email)
      say(`${email} is ${wanted.toLowerCase()} now, and signed out everywhere.`)
      return 0
    }
    case 'second-factor':
      take(await operator.operatorResetsSecondFactor(email), email)
      say(`${email} has no second factor now, and is signed out everywhere.`)
      return 0
    case 'disable':
      take(await operator.operatorDisables(email), email)
      say(`${email} is disabled, and signed out everywhere.`)
      return 0
    case 'enable':
      take(await operator.operatorEnables(email), email)
      say(`${email} may sign in again.`)
      return 0
    default:
      throw misunderstood('')
  }
}

const misunderstood = (why: string) => new Failure(`${why}${why && '\n\n'}Usage:\n\n${USER_USAGE}`)

function readRole(word: string | undefined): Role {
  const role = word?.toUpperCase()
  if (role === 'EDITOR' || role === 'ADMINISTRATOR') return role
  throw misunderstood('The role is editor or administrator.')
}

/** The value of what was done, or a failure with why it was not. */
function take<Value>(
  result: { ok: true; value: Value } | { ok: false; problem: OperatorProblem },
  email: string,
): Value {
  if (result.ok) return result.value
  throw new Failure(PROBLEMS[result.problem.kind](email))
}

const PROBLEMS: Record<OperatorProblem['kind'], (email: string) => string> = {
  unknownAccount: (email) =>
    `There is no account for ${email}. These there are: npm run registry -- user list`,
  emailTaken: (email) => `There is an account for ${email} already.`,
  lastAdministrator: (email) =>
    `${email} is the last administrator who can sign in. Make somebody else an administrator first.`,
  isDisabled: (email) => `${email} is disabled. Enable it first: npm run registry -- user enable ${email}`,
  alreadySo: (email) => `${email}: it is so already, and nothing was done.`,
  invalidAccount: (email) =>
    `An account needs an e-mail address and a name of at most 100 characters; "${email}" came.`,
}

const linkText = (sentence: string, address: string) =>
  `${sentence}\n\n    ${address}\n\nIt works once, for whoever has it. SITE_URL says what it begins with.`

type Listed = {
  email: string
  name: string
  role: Role
  disabledAt: Date | null
  passwordHash: string | null
  oidcSubject: string | null
  totpSince: Date | null
}

function list(users: readonly Listed[], say: Say): number {
  const width = Math.max(0, ...users.map(({ email }) => email.length))
  for (const { email, name, role, ...user } of users)
    say(`${email.padEnd(width)}  ${role.toLowerCase().padEnd(13)}  ${stateOf(user).padEnd(8)}  ${name}`)
  if (users.length === 0) say('There are no accounts.')
  return 0
}

const stateOf = ({ disabledAt, passwordHash, oidcSubject }: Omit<Listed, 'email' | 'name' | 'role'>) =>
  disabledAt ? 'disabled' : passwordHash || oidcSubject ? 'active' : 'invited'
