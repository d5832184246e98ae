// Makes the account that a site begins with: called by the start, which gives FIRST_EMAIL and FIRST_PASSWORD.
//
// Exit status: 0 made, 2 there are accounts already.

import { Failure, runScript } from './failure.ts'

await runScript(async () => {
  const { FIRST_EMAIL: email, FIRST_PASSWORD: password } = process.env
  if (!email || !password) throw new Failure('This is called by npm start, and by nobody else.')
  const { addFirstAdministrator } = await import('../lib/auth/operator.ts')
  return (await addFirstAdministrator(email, password)) ? 0 : 2
})
