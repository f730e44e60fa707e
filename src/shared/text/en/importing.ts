import type { importing as reference } from '../zh-CN/importing.ts'

export const importing: typeof reference = {
  method: { 'imports.list': 'Imports listed', 'imports.strike': 'Import struck whole' },
  past: 'Past imports', pastTable: 'Past imports', none: 'No table was taken in yet', ledger: { receivables: 'Receivables', receipts: 'Receipts', deliveries: 'Deliveries', defaults: 'Defaults' },
  allParties: 'Many parties', counts: (read, added, refused) => (refused === 0 ? `${read} read, ${added} added` : `${read} read, ${added} added, ${refused} refused`),
  strike: 'Strike whole', strikeTitle: 'Strike an import whole', strikeReason: 'Reason', struck: (name, rows) => `${rows} rows struck by ${name}`, strikeDone: (rows) => `${rows} rows struck`,
  strikeHint: (file) => `Every row that “${file}” brought and that still stands no longer counts; the rows stay, marked. The table put right may be taken in again.`, strikePays: 'What its receipts paid, or its bills were paid with, is unallocated again.', strikeKeeps: (count) => `${count} deliveries that it completed stay and are corrected one by one.`,
  reading: 'Reading', uploading: (percent) => `Uploading ${percent}%`, another: 'Other file', rows: (count) => `${count} rows`, running: 'Importing', cancelled: 'Import cancelled; the archive is unchanged.', finished: 'Import finished', close: 'Done', again: 'Import more',
  missing: (fields) => `Not found: ${fields}. Say which column it is.`, or: (one, other) => `${one} or ${other}`, columns: 'Columns', change: 'Change columns', done: 'Fold', heading: 'Heading', examples: 'Examples', field: 'Goes to', twice: (field) => `Two columns go to "${field}"`,
  refusedTitle: 'Refused rows', file: 'File', row: 'Row', reason: 'Reason', cells: 'Cells', shown: (shown, total) => `The first ${shown} of ${total} rows`, download: 'Download refused rows', downloadName: 'refused-rows', rowColumn: 'Original row', reasonColumn: 'Why not imported',
  start: (count) => `Import ${count} rows`, nothing: 'Nothing to import',
  read: 'Read', added: 'New', repeated: 'There already', refused: 'Refused', parties: 'Parties',
}
