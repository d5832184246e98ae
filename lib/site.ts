/** Where the site is reached from outside, for canonical addresses, the sitemap and how to cite. */
export const siteOrigin = (): string =>
  (process.env.SITE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '')
