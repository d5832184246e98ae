import { encode } from 'uqr'

/** A picture that a phone reads as text. Drawn here: the text is a secret, and no other service learns of it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 bg-[#fff]"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
