import type { TestArchive } from '../builders/archive.ts'
import { adoptTrial } from '../regulations/trial.ts'
import { byTurns, report } from './measure.ts'

/** The same counts as the page's clauses have, each by a statement as one would write it for its table. */
const BY_HAND: readonly string[] = [
  `SELECT count(*) FILTER (WHERE present >= required), count(*) FILTER (WHERE present < required) FROM dossier WHERE voidedAt IS NULL AND kind = 'credit'`,
  `SELECT dossier.kind, document.itemCode, count(DISTINCT dossier.id) FILTER (WHERE document.expiresOn < '2026-11-23'), count(DISTINCT dossier.id)
     FROM document JOIN dossier ON dossier.id = document.dossierId
     WHERE document.expiresOn <= '2026-12-23' AND document.struckAt IS NULL AND dossier.present >= dossier.required AND dossier.voidedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM document AS newer WHERE newer.dossierId = document.dossierId AND newer.itemCode = document.itemCode AND newer.title = document.title
         AND newer.struckAt IS NULL AND newer.expiresOn > document.expiresOn)
     GROUP BY dossier.kind, document.itemCode`,
  // The three clauses about one class each: who lacks a required document of it.
  ...[['1.1'], ['2.1', '2.2'], ['3.1', '3.2', '3.3']].map((codes) => `SELECT count(*) FROM dossier WHERE voidedAt IS NULL AND kind = 'credit'
     AND (SELECT count(DISTINCT itemCode) FROM document WHERE document.dossierId = dossier.id AND struckAt IS NULL AND itemCode IN ('${codes.join("', '")}')) < ${codes.length}`),
  'SELECT kind, departmentId, year, count(*), max(sequence) FROM dossierNumber GROUP BY kind, departmentId, year',
  `SELECT state, count(*) FROM slip WHERE state IN ('submitted', 'signed', 'out') OR filledAt >= '2026-01-01' GROUP BY state`,
  `SELECT count(*) FILTER (WHERE returnedAt IS NULL AND dueOn < '2026-11-23'), count(*) FILTER (WHERE returnedAt IS NULL AND dueOn BETWEEN '2026-11-23' AND '2026-11-26'),
     count(*) FILTER (WHERE returnedAt IS NOT NULL OR dueOn > '2026-11-26') FROM loan WHERE returnedAt IS NULL OR handedOn >= '2026-01-01'`,
  'SELECT count(*) FILTER (WHERE confirmedAt IS NOT NULL), count(*) FILTER (WHERE confirmedAt IS NULL) FROM dossier WHERE voidedAt IS NULL',
  `SELECT count(*) FILTER (WHERE drawerId IS NOT NULL), count(*) FILTER (WHERE custody = 'missing'), count(*) FILTER (WHERE grade IS NULL) FROM dossier WHERE voidedAt IS NULL`,
  `SELECT clause, count(*) FILTER (WHERE doneOn IS NULL AND dueOn < '2026-11-23'), count(*) FILTER (WHERE doneOn IS NULL AND dueOn BETWEEN '2026-11-23' AND '2026-12-23'), count(*) FROM duty GROUP BY clause`,
  `SELECT count(*) FILTER (WHERE downgradeOn < '2026-11-23'), count(*) FROM dossier WHERE voidedAt IS NULL`,
  `SELECT id, (SELECT max(obtainedOn) FROM qualification WHERE personId = person.id AND withdrawnAt IS NULL),
     (SELECT max(signedOn) FROM agreement WHERE personId = person.id AND endedAt IS NULL) FROM person WHERE isActive = 1`,
]

/** Of these dossiers so many have an open case: a deadline, a loan, a document that runs out. */
const OPEN_CASES = 20_000

