import { adoptRegulation } from '../../src/main/regulations/load.ts'
import type { TestArchive, TestLogin } from '../builders/archive.ts'
import { EVERY_RULE, regulationWith } from '../duties/duty-office.ts'
import { byTurns, report } from './measure.ts'

/** Of all dossiers so many have a case that is open. */
const OPEN_CASES = 20_000

/**
 * Two cases a dossier, to complete it and to hand it over; of the first 20,000 scattered ones one of them is open. Written
 * straight into the tables: that they are there is the premise, not the thing measured.
 */
function dutiesOfAll(office: TestArchive): void {
  office.archive.store.write((trx) => {
    const versionId = adoptRegulation(trx, regulationWith(EVERY_RULE), '2026-11-23')
    trx.prepare('DELETE FROM duty').run()
    const insert = trx.prepare('INSERT INTO duty (regulationVersionId, ruleId, clause, dossierId, departmentId, role, startsOn, dueOn, doneOn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    const dossiers = trx.prepare('SELECT id, departmentId, year, openedOn FROM dossier ORDER BY id').all() as { id: number; departmentId: number; year: number; openedOn: string }[]
    const every = Math.floor(dossiers.length / OPEN_CASES)
    dossiers.forEach(({ id, departmentId, year, openedOn }, index) => {
      const isOpen = index % every === 0
      const month = 1 + (index % 12)
      const day = `2026-${String(month).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
      const due = `${2026 + (month > 9 ? 1 : 0)}-${String(((month + 2) % 12) + 1).padStart(2, '0')}-${day.slice(8)}`
      insert.run(versionId, 'complete', '3', id, departmentId, 'departmentClerk', isOpen ? day : openedOn, isOpen ? due : day, isOpen && index % (2 * every) === 0 ? null : day)
      const mayWait = isOpen && index % (2 * every) !== 0
      insert.run(versionId, 'room', '5', id, departmentId, 'officeDirector', mayWait ? day : `${year}-12-31`, mayWait ? due : `${year + 1}-01-31`, mayWait ? null : `${year + 1}-01-15`)
    })
    trx.prepare('ANALYZE').run()
  })
}

const byHand = (role: string, department: number | null): string[] => {
  const own = department === null ? '' : `AND duty.departmentId = ${department}`
  const ofDossiers = department === null ? '' : `AND departmentId = ${department}`
  return [
    `SELECT duty.id, duty.ruleId, duty.startsOn, duty.dueOn, dossier.number, party.name, department.name FROM duty JOIN dossier ON dossier.id = duty.dossierId
       JOIN party ON party.id = dossier.partyId JOIN department ON department.id = duty.departmentId
       WHERE duty.doneOn IS NULL AND duty.role = '${role}' AND duty.dueOn <= '2027-05-22' ${own} ORDER BY duty.dueOn, duty.id LIMIT 200`,
    `SELECT count(*) FILTER (WHERE dueOn < '2026-11-23'), count(*) FILTER (WHERE dueOn = '2026-11-23'), count(*) FILTER (WHERE dueOn > '2026-11-23' AND dueOn <= '2026-12-23'),
       count(*) FILTER (WHERE dueOn > '2026-12-23') FROM duty WHERE doneOn IS NULL AND role = '${role}' AND dueOn <= '2027-05-22' ${own}`,
    `SELECT dueOn, count(*) FROM duty WHERE doneOn IS NULL AND ruleId = 'room' AND dueOn <= '2027-05-22' ${own} GROUP BY dueOn ORDER BY dueOn`,
    `SELECT departmentId, count(*), sum(present), sum(required), sum(present >= required), sum(confirmedAt IS NULL) FROM dossier WHERE voidedAt IS NULL ${ofDossiers} GROUP BY departmentId`,
    'SELECT handedOn, dueOn FROM loan WHERE returnedAt IS NULL',
    department === null ? 'SELECT count(*) FROM party' : `SELECT count(*) FROM party WHERE departmentId = ${department} OR id IN (SELECT partyId FROM dossier WHERE departmentId = ${department})`,
    `SELECT count(*) FROM document WHERE expiresOn <= '2026-12-23' AND struckAt IS NULL`,
  ]
}

/** The to-do page and the counts of the regulation page over 100,000 dossiers with 20,000 open cases, against the same by hand. */
export async function todo(office: TestArchive): Promise<boolean[]> {
  dutiesOfAll(office)
  Object.assign(office.program, { checksOutputs: false })
  const { connection } = office.archive.store
  const results: boolean[] = []
  const readers: [string, TestLogin, string, number | null][] = [
    ['the to-do page', 'officedirector', 'officeDirector', null], ['the to-do page of a department', 'departmentclerk', 'departmentClerk', office.departments.XS1],
  ]
  for (const [name, login, role, department] of readers) {
    const statements = byHand(role, department).map((text) => connection.prepare(text))
    const { ours, theirs } = await byTurns(async () => await office.callAny(login, 'home.overview', {}), () => statements.map((statement) => statement.all()))
    results.push(report({ name, ours, theirs, budget: 1.5 }))
  }
  const counted = connection.prepare(
    `SELECT ruleId, count(*), count(doneOn), count(*) FILTER (WHERE doneOn IS NULL AND dueOn < '2026-11-23'),
       count(*) FILTER (WHERE doneOn IS NULL AND dueOn BETWEEN '2026-11-23' AND '2026-12-23') FROM duty GROUP BY ruleId`)
  const { ours, theirs } = await byTurns(async () => await office.callAny('officedirector', 'duties.counts', {}), () => counted.all())
  results.push(report({ name: 'how every deadline stands', ours, theirs, budget: 1.5 }))
  return results
}
