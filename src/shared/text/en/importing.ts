import type { importing as reference } from '../zh-CN/importing.ts'

export const importing: typeof reference = {
  reading: 'Reading', uploading: (percent) => `Uploading ${percent}%`, another: 'Other file', rows: (count) => `${count} rows`, running: 'Importing', cancelled: 'Import cancelled; the archive is unchanged.', finished: 'Import finished', close: 'Done', again: 'Import more',
  columns: 'Columns', change: 'Change columns', done: 'Fold', heading: 'Heading', examples: 'Examples', field: 'Goes to', twice: (field) => `Two columns go to "${field}"`,
  refusedTitle: 'Refused rows', file: 'File', row: 'Row', reason: 'Reason', cells: 'Cells', shown: (shown, total) => `The first ${shown} of ${total} rows`, download: 'Download refused rows', downloadName: 'refused-rows', rowColumn: 'Original row', reasonColumn: 'Why not imported',
  start: (count) => `Import ${count} rows`, nothing: 'Nothing to import',
  read: 'Read', added: 'New', repeated: 'There already', refused: 'Refused', parties: 'Parties',
}
