import { call } from '../../app/bridge.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { localMinute } from '../../ui/format.ts'
import { wholeList } from '../../ui/paged.ts'
import { saveSheet, type Sheet, sheetOf } from '../../ui/xlsx.ts'
import type { RegisterLine } from './queries.ts'

/**
 * Saves the register of a period as XLSX and answers the file's name. Leaving the program as a table counts as a print: it
 * is recorded first, and the audit head stands under the last line.
 */
export async function exportRegister(from: string, to: string, text: Text): Promise<string> {
  const stamp = await call('prints.record', { form: 'register', asTable: true })
  const lines = await wholeList((offset, limit) => call('lookups.register', { from, to, offset, limit }))
  const sheet = registerSheet(lines, text, [
    text.print.stamp.chain(stamp.auditSeq, stamp.auditHead), text.print.stamp.printed(stamp.by, localMinute(stamp.at), stamp.copy),
  ])
  const name = `${text.lookups.register.file(from, to)}.xlsx`
  await saveSheet(sheet, text.lookups.register.sheet, name)
  return name
}

/** The register as cells, and what the copy is proved by. */
export function registerSheet(lines: readonly RegisterLine[], text: Text, foot: readonly string[]): Sheet {
  const { print, lookups, common } = text
  const heads = print.register.columns
  const words = lookups.register
  return sheetOf<RegisterLine>([
    { heading: heads.sequence, width: 6, value: (_, index) => index + 1 },
    { heading: words.slip, width: 15, value: (line) => line.slipNumber },
    { heading: heads.handedAt, width: 17, value: (line) => localMinute(line.handedAt) },
    { heading: heads.applicant, width: 10, value: (line) => line.applicantName },
    { heading: heads.unit, width: 16, value: (line) => line.unit },
    { heading: heads.phone, width: 14, value: (line) => line.phone },
    { heading: heads.dossier, width: 19, value: (line) => line.dossierNumber },
    { heading: heads.title, width: 36, value: (line) => line.title },
    { heading: heads.level, width: 7, value: (line) => common.level[line.level] },
    { heading: heads.place, width: 12, value: (line) => line.place },
    { heading: heads.purpose, width: 36, value: (line) => line.purpose },
    { heading: heads.manner, width: 7, value: (line) => lookups.manner[line.manner] },
    { heading: heads.signedBy, width: 14, value: (line) => line.signedBy },
    { heading: heads.dueOn, width: 12, value: (line) => line.dueOn },
    { heading: words.pagesOut, width: 10, value: (line) => line.pagesOut },
    { heading: heads.returnedAt, width: 17, value: (line) => line.returnedAt && localMinute(line.returnedAt) },
    { heading: words.pagesIn, width: 10, value: (line) => line.pagesIn },
    { heading: heads.condition, width: 10, value: (line) => line.conditionIn && lookups.condition[line.conditionIn] },
    { heading: heads.takenBackBy, width: 10, value: (line) => line.takenBackByName },
    { heading: heads.remarks, width: 30, value: (line) => line.remarks },
  ], lines, foot)
}
