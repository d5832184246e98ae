'use client'

import { ErrorText } from '../components/site/ErrorText.tsx'
import { fontVariables } from './fonts.ts'
import './globals.css'

/** Something broke before there was a page to stand in: which language was asked for is not known. */
export default function GlobalErrorPage() {
  return (
    <html lang="sv" className={fontVariables}>
      <body>
        <ErrorText locale="sv" />
        <ErrorText locale="en" />
      </body>
    </html>
  )
}
