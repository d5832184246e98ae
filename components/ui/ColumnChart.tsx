import { scaleBand, scaleLinear } from 'd3-scale'

type Props = { columns: { label: number; value: number }[]; textOf: (value: number) => string }

const WIDTH = 1000
const HEIGHT = 300

/** Columns over the years. The table behind it has the figures; the highest is written out. */
export function ColumnChart({ columns, textOf }: Props) {
  const most = Math.max(...columns.map(({ value }) => value), 1)
  const x = scaleBand(
    columns.map(({ label }) => label),
    [0, WIDTH],
  ).paddingInner(0.22)
  const y = scaleLinear([0, most], [0, HEIGHT])
  return (
    <div aria-hidden="true">
      <p className="border-edge border-b border-dotted pb-1 text-fine text-muted">{textOf(most)}</p>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-36 w-full"
      >
        {columns.map(({ label, value }) => (
          <rect
            key={label}
            x={x(label)}
            y={HEIGHT - y(value)}
            width={x.bandwidth()}
            height={y(value)}
            className="fill-accent"
          />
        ))}
      </svg>
      <p className="figures flex justify-between border-ink border-t pt-1 text-fine text-muted">
        {endsAndMiddle(columns).map(({ label }) => (
          <span key={label}>{label}</span>
        ))}
      </p>
    </div>
  )
}

/** As many labels as fit on a phone. */
function endsAndMiddle<Column>(columns: Column[]): Column[] {
  const last = columns.length - 1
  const at = columns.length % 2 === 1 ? [0, last / 2, last] : [0, last]
  return [...new Set(at)].flatMap((index) => columns[index] ?? [])
}
