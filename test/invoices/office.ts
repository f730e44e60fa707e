import type { Input } from '../../src/shared/contract/index.ts'
import type { TestArchive, TestLogin } from '../builders/archive.ts'

export const HEADING = '企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态'

/** Uploads tables and imports them as one batch. */
export async function take(office: TestArchive, tables: readonly (string | Buffer)[], options: Omit<Partial<Input<'invoices.import'>>, 'files'> = {}, login: TestLogin = 'creditadministrator') {
  const files = []
  for (const [index, table] of tables.entries()) files.push({ upload: await office.upload(login, `发票${index + 1}.csv`, typeof table === 'string' ? Buffer.from(table) : table, 'import') })
  return await office.callAs(login, 'invoices.import', { ...options, files })
}

/** Parties with outer codes E1, E2, … by their ids. */
export async function companies(office: TestArchive, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_unused, index) => `E${index + 1},***商贸有限公司`)
  const upload = await office.upload('creditadministrator', '名单.csv', Buffer.from(`企业代号,企业名称\n${rows.join('\n')}\n`), 'import')
  await office.callAs('creditadministrator', 'parties.import', { upload })
  const find = office.archive.store.prepare('SELECT partyId FROM partyOuterCode WHERE code = ?')
  return Array.from({ length: count }, (_unused, index) => (find.get(`E${index + 1}`) as { partyId: number }).partyId)
}

/** The days of every party counted anew from the invoices. */
export const DAYS_RECOUNTED = `SELECT partyId, issuedOn, direction, sum(1 - isVoid) AS valid, sum(isVoid = 0 AND amountFen < 0) AS red, sum(isVoid) AS void, sum(iif(isVoid = 0, amountFen, 0)) AS netFen
  FROM invoice WHERE isStruck = 0 GROUP BY partyId, issuedOn, direction ORDER BY partyId, issuedOn, direction`
export const DAYS_KEPT = 'SELECT partyId, issuedOn, direction, valid, red, void, netFen FROM invoiceDay ORDER BY partyId, issuedOn, direction'
