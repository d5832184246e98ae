import { fileURLToPath } from 'node:url'
import createNextIntlPlugin from 'next-intl/plugin'
import { redirects, rewrites } from './lib/paths.ts'

// Next writes small scripts into its pages and keeps the pages for everybody: they can carry no nonce of their own.
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = [
  { key: 'Content-Security-Policy', value: POLICY },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
]
// Browsers and proxies ask each time, and are told in a few bytes that nothing has changed: a correction shows at once.
const ASK_EACH_TIME = { key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }
// What is for one person: kept by nobody, in no list, and named to no other site.
const PRIVATE = [
  { key: 'Cache-Control', value: 'private, no-store' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  { key: 'Referrer-Policy', value: 'same-origin' },
]
const PRIVATE_PATHS = [
  '/redaktion/:path*',
  '/en/staff/:path*',
  '/felanmalan/:path*',
  '/en/reports/:path*',
  '/api/:path((?!files/).*)',
]
// Attached files say themselves who may keep them (lib/files/serve.ts): some are for everybody, and drafts' for nobody.
const FILES = '/api/files/:path*'
const NOTHING_RUNS = [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Rendered pages are kept in memory until the registry changes what they show: see lib/cache/handler.ts.
  cacheHandler: fileURLToPath(new URL('./lib/cache/handler.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  // A form may bring a file of 25 MB (lib/files/settings.ts), and is told why where it is a little larger.
  experimental: { serverActions: { bodySizeLimit: '32mb' } },
  // One reads its word list from beside itself, the other loads what speaks S3 only where S3 is set.
  serverExternalPackages: ['dictionary-sv', 'flydrive'],
  headers: async () => [
    ...(process.env.NODE_ENV === 'production' ? [{ source: '/:path*', headers: HEADERS }] : []),
    { source: '/:path((?!_next/|api/files/).*)', headers: [ASK_EACH_TIME] },
    ...PRIVATE_PATHS.map((source) => ({ source, headers: PRIVATE })),
    { source: FILES, headers: NOTHING_RUNS },
  ],
  rewrites: async () => rewrites(),
  redirects: async () => redirects(),
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
