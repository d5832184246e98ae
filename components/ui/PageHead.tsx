import type { ReactNode } from 'react'

type Props = {
  /** What kind of page it is, in small letters above the name. */
  kicker?: ReactNode
  title: ReactNode
  /** The language of the title, where it is not the page's. */
  titleLang?: string
  children?: ReactNode
}

/** How a page begins. */
export const PageHead = ({ kicker, title, titleLang, children }: Props) => (
  <header className="mb-8 max-w-[56rem] md:mb-10">
    {kicker && <p className="mb-3 font-semibold text-muted text-small">{kicker}</p>}
    <h1 lang={titleLang} className="text-h1">
      {title}
    </h1>
    {children}
  </header>
)
