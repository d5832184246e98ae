import type { ReactNode } from 'react'
import type { Address } from '../../lib/paths.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'

type Props = {
  /** The page itself, for the menu and for the switch of language. */
  here?: Address
  children: ReactNode
}

/** What every public page stands in. */
export function Frame({ here, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <Header here={here} />
      <main id="innehall" className="mx-auto w-full max-w-page flex-1 px-5 pt-8 pb-20 md:px-8 md:pt-12">
        {children}
      </main>
      <Footer here={here} />
    </div>
  )
}
