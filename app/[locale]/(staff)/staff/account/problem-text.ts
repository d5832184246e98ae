import { getTranslations } from 'next-intl/server'
import type { ManageProblem } from '../../../../../lib/auth/commands.ts'
import type { UseProblem } from '../../../../../lib/auth/link-use.ts'
import type { LoginAnswer } from '../../../../../lib/auth/next-auth.ts'
import type { OwnProblem } from '../../../../../lib/auth/own-account.ts'
import type { Locale } from '../../../../../lib/paths.ts'

export type Problem =
  | OwnProblem
  | ManageProblem
  | UseProblem
  | Exclude<LoginAnswer, { kind: 'in' } | { kind: 'code' }>

/** Why something about an account could not be done, in a sentence. */
export async function problemText(locale: Locale, problem: Problem): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'accounts' })
  const refusal = await getTranslations({ locale, namespace: 'staff.refusal' })
  switch (problem.kind) {
    case 'limited':
      return t('problem.limited', { minutes: problem.minutes })
    case 'password':
      return t(`password.${problem.problem}`)
    case 'unknown':
    case 'used':
    case 'expired':
      return t(`link.${problem.kind}`)
    case 'signedOut':
    case 'forbidden':
    case 'secondFactor':
    case 'foreign':
      return refusal(problem.kind)
    default:
      return t(`problem.${problem.kind}`)
  }
}
