import type { Facts } from '../../src/shared/rules/facts/fact.ts'
import { monthEnd } from '../../src/shared/rules/invoices/months.ts'
import { invoiceFacts } from '../../src/main/invoices/facts.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { invoiceOffice } from './invoices.ts'
import { byTurns, report, time } from './measure.ts'

const AS_OF = '2020-01-31'

/** What ratings cost over the invoices of 302 firms. */
export async function ratings(): Promise<boolean[]> {
  const { office, invoices, read, milliseconds, isReal } = await invoiceOffice()
  console.log(`     ${isReal ? 'real' : 'made-up'} invoices: ${read} rows read, ${invoices} added in ${(milliseconds / 1000).toFixed(1)} s`)
  const results = [await importing(office, milliseconds), await facts(office), await rating(office), await opening(office)]
  await office.close()
  return results
}

/** The import beside nothing but inserting the same rows by prepared statements. */
async function importing(office: TestArchive, ours: number): Promise<boolean> {
  const columns = ['batchId', 'partyId', 'direction', 'issuedOn', 'number', 'code', 'counterpartyId', 'amountFen', 'taxFen', 'totalFen', 'isVoid']
  const { store } = office.archive
  const rows = store.prepare(`SELECT ${columns.join(', ')} FROM invoice ORDER BY id`).all() as Record<string, unknown>[]
  // The same table and indexes beside the first.
  for (const { sql } of store.prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'invoice' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC").all() as { sql: string }[]) {
    store.connection.exec(sql.replace(/^CREATE TABLE invoice /, 'CREATE TABLE bare ').replace(/INDEX invoice_(\w+) ON invoice /, 'INDEX bare_$1 ON bare '))
  }
  const insert = store.connection.prepare(`INSERT INTO bare (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  const theirs = await time(() => store.connection.transaction(() => {
    for (const row of rows) insert.run(columns.map((column) => row[column]))
  })())
  store.connection.exec('DROP TABLE bare')
  return report({ name: `import ${rows.length} invoices / prepared statements`, ours, theirs, budget: 4 })
}

/** The facts of every firm through the provider, beside one pass of SQL over the invoices that computes the same. */
async function facts(office: TestArchive): Promise<boolean> {
  const { store } = office.archive
  const parties = (store.prepare('SELECT id FROM party ORDER BY id').all() as { id: number }[]).map(({ id }) => id)
  const provider = () => store.read((trx) => parties.map((id) => invoiceFacts(trx, id, AS_OF)))
  const pass = store.connection.prepare(onePass(AS_OF))
  const differing = differences(parties, provider(), pass.all() as SqlRow[])
  if (differing.length > 0) console.log(`     NOT the same facts: ${differing.slice(0, 5).join('; ')}`)
  const { ours, theirs } = await byTurns(provider, () => pass.all(), 7)
  return report({ name: `facts of ${parties.length} firms / one pass of SQL`, ours, theirs, budget: 2 }) && differing.length === 0
}

/** Every firm rated in one go by the card built from invoices alone, from the call to the drafts on disk, beside the same pass of SQL. */
async function rating(office: TestArchive): Promise<boolean> {
  const { store } = office.archive
  const partyIds = (store.prepare('SELECT id FROM party ORDER BY id').all() as { id: number }[]).map(({ id }) => id)
  store.prepare("UPDATE regulationVersion SET effectiveOn = '2015-01-01'").run()
  office.clock.set(new Date(`${AS_OF}T12:00:00`))
  const { id: schemeId } = store.prepare("SELECT id FROM scheme WHERE code = 'FP'").get() as { id: number }
  const pass = store.connection.prepare(onePass(AS_OF))
  const theirs = await time(() => pass.all())
  let grades = ''
  const ours = await time(async () => {
    const { id, made, refused } = await office.callAs('creditadministrator', 'rerating.run', { partyIds, schemeId })
    const { rows } = await office.callAs('creditadministrator', 'rerating.get', { id })
    grades = `${made} rated, ${refused.length} refused: ${[...Map.groupBy(rows, ({ after }) => after?.grade ?? 'none')].map(([grade, some]) => `${grade} ${some.length}`).sort().join(', ')}`
  })
  console.log(`     ${grades}`)
  return report({ name: `rating ${partyIds.length} firms / one pass of SQL`, ours, theirs, budget: 2 })
}

/** The customer card of one draft, read on the archive with all firms and their invoices and on one with a single firm. */
async function opening(office: TestArchive): Promise<boolean> {
  const small = await openTestArchive()
  small.archive.store.prepare("UPDATE regulationVersion SET effectiveOn = '2015-01-01'").run()
  small.clock.set(office.clock.now())
  const { id: partyId } = await small.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '唯一一家公司' })
  const { id: only } = await small.callAs('creditadministrator', 'ratings.create', { partyId, kind: 'presale' })
  const { id: one } = office.archive.store.prepare('SELECT max(id) AS id FROM party').get() as { id: number }
  const { id: among } = await office.callAs('creditadministrator', 'ratings.create', { partyId: one, kind: 'presale' })
  const { ours, theirs } = await byTurns(() => office.callAs('creditadministrator', 'ratings.get', { id: among }), () => small.callAs('creditadministrator', 'ratings.get', { id: only }), 40)
  await small.close()
  return report({ name: 'opening a rating among 302 firms / alone', ours, theirs, budget: 1.5 })
}

type SqlRow = Record<string, number | null> & { partyId: number }

/** As somebody writes it who wants these figures once: months by comparing days, sides by grouping, ranks by a window. */
function onePass(asOf: string): string {
  const ends = Array.from({ length: 37 }, (_unused, back) => monthEnd(asOf, back))
  const month = `CASE ${ends.slice(1).map((end, back) => `WHEN issuedOn > '${end}' THEN ${back}`).join(' ')} END`
  const net = (direction: string, first: number, last: number) => `sum(CASE WHEN direction = '${direction}' AND back BETWEEN ${first} AND ${last} THEN net ELSE 0 END) / 100.0`
  const year = (column: string, direction = 'sale') => `sum(CASE WHEN direction = '${direction}' AND back < 12 THEN ${column} ELSE 0 END)`
  return `
    WITH line AS MATERIALIZED (
      SELECT partyId, direction, ${month} AS back, counterpartyId, isVoid, amountFen FROM invoice WHERE isStruck = 0 AND issuedOn <= '${asOf}' AND issuedOn > '${ends[36]}'),
    month AS (
      SELECT partyId, direction, back, sum(iif(isVoid, 0, amountFen)) AS net, sum(NOT isVoid) AS valid, sum(NOT isVoid AND amountFen < 0) AS red, sum(isVoid) AS void
      FROM line GROUP BY partyId, direction, back),
    flow AS (
      SELECT partyId, ${net('sale', 0, 11)} AS turnover0, ${net('sale', 12, 23)} AS turnover1, ${net('sale', 24, 35)} AS turnover2,
        ${net('purchase', 0, 11)} AS purchases0, ${net('purchase', 12, 23)} AS purchases1, ${net('purchase', 24, 35)} AS purchases2,
        ${year('valid > red')} AS active, ${year('valid')} AS invoices, ${year('red')} AS red, ${year('void')} AS void,
        ${year('net * 1.0')} / 12 AS mean, ${year('(net * 1.0) * net')} / 12 AS square
      FROM month GROUP BY partyId),
    side AS (
      SELECT partyId, direction, sum(amountFen) AS net, row_number() OVER (PARTITION BY partyId, direction ORDER BY sum(amountFen) DESC) AS rank
      FROM line WHERE back < 12 AND NOT isVoid GROUP BY partyId, direction, counterpartyId HAVING sum(amountFen) > 0),
    shares AS (
      SELECT partyId, sum(direction = 'sale') AS customers, sum(direction = 'purchase') AS suppliers,
        sum(CASE WHEN direction = 'sale' AND rank = 1 THEN net END) * 1.0 / sum(CASE WHEN direction = 'sale' THEN net END) AS topCustomer,
        sum(CASE WHEN direction = 'sale' AND rank <= 5 THEN net END) * 1.0 / sum(CASE WHEN direction = 'sale' THEN net END) AS topFiveCustomers,
        sum(CASE WHEN direction = 'purchase' AND rank = 1 THEN net END) * 1.0 / sum(CASE WHEN direction = 'purchase' THEN net END) AS topSupplier,
        sum(CASE WHEN direction = 'purchase' AND rank <= 5 THEN net END) * 1.0 / sum(CASE WHEN direction = 'purchase' THEN net END) AS topFiveSuppliers
      FROM side GROUP BY partyId),
    first AS (SELECT partyId, min(issuedOn) AS firstOn FROM invoice WHERE isStruck = 0 AND isVoid = 0 AND issuedOn <= '${asOf}' GROUP BY partyId)
    SELECT flow.*, shares.*, firstOn FROM flow LEFT JOIN shares USING (partyId) LEFT JOIN first USING (partyId)`
}

const PAIRS: readonly [fact: string, column: (row: SqlRow) => number | null][] = [
  ['turnover12', (row) => row['turnover0']!], ['turnover12[-1]', (row) => row['turnover1']!], ['turnover12[-2]', (row) => row['turnover2']!],
  ['purchases12', (row) => row['purchases0']!], ['purchases12[-1]', (row) => row['purchases1']!], ['monthsActive12', (row) => row['active']!], ['salesInvoices12', (row) => row['invoices']!],
  ['redShare12', (row) => row['red']! / row['invoices']!], ['voidShare12', (row) => row['void']! / (row['invoices']! + row['void']!)],
  ['salesVolatility12', (row) => Math.sqrt(Math.max(0, row['square']! - row['mean']! ** 2)) / row['mean']!],
  ['customers12', (row) => row['customers'] ?? 0], ['suppliers12', (row) => row['suppliers'] ?? 0], ['topCustomerShare12', (row) => row['topCustomer'] ?? null], ['topFiveCustomersShare12', (row) => row['topFiveCustomers'] ?? null],
  ['topSupplierShare12', (row) => row['topSupplier'] ?? null], ['topFiveSuppliersShare12', (row) => row['topFiveSuppliers'] ?? null],
]

/** Where the provider gives another figure than the pass; what is absent has no figure to compare. */
function differences(parties: readonly number[], all: readonly Facts[], rows: readonly SqlRow[]): string[] {
  const byParty = new Map(rows.map((row) => [row.partyId, row]))
  return parties.flatMap((id, index) => PAIRS.flatMap(([name, read]) => {
    const value = all[index]![name]!.value
    const row = byParty.get(id)
    if (value === null || (!row && value === 0)) return []
    const expected = row ? read(row) : null
    return expected !== null && Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) + (name === 'salesVolatility12' ? 1e-6 : 0) ? [] : [`${id} ${name} ${value} / ${expected}`]
  }))
}
