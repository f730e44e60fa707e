import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { creditCodeFor } from '../../src/shared/rules/parties/credit-code.ts'

const REAL = join(import.meta.dirname, '../../../shared/data/companies/companies-200k.csv.gz')

const WORDS = '金木水火土山石田禾竹米云雷电风雨江河湖海天地日月星辰春夏秋冬东南西北中华国民安康宁泰和平顺利通达广远高明光亮新兴盛旺'
const TRADES = ['贸易', '建材', '化工', '机械', '电子', '纺织', '食品', '物流', '能源', '商贸', '科技', '工程']
const CITIES = ['济南', '青岛', '徐州', '南京', '杭州', '宁波', '郑州', '洛阳', '太原', '大同', '西安', '榆林', '武汉', '长沙', '成都', '重庆']

/** A table of companies: the real one where it lies beside the project, else as many made-up ones. */
export function companiesCsv(count: number): { csv: Buffer; rows: number; isReal: boolean } {
  if (existsSync(REAL)) {
    const lines = gunzipSync(readFileSync(REAL)).toString('utf8').trimEnd().split('\n')
    // Of a smaller table every so manieth, so that it is of the same kind.
    const step = Math.max(1, Math.floor((lines.length - 1) / count))
    const kept = lines.filter((_line, index) => index === 0 || (index - 1) % step === 0).slice(0, count + 1)
    return { csv: Buffer.from(`${kept.join('\n')}\n`), rows: kept.length - 1, isReal: true }
  }
  const letters = [...WORDS]
  const rows = Array.from({ length: count }, (_unused, index) => {
    const name = `${CITIES[index % CITIES.length]}${letters[index % 53]}${letters[Math.floor(index / 53) % 53]}${letters[Math.floor(index / 2809) % 53]}${TRADES[index % TRADES.length]}有限公司`
    return `${name}${index},${creditCodeFor(index)},20${String(index % 24).padStart(2, '0')}-0${1 + (index % 9)}-1${index % 10},江苏,${CITIES[index % CITIES.length]}`
  })
  return { csv: Buffer.from(`name,uscc,reg_date,province,city\n${rows.join('\n')}\n`), rows: count, isReal: false }
}

/**
 * An archive of so many parties and dossiers: parties through the real import, dossiers and slips written straight into
 * the tables (that they are there is the premise, not the thing measured).
 */
export async function bigOffice(parties: number, dossiers: number): Promise<TestArchive> {
  const office = await openTestArchive()
  const upload = await office.upload('creditadministrator', 'companies.csv', companiesCsv(parties).csv, 'import')
  await office.callAs('creditadministrator', 'parties.import', { upload })
  furnish(office, dossiers)
  return office
}

function furnish(office: TestArchive, count: number): void {
  const { store } = office.archive
  const regulation = store.prepare('SELECT id FROM regulationVersion').get() as { id: number }
  store.write((trx) => {
    // Parties as by lot: not the oldest or the first imported are the ones with dossiers.
    const parties = (store.prepare('SELECT id FROM party').all() as { id: number }[]).map((row) => row.id)
    const partyIds = parties.toSorted((one, other) => scatter(one) - scatter(other)).slice(0, count).toSorted((one, other) => one - other)
    const room = Number(trx.prepare("INSERT INTO room (name) VALUES ('大库')").run().lastInsertRowid)
    const drawers: number[] = []
    for (let cabinet = 0; cabinet * 200 < count; cabinet += 1) {
      const id = trx.prepare('INSERT INTO cabinet (roomId, code) VALUES (?, ?)').run(room, `K${cabinet}`).lastInsertRowid
      for (let no = 1; no <= 5; no += 1) {
        drawers.push(Number(trx.prepare('INSERT INTO drawer (cabinetId, no, capacity) VALUES (?, ?, 40)').run(id, no).lastInsertRowid))
      }
    }
    const { XS1, XS2 } = office.departments
    const insert = trx.prepare(
      `INSERT INTO dossier (kind, number, partyId, departmentId, year, level, openedOn, openedBy, openedAt, confirmedAt, confirmedBy, drawerId, slot,
         shelvedAt, documents, pages, present, required, regulationVersionId)
       VALUES ('credit', ?, ?, ?, ?, 'internal', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 14, ?)`,
    )
    const numbers = trx.prepare("INSERT INTO dossierNumber (kind, departmentId, year, sequence, number, dossierId) VALUES ('credit', ?, ?, ?, ?, ?)")
    const people = office.people
    partyIds.forEach((partyId, index) => {
      // Scattered, so that no department, year or state lies at one end of an order by an accident of counting.
      const chance = scatter(index)
      const department = chance % 3 === 0 ? XS2 : XS1
      const year = 2015 + ((chance >>> 4) % 12)
      const present = Math.min(14, (chance >>> 12) % 16)
      const day = `${year}-0${1 + (index % 9)}-1${index % 10}`
      const number = `XY-${department === XS1 ? 'XS1' : 'XS2'}-${year}-${String(index).padStart(6, '0')}`
      const drawer = drawers[Math.floor(index / 40)]!
      const at = `${day}T02:00:00.000Z`
      const { lastInsertRowid } = insert.run(
        number, partyId, department, year, day, people.salesperson, at, at, people.salesdirector, drawer, 1 + (index % 40), at, 12, 40 + (index % 90),
        present, regulation.id,
      )
      numbers.run(department, year, index, number, Number(lastInsertRowid))
    })
    // Most parties are the department's that keeps their dossier, and half of those of one salesperson; some have a grade.
    trx.prepare('UPDATE party SET departmentId = dossier.departmentId FROM dossier WHERE dossier.partyId = party.id AND party.id % 4 <> 0').run()
    trx.prepare('UPDATE party SET salespersonId = ? WHERE departmentId = ? AND id % 2 = 0').run(people.salesperson, XS1)
    trx.prepare("UPDATE party SET grade = CASE id % 5 WHEN 0 THEN 'A' WHEN 1 THEN 'AA' WHEN 2 THEN 'B' END WHERE dossiers > 0").run()
    trx.prepare('ANALYZE').run()
  })
}

/** A number that looks drawn by lot, the same in every run. */
function scatter(index: number): number {
  const mixed = Math.imul(index ^ (index >>> 7), 2_654_435_761)
  return (Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) ^ mixed) >>> 0
}

export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
