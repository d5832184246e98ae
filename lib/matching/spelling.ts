/**
 * A word as it sounds, roughly: without diacritics, double letters and the choices of spelling that Swedish words are
 * mistyped by (`ck` and `k`, `w` and `v`, `ph` and `f`). For comparing only; words that differ may fold to one. In small
 * letters. Pure.
 */
export const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ae|æ/g, 'a')
    .replace(/oe|ø|œ/g, 'o')
    .replaceAll('ck', 'k')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('qu', 'kv')
    .replaceAll('w', 'v')
    .replaceAll('x', 'ks')
    .replaceAll('z', 's')
    .replace(/c(?=[aourlkt])/g, 'k')
    .replaceAll('c', 's')
    .replace(/(\p{L})\1{1,9}/gu, '$1')
