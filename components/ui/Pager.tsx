type Props = {
  page: number
  pages: number
  hrefOf: (page: number) => string
  texts: { label: string; previous: string; next: string; of: string; page: (page: number) => string }
}

/** Ways to the other pages of a list. */
export function Pager({ page, pages, hrefOf, texts }: Props) {
  if (pages < 2) return null
  return (
    <nav aria-label={texts.label} className="mt-10 border-line border-t pt-5 print:hidden">
      <ul className="flex flex-wrap items-center gap-1.5 text-small">
        {page > 1 && <Step href={hrefOf(page - 1)} rel="prev" text={texts.previous} />}
        {numbersAround(page, pages).map((number) =>
          number > 0 ? (
            <li key={number} className="hidden sm:block">
              <a
                href={hrefOf(number)}
                aria-label={texts.page(number)}
                aria-current={number === page ? 'page' : undefined}
                className="grid min-h-10 min-w-10 place-items-center rounded-sm px-2 no-underline hover:bg-accent-soft aria-[current=page]:bg-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent-ink"
              >
                {number}
              </a>
            </li>
          ) : (
            <li key={number} aria-hidden="true" className="hidden text-muted sm:block">
              …
            </li>
          ),
        )}
        <li className="px-2 text-muted sm:hidden">{texts.of}</li>
        {page < pages && <Step href={hrefOf(page + 1)} rel="next" text={texts.next} />}
      </ul>
    </nav>
  )
}

const Step = ({ href, rel, text }: { href: string; rel: 'prev' | 'next'; text: string }) => (
  <li>
    <a
      href={href}
      rel={rel}
      className="inline-flex min-h-10 items-center rounded-sm border border-edge px-3.5 no-underline hover:bg-accent-soft"
    >
      {text}
    </a>
  </li>
)

/** First, last, and those around; a negative number stands for a gap. */
function numbersAround(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, at) => {
    const before = numbers[at - 1]
    return before !== undefined && number - before > 1 ? [-number, number] : [number]
  })
}
