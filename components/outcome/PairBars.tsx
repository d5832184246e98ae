import { scaleLinear } from 'd3-scale'

export type Pair = {
  label: string
  promised: number | null
  /** What came of it; where nothing is reported nothing is drawn. */
  actual: number
  /** Both figures, written out. */
  text: string
}
type Props = {
  pairs: Pair[]
  /** What the frame and the bar are. */
  legend: string
  /** Numbers of unlike things are each drawn on their own scale. */
  isOwnScale?: boolean
}

const WIDTH = 1000
const HEIGHT = 18

/** A promise as a frame and what came of it as a bar in it: told apart by shape, each with its figures written out. */
export function PairBars({ pairs, legend, isOwnScale = false }: Props) {
  if (pairs.length === 0) return null
  const most = Math.max(...pairs.flatMap(({ promised, actual }) => [promised ?? 0, actual]))
  return (
    <figure className="mb-5">
      <ul className="grid gap-3">
        {pairs.map((pair) => (
          <PairBar
            key={pair.label}
            pair={pair}
            most={isOwnScale ? Math.max(pair.promised ?? 0, pair.actual) : most}
          />
        ))}
      </ul>
      {pairs.some(({ promised }) => promised !== null) && (
        <figcaption className="mt-2 text-fine text-muted">{legend}</figcaption>
      )}
    </figure>
  )
}

function PairBar({ pair: { label, promised, actual, text }, most }: { pair: Pair; most: number }) {
  const x = scaleLinear([0, Math.max(most, Number.MIN_VALUE)], [0, WIDTH])
  return (
    <li className="text-small">
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="inline-block first-letter:uppercase">{label}</span>
        <span className="figures text-muted">{text}</span>
      </span>
      <svg
        aria-hidden="true"
        viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        className="mt-1 block h-4.5 w-full"
      >
        {promised !== null && (
          <rect
            width={x(promised)}
            height={HEIGHT}
            vectorEffect="non-scaling-stroke"
            className="fill-sunken stroke-edge"
          />
        )}
        <rect y="5" width={x(actual)} height={HEIGHT - 10} className="fill-accent" />
        <path d={`M0 0V${HEIGHT}`} vectorEffect="non-scaling-stroke" className="stroke-ink" />
      </svg>
    </li>
  )
}
