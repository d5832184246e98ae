import type { StoredBlock } from '../../lib/projects/shown.ts'

/** A description as the source has it: its headings, paragraphs and lists. */
export const Blocks = ({ blocks }: { blocks: StoredBlock[] }) => (
  <div lang="sv" className="grid max-w-text gap-4 font-serif text-read hyphens-auto">
    {blocks.map((block, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change places
      <Block key={at} block={block} />
    ))}
  </div>
)

function Block({ block }: { block: StoredBlock }) {
  if (block.kind === 'list') return <List items={block.items} />
  if (block.kind === 'heading') return <h3 className="mt-3 text-h3">{block.text}</h3>
  return <p>{block.text}</p>
}

const List = ({ items }: { items: string[] }) => (
  <ul className="grid list-disc gap-1.5 ps-6 marker:text-accent">
    {items.map((item, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the items of a text never change places
      <li key={at}>{item}</li>
    ))}
  </ul>
)
