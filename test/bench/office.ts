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
  if (count === 200_000 && existsSync(REAL)) {
    const csv = gunzipSync(readFileSync(REAL))
    return { csv, rows: csv.toString('utf8').trimEnd().split('\n').length - 1, isReal: true }
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
    const partyIds = (store.prepare('SELECT id FROM party ORDER BY id LIMIT ?').all(count) as { id: number }[]).map((row) => row.id)
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
      const department = index % 3 === 0 ? XS2 : XS1
      const year = 2015 + (index % 12)
      const day = `${year}-0${1 + (index % 9)}-1${index % 10}`
      const number = `XY-${department === XS1 ? 'XS1' : 'XS2'}-${year}-${String(index).padStart(6, '0')}`
      const drawer = drawers[Math.floor(index / 40)]!
      const at = `${day}T02:00:00.000Z`
      const { lastInsertRowid } = insert.run(
        number, partyId, department, year, day, people.salesperson, at, at, people.salesdirector, drawer, 1 + (index % 40), at, 12, 40 + (index % 90),
        index % 15 > 13 ? 14 : index % 15, regulation.id,
      )
      numbers.run(department, year, index, number, Number(lastInsertRowid))
    })
    trx.prepare('ANALYZE').run()
  })
}

export function scratchFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
