// Works on imports as the site's worker does, one for each message of its parent: the number of an import.

import { workOnImport } from '../../lib/imports/desk/work.ts'

process.on('message', (id: number) => {
  workOnImport(id).then(
    () => process.send?.('done'),
    () => process.send?.('failed'),
  )
})
process.send?.('ready')
