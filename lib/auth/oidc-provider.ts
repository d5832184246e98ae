import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { type Claims, oidcSettings } from './oidc.ts'

/** The OpenID Connect provider as next-auth knows it, where one is set. */
export function oidcProvider(): OAuthConfig<Claims>[] {
  const settings = oidcSettings()
  if (!settings) return []
  const { issuer, clientId, clientSecret, name } = settings
  return [
    {
      id: 'oidc',
      name,
      type: 'oauth',
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: 'openid email profile' } },
      httpOptions: { timeout: 10_000 },
      userinfo: { request: ({ client, tokens }) => askWho(client, tokens as CheckedTokens) as never },
      profile: ({ subject }) => ({ id: subject }),
    },
  ]
}

type Said = { email?: unknown; email_verified?: unknown }
type IdClaims = Said & { iss: string; sub: string }
/** Tokens whose signature, issuer, audience, time and nonce were checked. */
type CheckedTokens = { claims(): IdClaims }
type Client = { userinfo(tokens: never): Promise<Said> }

/** Providers give the e-mail in either place. Whether it is verified is said where it stands, and nowhere else. */
async function askWho(client: Client, tokens: CheckedTokens): Promise<Claims> {
  const claims = tokens.claims()
  // It gets all tokens, not only the one for access: then it refuses an answer about somebody else.
  const said = claims.email === undefined ? await client.userinfo(tokens as never) : claims
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: typeof said.email === 'string' ? said.email : null,
    isEmailVerified: said.email_verified === true,
  }
}
