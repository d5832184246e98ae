/** What visitors ask, as the same path on the site and on the floor. Words and numbers are the generator's. */
export const QUESTIONS = [
  { name: 'start (kept)', path: '/' },
  { name: 'list', path: '/projekt' },
  { name: 'filtered list, total, counts', path: '/projekt?fond=esf&region=SE11' },
  { name: 'rare word', path: '/projekt?q=rensk%C3%B6tselskolan' },
  { name: 'word in a tenth of all', path: '/projekt?q=matchning' },
  { name: 'project (kept)', path: '/projekt/SLUG' },
] as const
