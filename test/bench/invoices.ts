import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

const REAL = join(import.meta.dirname, '../../../shared/data/sme-invoices')
const HEADING = (side: '购' | '销') => `企业代号,发票号码,开票日期,${side}方单位代号,金额,税额,价税合计,发票状态`

/** Companies with their purchases and sales over three years: the real 302 where they lie beside the project, else as many made-up ones. */
export function invoiceTables(): { companies: Buffer; purchases: Buffer; sales: Buffer; isReal: boolean } {
  if (existsSync(REAL)) {
    const unpacked = (name: string) => gunzipSync(readFileSync(join(REAL, `${name}.csv.gz`)))
    return { companies: readFileSync(join(REAL, 'unrated-companies.csv')), purchases: unpacked('unrated-purchases'), sales: unpacked('unrated-sales'), isReal: true }
  }
  const firms = Array.from({ length: 302 }, (_unused, index) => index + 124)
  return {
    companies: Buffer.from(`企业代号,企业名称\n${firms.map((firm) => `E${firm},***商贸有限公司`).join('\n')}\n`),
    purchases: madeUp(firms, '销', 395_175), sales: madeUp(firms, '购', 330_835), isReal: false,
  }
}

/** A few firms with very many invoices, most with few; void, red and valid ones as in real ledgers. */
function madeUp(firms: readonly number[], side: '购' | '销', count: number): Buffer {
  const weights = firms.map((_firm, index) => 1 / (index + 4))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const lines = [HEADING(side)]
  let number = 1_000_000
  firms.forEach((firm, index) => {
    const mine = Math.round((count * weights[index]!) / whole)
    for (let line = 0; line < mine; line++) {
      const chance = Math.imul(number, 2_654_435_761) >>> 0
      const day = new Date(Date.UTC(2016, 9, 8) + Math.floor((line / mine) * 1230) * 86_400_000)
      const fen = (chance % 30 === 0 ? -1 : 1) * (1000 + (chance % 9_000_000))
      const tax = Math.round(fen * 0.13)
      lines.push(`E${firm},${number++},${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()},${side === '购' ? 'D' : 'C'}${chance % (40 + mine / 8) | 0},${fen / 100},${tax / 100},${(fen + tax) / 100},${chance % 17 === 0 ? '作废发票' : '有效发票'}`)
    }
  })
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** An archive of 302 companies with all their invoices, through the real imports; how long these took. */
export async function invoiceOffice(): Promise<{ office: TestArchive; invoices: number; read: number; milliseconds: number; isReal: boolean }> {
  const { companies, purchases, sales, isReal } = invoiceTables()
  const office = await openTestArchive()
  const upload = (name: string, bytes: Buffer) => office.upload('creditadministrator', name, bytes, 'import')
  await office.callAs('creditadministrator', 'parties.import', { upload: await upload('companies.csv', companies) })
  const files = [{ upload: await upload('purchases.csv', purchases) }, { upload: await upload('sales.csv', sales) }]
  const start = performance.now()
  const { added, read } = await office.callAs('creditadministrator', 'invoices.import', { files })
  return { office, invoices: added, read, milliseconds: performance.now() - start, isReal }
}
