import { createElement } from 'react'
import { expect, test } from 'vitest'
import type { AccountLogRow } from '../../lib/history/view.ts'
import { cellsInPieces } from '../testing/cells.ts'
import { htmlOf } from '../testing/render.tsx'
import { AccountLog } from './AccountLog.tsx'

test('on a phone a name and its address stand beside their label, and so does what changed', () => {
  const event: AccountLogRow = {
    id: 1,
    at: '2026-11-22T10:00:00.000Z',
    actor: 'administrator',
    action: 'roleChanged',
    by: 'Ada',
    from: { role: 'EDITOR' },
    to: { role: 'ADMINISTRATOR' },
    account: { name: 'Bo', email: 'bo@example.se' },
  }
  const html = htmlOf(createElement(AccountLog, { events: [event] }))
  expect(html).toContain('bo@example.se')
  expect(cellsInPieces(html)).toEqual([])
})
