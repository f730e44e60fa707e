import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgerOf, openItemsOf, positionOf } from '../../src/main/receivables/position.ts'
import { countsOn, type Ledger, openOn, positionOn } from '../../src/shared/rules/receivables/position.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies } from '../invoices/office.ts'
import { daysOf, ledgers } from './ledgers.ts'

const PARTIES = 40
let office: TestArchive
let parties: number[]
beforeAll(async () => {
  office = await openTestArchive()
  parties = await companies(office, PARTIES + 2)
})
afterAll(() => office.close())

const insert = (sql: string, ...values: unknown[]) => Number(office.archive.store.prepare(sql).run(...values).lastInsertRowid)
const NOW = '2026-11-23T02:00:00.000Z'
const owe = (partyId: number, number: string, issuedOn: string, dueOn: string, fen: number) =>
  insert('INSERT INTO receivable (partyId, number, issuedOn, dueOn, amountFen, recordedBy, recordedAt) VALUES (?, ?, ?, ?, ?, 1, ?)', partyId, number, issuedOn, dueOn, fen, NOW)
const receive = (partyId: number, receivedOn: string, fen: number, reference = '') =>
  insert("INSERT INTO receipt (partyId, receivedOn, amountFen, means, reference, recordedBy, recordedAt) VALUES (?, ?, ?, 'transfer', ?, 1, ?)", partyId, receivedOn, fen, reference, NOW)
const allocate = (receiptId: number, receivableId: number, fen: number, on: string) =>
  insert('INSERT INTO allocation (receiptId, receivableId, amountFen, countsOn, allocatedBy, allocatedAt) VALUES (?, ?, ?, ?, 1, ?)', receiptId, receivableId, fen, on, NOW)

function write(partyId: number, { receivables, receipts, allocations }: Ledger): void {
  const owed = receivables.map((row) => owe(partyId, `Y${row.id}`, row.issuedOn, row.dueOn, row.amountFen))
  const paid = receipts.map((row) => receive(partyId, row.receivedOn, row.amountFen, `S${row.id}`))
  for (const { receiptId, receivableId, amountFen } of allocations) {
    allocate(paid[receiptId - 1]!, owed[receivableId - 1]!, amountFen, countsOn(receivables[receivableId - 1]!, receipts[receiptId - 1]!))
  }
}

test('the tables answer what the rule answers, on every day of any ledger', () => {
  let next = 0
  fc.assert(fc.property(ledgers, (ledger) => {
    const partyId = parties[next++ % PARTIES]!
    if (next > PARTIES) return
    write(partyId, ledger)
    office.archive.store.read((trx) => {
      const stored = ledgerOf(trx, partyId)
      for (const day of daysOf(ledger)) {
        expect(positionOf(trx, partyId, day)).toEqual(positionOn(ledger, day))
        expect(openItemsOf(trx, partyId, day)).toEqual(openOn(stored, day).items)
      }
    })
  }), { numRuns: PARTIES, endOnFailure: true })
})

describe('what the tables themselves refuse', () => {
  let [party, other] = [0, 0]
  beforeAll(() => { [party, other] = parties.slice(PARTIES) as [number, number] })
  test('more than the receivable or the receipt has left; another party\'s; another day', () => {
    const bill = owe(party, 'A1', '2026-01-01', '2026-02-01', 100)
    const big = receive(party, '2026-01-20', 1000)
    const small = receive(party, '2026-01-21', 30)
    expect(() => allocate(big, bill, 101, '2026-01-20')).toThrow(/CHECK/)
    expect(() => allocate(small, bill, 31, '2026-01-21')).toThrow(/CHECK/)
    expect(() => allocate(big, bill, 10, '2026-01-19')).toThrow(/own party/)
    expect(() => allocate(receive(other, '2026-01-20', 5), bill, 5, '2026-01-20')).toThrow(/own party/)
    allocate(small, bill, 30, '2026-01-21')
    expect(() => allocate(big, bill, 71, '2026-01-20')).toThrow(/CHECK/)
    allocate(big, bill, 70, '2026-01-20')
    expect(office.archive.store.prepare('SELECT allocatedFen, settledOn FROM receivable WHERE id = ?').get(bill)).toEqual({ allocatedFen: 100, settledOn: '2026-01-21' })
    expect(office.archive.store.prepare('SELECT allocatedFen, spentOn FROM receipt WHERE id = ?').get(big)).toEqual({ allocatedFen: 70, spentOn: null })
    office.archive.store.prepare('UPDATE allocation SET endedAt = ?, endedBy = 1 WHERE receiptId = ?').run(NOW, small)
    expect(office.archive.store.prepare('SELECT allocatedFen, settledOn FROM receivable WHERE id = ?').get(bill)).toEqual({ allocatedFen: 70, settledOn: null })
    expect(() => office.archive.store.prepare('UPDATE allocation SET endedAt = NULL, endedBy = NULL WHERE receiptId = ?').run(small)).toThrow(/ends once/)
  })
  test('the same bill or the same receipt twice; once struck it may come again', () => {
    const bill = owe(party, 'B1', '2026-01-01', '2026-02-01', 100)
    expect(() => owe(party, 'B1', '2026-03-01', '2026-04-01', 7)).toThrow(/UNIQUE/)
    const money = receive(party, '2026-05-01', 77, 'K1')
    expect(() => receive(party, '2026-05-01', 77, 'K1')).toThrow(/UNIQUE/)
    for (const [table, id] of [['receivable', bill], ['receipt', money]] as const) office.archive.store.prepare(`UPDATE ${table} SET struckAt = ?, struckBy = 1, strikeReason = '录错' WHERE id = ?`).run(NOW, id)
    expect(() => allocate(receive(party, '2026-06-01', 5), bill, 5, '2026-06-01')).toThrow(/struck/)
    owe(party, 'B1', '2026-03-01', '2026-04-01', 7)
    receive(party, '2026-05-01', 77, 'K1')
  })
  test('what is allocated is not struck before its allocations end; nothing is rewritten or deleted', () => {
    const bill = owe(party, 'C1', '2026-01-01', '2026-02-01', 100)
    allocate(receive(party, '2026-07-01', 50), bill, 50, '2026-07-01')
    const run = (sql: string) => () => office.archive.store.prepare(sql).run()
    expect(run(`UPDATE receivable SET struckAt = 'x', struckBy = 1, strikeReason = 'x' WHERE id = ${bill}`)).toThrow(/CHECK/)
    for (const sql of [
      'UPDATE receivable SET amountFen = 1', "UPDATE receipt SET receivedOn = '2020-01-01'", 'UPDATE allocation SET amountFen = 1', 'DELETE FROM receivable', 'DELETE FROM receipt', 'DELETE FROM allocation',
    ]) expect(run(sql)).toThrow(/struck|ended/)
  })
})
