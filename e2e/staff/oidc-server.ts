import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/**
 * An OpenID Connect provider on this machine, where the site under test looks for it. Whoever types a name there is that
 * person, with the e-mail NAME@example.se; a name that begins with "overifierad" has one that nobody has verified.
 */
export async function startOidcServer(): Promise<() => Promise<void>> {
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', BASE_URL = '' } = process.env
  const provider = new Provider(OIDC_ISSUER, {
    clients: [
      {
        client_id: OIDC_CLIENT_ID,
        client_secret: OIDC_CLIENT_SECRET,
        redirect_uris: [`${BASE_URL}/api/auth/callback/oidc`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: `${sub}@example.se`,
        email_verified: !sub.startsWith('overifierad'),
      }),
    }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  })
  const server = createServer(provider.callback())
  await new Promise<void>((resolve) => server.listen(Number(new URL(OIDC_ISSUER).port), '127.0.0.1', resolve))
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
