/** The quiet sign that not all say the same: `≠`, and what it means in words. */
export const DifferSign = ({ words }: { words: string }) => (
  <span className="differ-sign" title={words}>
    <span aria-hidden="true">≠</span>
    <span className="sr-only">{words}</span>
  </span>
)
