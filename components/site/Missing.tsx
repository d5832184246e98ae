import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { NotFound } from './NotFound.tsx'

/**
 * What a page that is made once answers when there is nothing to show: status 404, with a page that can be read.
 * notFound() alone sends an empty page to a browser without JavaScript (vercel/next.js#62228); behind a boundary it
 * sets the status, and the rest is kept.
 */
export const Missing = () => (
  <>
    <NotFound />
    <Suspense fallback={null}>
      <Status />
    </Suspense>
  </>
)

async function Status(): Promise<null> {
  await Promise.resolve()
  return notFound()
}
