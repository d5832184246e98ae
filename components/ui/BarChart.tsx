import { scaleLinear } from 'd3-scale'

type Bar = { label: string; value: number; text: string }

const WIDTH = 1000

/** Bars on one scale, each with its name and its figure written out. */
export function BarChart({ bars }: { bars: Bar[] }) {
  const x = scaleLinear([0, Math.max(...bars.map(({ value }) => value), 1)], [0, WIDTH])
  return (
    <ul className="grid gap-3">
      {bars.map(({ label, value, text }) => (
        <li key={label} className="text-small">
          <span className="flex items-baseline justify-between gap-4">
            <span>{label}</span>
            <span className="figures whitespace-nowrap text-muted">{text}</span>
          </span>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${WIDTH} 10`}
            preserveAspectRatio="none"
            className="mt-1 block h-2.5 w-full"
          >
            <rect width={WIDTH} height="10" className="fill-sunken" />
            <rect width={x(value)} height="10" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
