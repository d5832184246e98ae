/**
 * Every match of a global pattern in a text. Does what `matchAll` does without compiling the pattern anew for each
 * text, which on long lists costs more than the search itself. The pattern must not match nothing.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
