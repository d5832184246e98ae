import type { Snippet } from '../../lib/projects/search/types.ts'

/** Words of the description around a hit. */
export function SnippetText({ snippet: { text, marks } }: { snippet: Snippet }) {
  return (
    <p lang="sv" className="mt-2 max-w-text font-serif text-base text-muted leading-normal">
      {marks.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(marks[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </p>
  )
}