/** Written straight into the tables: that they are there is the premise, not the thing measured. */
function openCases(office: TestArchive, versionId: number): void {
  const { store } = office.archive
  store.write((trx) => {
    const dossiers = trx.prepare('SELECT id, departmentId, partyId FROM dossier ORDER BY id LIMIT ?').all(OPEN_CASES) as { id: number; departmentId: number; partyId: number }[]
    const { salesperson, salesdirector, archivist, officedirector } = office.people
    const duty = trx.prepare("INSERT INTO duty (regulationVersionId, ruleId, clause, dossierId, departmentId, role, startsOn, dueOn) VALUES (?, 'whole', 't11', ?, ?, 'salesperson', '2026-10-01', ?)")
    const document = trx.prepare("INSERT INTO document (dossierId, itemCode, title, originality, pages, expiresOn, addedAt, addedBy) VALUES (?, '1.4', '许可证书', 'copy', 1, ?, '2026-01-01T00:00:00.000Z', ?)")
    const slip = trx.prepare(`INSERT INTO slip (number, state, applicantId, unit, partyId, partyName, purpose, manner, untilOn, filledBy, filledAt, submittedAt, regulationVersionId)
      VALUES (?, ?, ?, '销售一部', ?, '客户', '核对', 'borrow', '2026-12-01', ?, '2026-11-10T01:00:00.000Z', '2026-11-10T01:00:00.000Z', ?)`)
    const named = trx.prepare('INSERT INTO slipDossier (slipId, dossierId) VALUES (?, ?)')
    const signature = trx.prepare("INSERT INTO slipSignature (slipId, role, signerId, decision, onTheSpot, sessionOf, text, textHash, at) VALUES (?, 'officeDirector', ?, 'agreed', 0, ?, '', '', '2026-11-10T02:00:00.000Z')")
    const loan = trx.prepare("INSERT INTO loan (slipId, dossierId, handedAt, handedOn, handedBy, pagesOut, conditionOut, dueOn) VALUES (?, ?, '2026-11-10T03:00:00.000Z', '2026-11-10', ?, 40, 'good', ?)")
    dossiers.forEach(({ id, departmentId, partyId }, index) => {
      const day = `2026-${index % 3 === 0 ? '11' : '12'}-${String(1 + (index % 28)).padStart(2, '0')}`
      duty.run(versionId, id, departmentId, day)
      document.run(id, day, salesperson)
      if (index % 4 > 0) return
      const slipId = Number(slip.run(`CX-2026-${100_000 + index}`, index % 8 === 0 ? 'out' : 'submitted', index % 400 === 0 ? salesperson : salesdirector, partyId, salesperson, versionId).lastInsertRowid)
      named.run(slipId, id)
      if (index % 8 > 0) return
      signature.run(slipId, officedirector, officedirector)
      loan.run(slipId, id, archivist, day)
    })
    trx.prepare('ANALYZE').run()
  })
}

/** The regulation's page over 100,000 dossiers with 20,000 open cases, through the whole pipeline, against its counts by hand. */
export async function regulation(office: TestArchive): Promise<boolean[]> {
  openCases(office, await adoptTrial(office))
  Object.assign(office.program, { checksOutputs: false })
  const statements = BY_HAND.map((text) => office.archive.store.connection.prepare(text))
  const byHand = () => statements.map((statement) => statement.all())
  const results: boolean[] = []
  for (const [name, login] of [['the regulation page', 'officedirector'], ['the regulation page, of one department', 'salesperson']] as const) {
    const { ours, theirs } = await byTurns(async () => await office.callAny(login, 'regulations.overview', {}), byHand)
    results.push(report({ name, ours, theirs, budget: 1.5 }))
  }
  const { ours, theirs } = await byTurns(
    async () => await office.callAny('officedirector', 'regulations.cases', { clause: 't11', state: 'overdue' }),
    () => [
      office.archive.store.connection.prepare(`SELECT duty.id, dossier.number, party.name, duty.dueOn FROM duty JOIN dossier ON dossier.id = duty.dossierId
        JOIN party ON party.id = dossier.partyId WHERE duty.clause = 't11' AND duty.doneOn IS NULL AND duty.dueOn < '2026-11-23' ORDER BY duty.dueOn, duty.id LIMIT 50`).all(),
      office.archive.store.connection.prepare("SELECT count(*) FROM duty WHERE clause = 't11' AND doneOn IS NULL AND dueOn < '2026-11-23'").get(),
    ],
  )
  results.push(report({ name: 'the cases behind one number', ours, theirs, budget: 1.5 }))
  return results
}
