import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { trialBody } from '../regulations/trial.ts'
import { localDay } from '../../src/main/pipeline/days.ts'
import { adoptRegulation, currentRegulation } from '../../src/main/regulations/load.ts'
import { SMALL_LINES } from '../statements/worked.ts'
import { WITH_TRANSFERS } from '../custody/office.ts'
import { limitSteps, reratingSteps, warningRuleSteps } from './limit-inputs.ts'
import { TEST_PASSWORD, type TestArchive, type TestLogin } from '../builders/archive.ts'

export type Step = { login: TestLogin; method: MethodName; input: unknown; keep?: (value: never) => void }

const step = (login: TestLogin, method: MethodName, input: unknown, keep?: (value: never) => void): Step => ({ login, method, input, keep })

/** What is kept of a party for its rating: invoices and defaults. */
async function* creditSteps(office: TestArchive, id: Record<string, number>, keep: (name: string) => (value: { id: number }) => void): AsyncGenerator<Step> {
  const invoices = await office.upload('creditadministrator', '销项.csv', Buffer.from('发票号码,开票日期,购方名称,金额,税额,价税合计,发票状态\n1001,2026/9/1,甲,100,13,113,有效发票\n'), 'import')
  yield step('creditadministrator', 'invoices.import', { files: [{ upload: invoices }], partyId: id.party }, (value: { batchId: number }) => { id.batch = value.batchId })
  yield step('creditadministrator', 'invoices.overview', { partyId: id.party })
  yield step('officedirector', 'invoices.strikeBatch', { batchId: id.batch, reason: '导错文件' })
  yield step('creditadministrator', 'defaults.add', { partyId: id.party, kind: 'late30', on: '2026-05-01', amountFen: 100_00 }, keep('record'))
  yield step('creditadministrator', 'defaults.settle', { id: id.record, settledOn: '2026-06-15' })
  yield step('officedirector', 'defaults.strike', { id: id.record, reason: '记错单位' })
  yield step('generalmanager', 'defaults.list', { partyId: id.party })
  yield step('creditadministrator', 'receivables.add', { partyId: id.party, number: 'YS-001', issuedOn: '2026-08-01', dueOn: '2026-09-01', amountFen: 500_00 }, keep('receivable'))
  yield step('creditadministrator', 'receivables.receive', { partyId: id.party, receivedOn: '2026-09-05', amountFen: 300_00, means: 'transfer' }, keep('receipt'))
  yield step('creditadministrator', 'receivables.allocate', { receiptId: id.receipt, seen: [{ receivableId: id.receivable, amountFen: 300_00 }], allocations: [{ receivableId: id.receivable, amountFen: 200_00 }] })
  yield step('creditadministrator', 'receivables.promise', { partyId: id.party, madeOn: '2026-10-01', dueOn: '2026-12-01', amountFen: 300_00, promisedBy: '王经理', how: 'phone' })
  yield step('officedirector', 'receivables.strike', { what: 'receipt', id: id.receipt, reason: '录错单位' })
  yield step('generalmanager', 'receivables.ofParty', { partyId: id.party })
  const owed = await office.upload('creditadministrator', '应收.csv', Buffer.from('单位名称,单据号,单据日期,到期日,金额\n唐山恒岳重工有限公司,YS-9,2026-03-01,2026-04-01,100\n'), 'import')
  yield step('creditadministrator', 'receivables.import', { upload: owed, what: 'receivables' })
  const { seq } = office.archive.store.prepare("SELECT max(seq) AS seq FROM audit WHERE method = 'receivables.import'").get() as { seq: number }
  yield step('officedirector', 'imports.strike', { seq, reason: '导错表' })
  const defaults = await office.upload('creditadministrator', '违约.csv', Buffer.from('单位名称,类别,日期\n唐山恒岳重工有限公司,纠纷,2026-03-01\n'), 'import')
  yield step('creditadministrator', 'defaults.import', { upload: defaults })
}

async function* deliverySteps(office: TestArchive, id: Record<string, number>, keep: (name: string) => (value: { id: number }) => void): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  yield step('salesperson', 'parties.add', { kind: 'supplier', name: '长治恒基矿机有限公司', departmentId: office.departments.XS1 }, keep('supplier'))
  const order = { orderNumber: 'CG-2026-018', goods: '刮板机锻件', unit: '件', dueOn: '2026-10-01', orderedQuantity: 40_000 }
  yield step(login, 'deliveries.record', { partyId: id.supplier, ...order }, keep('delivery'))
  yield step(login, 'deliveries.complete', { id: id.delivery, arrivedOn: '2026-09-28', arrivedQuantity: 40_000 })
  yield step(login, 'deliveries.correct', { id: id.delivery, ...order, arrivedOn: '2026-09-29', arrivedQuantity: 40_000, acceptedQuantity: 39_500, isInvoiceInOrder: true, reason: '按收货单更正' })
  yield step(login, 'deliveries.record', { partyId: id.supplier, ...order, orderNumber: 'CG-2026-019' }, keep('mistaken'))
  yield step('officedirector', 'deliveries.strike', { id: id.mistaken, reason: '记错单位' })
  const table = await office.upload(login, '供货.csv', Buffer.from('订单号,品名,计量单位,交期,订购数量\nCG-2026-030,锻件,件,2026-12-30,12\n'), 'import')
  yield step(login, 'deliveries.import', { upload: table, partyId: id.supplier })
  yield step('generalmanager', 'deliveries.overview', { partyId: id.supplier })
}

/** A small real PDF: one empty page. `mark` makes each different. */
export function tinyPdf(mark: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n%${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj ` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
}

/** One office day in which every audited method of the contract is called once, each with what the ones before left. */
export async function* validInputs(office: TestArchive): AsyncGenerator<Step> {
  const { departments, people } = office
  const id: Record<string, number> = {}
  const keep = (name: string) => (value: { id: number }) => { id[name] = value.id }
  const party = (name: string, more: object = {}) => ({ kind: 'customer', name, departmentId: departments.XS1, ...more })

  yield* peopleSteps(office, id, keep)
  yield step('salesperson', 'parties.add', party('徐州锦岱锻造有限公司', { shortName: '锦岱锻造' }), keep('party'))
  yield step('salesperson', 'parties.add', party('唐山恒岳重工有限公司'), keep('second'))
  yield step('creditadministrator', 'parties.change', { id: id.party, version: 1, ...party('徐州锦岱锻造股份有限公司', { city: '徐州' }) })
  yield step('creditadministrator', 'parties.setGrade', { id: id.party, grade: 'AA', reason: '纸质评级表' })
  const table = await office.upload('creditadministrator', '客户.csv', Buffer.from('企业名称,城市\n淮北弘柘建材有限公司,淮北\n'), 'import')
  yield step('creditadministrator', 'parties.import', { upload: table })
  yield* creditSteps(office, id, keep)
  yield* deliverySteps(office, id, keep)

  yield step('salesperson', 'dossiers.open', { partyId: id.party, departmentId: departments.XS1 }, keep('dossier'))
  yield step('salesperson', 'dossiers.open', { partyId: id.second, departmentId: departments.XS1 }, keep('mistake'))
  yield step('creditadministrator', 'dossiers.void', { id: id.mistake, reason: '误立' })
  yield step('salesperson', 'documents.add', { dossierId: id.dossier, itemCode: '1.1', title: '营业执照', pages: 2 }, keep('document'))
  yield step('salesperson', 'documents.change', { id: id.document, itemCode: '1.1', title: '营业执照（副本）', pages: 3 })
  const scan = await office.upload('salesperson', '执照.pdf', tinyPdf('sweep'))
  yield step('salesperson', 'attachments.add', { documentId: id.document, uploads: [scan] }, (value: { ids: number[] }) => { id.attachment = value.ids[0]! })
  yield step('archivist', 'attachments.view', { id: id.attachment })
  yield step('salesperson', 'attachments.strike', { id: id.attachment, reason: '扫错' })
  yield step('salesperson', 'documents.add', { dossierId: id.dossier, title: '名片', pages: 1 }, keep('card'))
  yield step('salesperson', 'documents.strike', { id: id.card, reason: '不归档' })
  yield step('archivist', 'dossiers.get', { id: id.dossier })
  yield step('salesdirector', 'dossiers.confirm', { id: id.dossier })
  let version = 0
  const row = () => (office.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(id.dossier) as { version: number }).version
  version = row()
  yield step('creditadministrator', 'dossiers.change', { id: id.dossier, version, level: 'secret', levelReason: '含授信底价', retentionYears: 15 })

  yield* surveySteps(id, keep)
  yield* riskSteps(id, keep)
  yield* qualificationSteps(office, id, keep, people)
  yield* contractSteps(office, id, keep)
  yield* cabinetSteps(office, id, keep)
  yield* lookupSteps(office, id, keep, people)
  yield* regulationSteps(office, id, keep)
  yield* archiveRoomSteps(office, id, keep)
  yield* custodySteps(office, id, keep)
  yield* disposalSteps(office, id, keep)
  yield* statementSteps(office, id, keep)
  yield step('archivist', 'prints.record', { form: 'slip', subjectId: id.slip })
  yield step('systemadministrator', 'archive.changeSettings', { idleLockMinutes: 20 })
  yield step('auditor', 'archive.verify', {})
  yield* checkSteps(id, keep)
  yield* fallbackSteps(office, id, keep, people)
  const file = join(office.folder, '..', 'sweep.jzb')
  yield step('systemadministrator', 'archive.backup', { file })
  rmSync(file)
  yield* schemeSteps(office, id, keep)
  yield* ratingSteps(office, id, keep)
  yield* reratingSteps(id, keep)
  yield* limitSteps(office, id, keep)
  yield* sessionSteps(office)
}

async function* ratingSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const { archive, clock } = office
  const login = 'creditadministrator'
  const versioned = () => ({ id: id.rating, version: (archive.store.prepare('SELECT version FROM rating WHERE id = ?').get(id.rating) as { version: number }).version })
  // On a supplier's card what it delivered is enough to be rated.
  yield step(login, 'ratings.create', { partyId: id.supplier, kind: 'aftersale', for: 'supplier' }, keep('rating'))
  yield step(login, 'ratings.refresh', versioned())
  yield step(login, 'ratings.remark', { ...versioned(), remarks: '供货稳定' })
  yield step('generalmanager', 'ratings.get', { id: id.rating })
  const { computedGrade } = archive.store.prepare('SELECT computedGrade FROM rating WHERE id = ?').get(id.rating) as { computedGrade: string }
  yield step(login, 'ratings.override', { ...versioned(), override: { grade: computedGrade === 'C' ? 'B' : 'C', until: localDay(clock.now()), reason: '待复核' } })
  yield step(login, 'ratings.submit', versioned())
  yield step('salesdirector', 'ratings.return', { ...versioned(), reason: '说明写全' })
  yield step(login, 'ratings.submit', versioned())
  yield step('salesdirector', 'ratings.review', versioned())
  yield step('officedirector', 'ratings.approve', { ...versioned(), override: true })
  yield step('auditor', 'ratings.recompute', { id: id.rating })
  yield step(login, 'ratings.create', { partyId: id.party, kind: 'presale' }, keep('second'))
  const { id: documentId } = await office.callAs('salesperson', 'documents.add', { dossierId: id.dossier!, itemCode: '2.2', title: '行业地位说明', pages: 1 })
  const { ids } = await office.callAs('salesperson', 'attachments.add', { documentId, uploads: [await office.upload('salesperson', '行业地位说明.pdf', tinyPdf('position'))] })
  yield step(login, 'ratings.mark', { id: id.second, version: 2, indicator: 'D2', option: 'C', evidence: [{ attachmentId: ids[0]!, page: 1 }] })
  yield step('officedirector', 'ratings.withdraw', { id: id.second, version: 3, reason: '不再往来' })
}

async function* statementSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const fields = {
    partyId: id.party, periodEnd: '2025-12-31', format: 'small', unit: 'yuan', opinion: 'none', receivedOn: '2026-03-20',
    lines: SMALL_LINES.filter(({ sheet, line }) => sheet !== 'balance' || line !== 15),
  }
  yield step('creditadministrator', 'statements.save', fields, keep('statement'))
  yield step('officedirector', 'statements.confirm', {
    id: id.statement, version: 1, reasons: ['sum:balance:15:current', 'sum:balance:15:prior', 'sum:balance:30:current', 'sum:balance:30:prior'].map((fault) => ({ fault, reason: '原表未列小计' })),
  })
  yield step('generalmanager', 'statements.get', { partyId: id.party })
  yield step('creditadministrator', 'statements.revise', { id: id.statement, version: 2, reason: '补列小计' }, keep('revision'))
  yield step('creditadministrator', 'statements.withdraw', { id: id.revision, version: 1, reason: '无需更正' })
  const table = await office.upload('creditadministrator', '报表.csv', Buffer.from('项目,2024年\n营业收入,100\n净利润,5\n资产总计,50\n'), 'import')
  yield step('creditadministrator', 'statements.import', { partyId: id.party, upload: table, opinion: 'none', receivedOn: '2026-03-20', years: ['2024-12-31'] })
}

async function* checkSteps(id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  yield step('salesperson', 'checks.run', { scope: 'dossier', id: id.dossier }, keep('check'))
  yield step('archivist', 'checks.attest', { checkId: id.check, item: 'AQ-6', remarks: '查毒软件全盘扫描，无威胁' })
  yield step('auditor', 'checks.runArchive', {})
}

async function* fallbackSteps(office: TestArchive, id: Record<string, number>, keep: Keep, people: TestArchive['people']): AsyncGenerator<Step> {
  const at = office.clock.now().toISOString()
  const numbers: string[] = []
  for (const form of ['slip', 'incident', 'transfer'] as const) {
    yield step('archivist', 'fallback.issue', { form, count: 3 }, (value: { from: string }) => { numbers.push(value.from) })
  }
  const [slip, incident, transfer] = numbers as [string, string, string]
  const next = (number: string, by: number) => `${number.slice(0, -4)}${String(Number(number.slice(-4)) + by).padStart(4, '0')}`
  const { id: partyId } = await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '补录公司', departmentId: office.departments.XS1 })
  const { id: dossierId } = await office.callAs('salesperson', 'dossiers.open', { partyId, departmentId: office.departments.XS1 })
  const paper = {
    number: slip, applicantId: people.salesperson, partyName: '补录公司', purpose: '停电时查阅', manner: 'read', untilOn: '2026-12-31', signerId: people.officedirector, signedAt: at,
    handedBy: people.archivist2, handedAt: at, folders: [{ dossierId, pagesOut: 3 }],
  }
  yield step('archivist', 'fallback.enter', paper, keep('paper'))
  yield step('archivist', 'fallback.withdraw', { id: id.paper, reason: '看错编号' })
  await office.callAs('archivist', 'fallback.enter', paper as never)
  await office.callAs('archivist', 'fallback.enter', { ...paper, number: next(slip, 1) } as never)
  const conflict = (await office.callAs('archivist', 'fallback.conflicts', {})).rows[0]!
  yield step('archivist', 'fallback.propose', { id: conflict.id, setAsideId: conflict.papers[1]!.id, reason: '第二张写错档号' })
  yield step('officedirector', 'fallback.confirm', { id: conflict.id, agreed: true })
  const contract = { partyId, departmentId: office.departments.XS1, subject: '焦炭', direction: 'sale' as const, handlerId: people.salesperson }
  const { id: handed } = await office.callAs('salesperson', 'contracts.open', contract)
  yield step('archivist', 'fallback.enterList', {
    number: transfer, from: 'department', to: 'administrator', departmentId: office.departments.XS1, senderId: people.departmentclerk, sentAt: at, receiverId: people.creditadministrator, receivedAt: at,
    lines: [{ dossierId: handed, pages: 2 }],
  })
  yield step('archivist', 'fallback.enterNote', { number: next(incident, 1), kind: 'damaged', dossierId, happenedFrom: at, happenedTo: at, foundAt: at, foundBy: people.salesperson, what: '封皮受潮' })
  yield step('archivist', 'fallback.post', {})
  yield step('archivist', 'fallback.void', { number: next(slip, 2), reason: '受潮' })
  const reference = (office.archive.store.prepare('SELECT number FROM incident ORDER BY id DESC LIMIT 1').get() as { number: string }).number
  yield step('archivist', 'fallback.use', { number: incident, reference })
}

type Keep = (name: string) => (value: never) => void

async function* peopleSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const { departments } = office
  const login = 'systemadministrator'
  yield step(login, 'people.addDepartment', { code: 'SC', name: '市场部' }, keep('department'))
  yield step(login, 'people.changeDepartment', { id: id.department, name: '市场一部', isActive: true })
  const person = { name: '新人', roles: ['salesperson'], departmentId: departments.XS1 }
  yield step(login, 'people.add', { login: 'xinren', ...person, temporaryPassword: TEST_PASSWORD }, keep('person'))
  yield step(login, 'people.change', { id: id.person, ...person, name: '新人甲' })
  yield step(login, 'people.resetPassword', { id: id.person, temporaryPassword: `${TEST_PASSWORD}b` })
  yield step(login, 'people.disable', { id: id.person, reason: '离职' })
  yield step(login, 'people.enable', { id: id.person, temporaryPassword: `${TEST_PASSWORD}c` })
}

async function* contractSteps({ departments, people }: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'salesperson'
  const fields = { subject: '主焦精煤 5,000 吨', direction: 'sale', handlerId: people.salesperson, firstAmountFen: 780_000_000 }
  yield step(login, 'contracts.open', { partyId: id.party, departmentId: departments.XS1, ...fields }, keep('contract'))
  yield step(login, 'contracts.recordEvent', { id: id.contract, version: 1, what: 'signed', on: '2026-11-20' })
  yield step(login, 'contracts.recordEvent', { id: id.contract, version: 2, what: 'changed', on: '2026-11-22', amountFen: 800_000_000 }, (value: { eventId: number }) => { id.event = value.eventId })
  yield step(login, 'contracts.strikeEvent', { id: id.contract, version: 3, eventId: id.event, reason: '误登' })
  yield step('departmentclerk', 'contracts.change', { id: id.contract, version: 4, ...fields, counterNumber: 'JD-2026-031' })
}

async function* cabinetSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'archivist'
  yield step(login, 'cabinet.addRoom', { name: '二楼' }, keep('room'))
  yield step(login, 'cabinet.addCabinet', { roomId: id.room, code: '09' }, keep('cabinet'))
  const drawers = office.archive.store.prepare('SELECT id FROM drawer WHERE cabinetId = ? ORDER BY no').all(id.cabinet) as { id: number }[]
  const [first, second] = drawers.map((drawer) => drawer.id) as [number, number]
  yield step(login, 'cabinet.changeDrawer', { id: first, label: 'A–G', capacity: 30 })
  yield step(login, 'cabinet.place', { dossierId: id.dossier, drawerId: first })
  yield { ...step(login, 'cabinet.place', { dossierId: id.dossier, drawerId: second, slot: 7 }) }
  yield step(login, 'cabinet.undoMove', {})
  yield step(login, 'cabinet.reportMissing', { dossierId: id.dossier, remarks: '不在位' })
  yield step(login, 'cabinet.reportFound', { dossierId: id.dossier, remarks: '夹在邻卷' })
}

async function* lookupSteps(office: TestArchive, id: Record<string, number>, keep: Keep, people: TestArchive['people']): AsyncGenerator<Step> {
  const slip = (purpose: string) => ({
    applicantId: people.salesperson2, partyName: '徐州锦岱锻造股份有限公司', dossierIds: [id.dossier], purpose, manner: 'borrow', untilOn: '2026-11-30',
  })
  const versionOf = (slipId: number | undefined) => (office.archive.store.prepare('SELECT version FROM slip WHERE id = ?').get(slipId) as { version: number }).version
  yield step('archivist', 'lookups.create', slip('核对担保'), keep('slip'))
  yield step('archivist', 'lookups.change', { id: id.slip, version: versionOf(id.slip), ...slip('核对担保条款') })
  yield step('archivist', 'lookups.submit', { id: id.slip })
  yield step('officedirector', 'lookups.sign', { id: id.slip, decision: 'agreed' })
  const counted = { dossierId: id.dossier, pages: 3, condition: 'good' }
  yield step('archivist', 'lookups.handOut', { id: id.slip, folders: [counted] })
  yield step('archivist', 'lookups.renew', { id: id.slip, dossierId: id.dossier, dueOn: '2026-12-03', reason: '谈判延期' })
  yield step('archivist', 'lookups.claimReturned', { id: id.slip, dossierId: id.dossier, remarks: '已放前台' })
  office.clock.addDays(12)
  yield step('archivist', 'lookups.remind', { id: id.slip })
  yield step('archivist', 'lookups.reportLost', { id: id.slip, dossierId: id.dossier, findings: '遍寻不见' })
  yield step('archivist', 'lookups.takeBack', { ...counted, remarks: '找到' })
  yield step('archivist', 'lookups.create', { ...slip('误填'), untilOn: '2026-12-20' }, keep('wrong'))
  yield step('archivist', 'lookups.cancel', { id: id.wrong, reason: '误填' })
}

async function* surveySteps(id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  yield step(login, 'surveys.record', { partyId: id.party, on: '2026-10-12', form: { kind: 'notice', what: 'lawsuit', source: '法院公告' } }, keep('notice'))
  yield step('salesperson', 'surveys.list', { partyId: id.party })
  yield step(login, 'surveys.clear', { id: id.notice, clearedOn: '2026-11-02' })
  yield step(login, 'surveys.withdraw', { id: id.notice, reason: '同名公司' })
  yield step(login, 'industries.record', { industry: '锻造', half: '2026-2', growth: 1, competition: 0, demand: -1 })
}

async function* riskSteps(id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  yield step(login, 'surveys.record', { partyId: id.party, on: '2026-10-12', form: { kind: 'notice', what: 'lawsuit', source: '法院公告' } })
  yield step(login, 'warnings.scan', {})
  yield step(login, 'warnings.handle', { id: 1, handling: '已核实，案件与本单位货款无关' })
  yield step(login, 'risks.ofParty', { partyId: id.party })
  const listing = { partyId: id.party, list: 'bad', reason: 'lawsuit', detail: '被起诉', measure: 'restrict' }
  yield step(login, 'listings.propose', listing, keep('listing'))
  yield step('officedirector', 'listings.decide', { id: id.listing, version: 1, decision: 'agreed' })
  yield step('officedirector', 'listings.prolong', { id: id.listing, version: 2, untilOn: '2027-06-30', remarks: '案件未结' })
  yield step(login, 'listings.proposeRelease', { id: id.listing, version: 3, reason: '已撤诉' })
  yield step('officedirector', 'listings.decideRelease', { id: id.listing, version: 4, decision: 'agreed' })
  yield* warningRuleSteps(id, keep)
}

async function* qualificationSteps(office: TestArchive, id: Record<string, number>, keep: Keep, people: TestArchive['people']): AsyncGenerator<Step> {
  const login = 'officedirector'
  const diploma = { personId: people.archivist2, kind: 'education', title: '档案学大专', degree: 'college', obtainedOn: '2015-07-01' }
  yield step(login, 'qualifications.record', diploma, keep('diploma'))
  yield step(login, 'qualifications.withdraw', { id: id.diploma, reason: '证书有误' })
  yield step(login, 'trainings.record', { title: '信用管理培训', heldOn: '2026-03-01', attendees: [{ personId: people.archivist2, score: 88 }] })
  yield step('archivist', 'agreements.record', { personId: people.salesperson, signedOn: '2026-02-01' }, keep('agreement'))
  yield step('archivist', 'agreements.end', { id: id.agreement, reason: '离职' })
  yield step('generalmanager', 'clearances.grant', { personId: people.salesperson, level: 'secret', reason: '授信谈判' }, keep('clearance'))
  yield step('generalmanager', 'clearances.revoke', { id: id.clearance, reason: '谈判结束' })
  yield step('salesperson', 'authorisations.request', { dossierId: id.dossier, purpose: '续签合同', untilOn: '2027-01-31' }, keep('asked'))
  office.archive.store.write((trx) => adoptRegulation(trx, {
    ...currentRegulation(trx, localDay(office.clock.now())).regulation,
    access: { authorisation: { clause: '5.1.3', role: 'generalManager', fromLevel: 'confidential' }, clearance: null, agreement: null },
  }, localDay(office.clock.now())))
  yield step('generalmanager', 'authorisations.decide', { id: id.asked, decision: 'agreed' })
  yield step('generalmanager', 'authorisations.revoke', { id: id.asked, reason: '不再需要' })
  const { version } = office.archive.store.prepare('SELECT version FROM dossier WHERE id = ?').get(id.dossier) as { version: number }
  const planned = { level: 'secret', levelReason: null, downgradeOn: '2026-11-01', downgradeTo: 'internal', retentionYears: 15 }
  yield step('creditadministrator', 'dossiers.change', { id: id.dossier, version, ...planned })
  yield step('creditadministrator', 'clearances.downgrade', { dossierId: id.dossier })
}

async function* regulationSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  yield step('officedirector', 'regulations.adopt', { body: trialBody(), effectiveOn: '2027-01-01', note: '年度修订' }, keep('version'))
  yield step('generalmanager', 'regulations.withdraw', { id: id.version, reason: '暂缓' })
  office.archive.store.prepare("UPDATE regulationVersion SET effectiveOn = '2026-01-01' WHERE id = 1").run()
  yield step('creditadministrator', 'duties.complete', { ruleId: 'contract-statistics-first-half', period: '2026-H1', remarks: '已报集团公司' })
}

async function* archiveRoomSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'archivist'
  const { drawerId } = office.archive.store.prepare('SELECT drawerId FROM dossier WHERE id = ?').get(id.dossier) as { drawerId: number }
  yield step(login, 'shelving.addBox', { dossierId: id.dossier, spineMm: 30 }, keep('box'))
  yield step(login, 'shelving.outOfBox', { dossierId: id.dossier })
  yield step(login, 'shelving.intoBox', { boxId: id.box, dossierId: id.dossier })
  yield step(login, 'shelving.moveBox', { boxId: id.box, drawerId: drawerId + 1 })
  yield step(login, 'stocktakes.open', { drawerIds: [drawerId] }, keep('mistaken'))
  yield step(login, 'stocktakes.cancel', { id: id.mistaken, reason: '误开' })
  yield step(login, 'stocktakes.open', { cabinetId: id.cabinet }, keep('stocktake'))
  yield step(login, 'stocktakes.scan', { id: id.stocktake, drawerId: drawerId + 1, codes: ['NO-SUCH-1'] }, (value: { scans: { id: number }[] }) => { id.scan = value.scans[0]!.id })
  yield step(login, 'stocktakes.strikeScan', { id: id.stocktake, scanId: id.scan })
  yield step(login, 'stocktakes.finishFirst', { id: id.stocktake })
  yield step('archivist2', 'stocktakes.beginSecond', { id: id.stocktake })
  yield step('archivist2', 'stocktakes.finishSecond', { id: id.stocktake })
  const finding = office.archive.store.prepare('SELECT id FROM stocktakeFinding WHERE stocktakeId = ?').get(id.stocktake) as { id: number }
  yield step(login, 'stocktakes.resolve', { id: id.stocktake, findingId: finding.id, resolution: 'explained', remarks: '在扫描室' })
  yield step(login, 'stocktakes.sign', { id: id.stocktake })
  const at = office.clock.now().toISOString()
  yield step(login, 'incidents.open', { kind: 'damaged', dossierId: id.dossier, happenedFrom: at, happenedTo: at, what: '封面水渍' }, keep('incident'))
  yield step('creditadministrator', 'incidents.investigate', { id: id.incident, version: 1, findings: '窗户未关', consequences: '批评', measures: '下班检查窗户' })
  yield step('officedirector', 'incidents.close', { id: id.incident, version: 2, closing: '同意' })
}

async function* custodySteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  office.archive.store.write((trx) => adoptRegulation(trx, WITH_TRANSFERS, '2026-11-24'))
  const contract = { partyId: id.party, departmentId: office.departments.XS1, subject: '焦炭', direction: 'sale', handlerId: office.people.salesperson }
  yield step('salesperson', 'contracts.open', contract, keep('handed'))
  yield step('salesperson', 'contracts.open', contract, keep('old'))
  yield step('archivist', 'custody.takeIn', { dossierId: id.old, reason: '启用前已在库' })
  const list = { from: 'department', to: 'administrator', departmentId: office.departments.XS1, dossierIds: [id.handed] }
  yield step('departmentclerk', 'transfers.create', list, keep('withdrawn'))
  yield step('departmentclerk', 'transfers.withdraw', { id: id.withdrawn, reason: '列错' })
  yield step('departmentclerk', 'transfers.create', list, keep('transfer'))
  yield step('departmentclerk', 'transfers.change', { id: id.transfer, version: 1, dossierIds: [id.handed], remarks: '已装订' })
  yield step('departmentclerk', 'transfers.submit', { id: id.transfer })
  yield step('creditadministrator', 'transfers.receive', { id: id.transfer, lines: [{ dossierId: id.handed, decision: 'accepted', pages: 0 }], sign: true })
  yield step('archivist', 'custody.changeKeeper', { personId: office.people.archivist, successor: { login: 'archivist2', password: TEST_PASSWORD } }, keep('keeperChange'))
}

async function* disposalSteps({ departments, people, callAs }: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  yield step('creditadministrator', 'holds.place', { kind: 'debt', dossierId: id.dossier, amountFen: 100_000, reason: '货款' }, keep('hold'))
  yield step('officedirector', 'holds.release', { id: id.hold, reason: '付清' })
  yield step('creditadministrator', 'dossiers.open', { partyId: id.second, departmentId: departments.XS1, openedOn: '2010-03-01' }, keep('old'))
  await callAs('archivist', 'custody.takeIn', { dossierId: id.old!, reason: '旧档' })
  const list = { dossierIds: [id.old], group: [people.creditadministrator, people.salesdirector] }
  yield step('archivist', 'disposal.open', list, keep('mistakenCase'))
  yield step('archivist', 'disposal.cancel', { id: id.mistakenCase, reason: '误开' })
  yield step('archivist', 'disposal.open', list, keep('case'))
  const opinions = [{ dossierId: id.old, opinion: 'destroy', reason: '期满' }]
  yield step('salesdirector', 'disposal.opine', { id: id.case, opinions })
  yield { ...step('creditadministrator', 'disposal.opine', { id: id.case, opinions }) }
  yield step('creditadministrator', 'disposal.submit', { id: id.case })
  yield step('officedirector', 'disposal.approve', { id: id.case, decision: 'agreed' })
  yield step('generalmanager', 'disposal.approve', { id: id.case, decision: 'agreed' })
  yield step('archivist2', 'disposal.check', { id: id.case, dossierIds: [id.old] })
  for (const login of ['salesdirector', 'departmentclerk']) yield step('archivist2', 'disposal.supervise', { id: id.case, onTheSpot: { login, password: TEST_PASSWORD } })
  yield step('archivist2', 'disposal.carryOut', { id: id.case, manner: '粉碎', place: '后院' })
  yield step('archivist', 'disposal.stub', { dossierId: id.old })
}

async function* schemeSteps(office: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  const { body } = await office.callAs(login, 'schemes.version', { id: 1 })
  yield step(login, 'schemes.create', { code: 'KH2', body, note: '另立' })
  yield step(login, 'schemes.prepare', { schemeId: 1, fromId: 1 }, keep('scheme'))
  yield step(login, 'schemes.save', { id: id.scheme, version: 1, body: { ...body, name: '客户卡二' } })
  yield step(login, 'schemes.submit', { id: id.scheme, version: 2, note: '改名' })
  yield step('salesdirector', 'schemes.review', { id: id.scheme, version: 3, agrees: true })
  yield step('officedirector', 'schemes.approve', { id: id.scheme, version: 4, agrees: true, effectiveOn: '2030-01-01' })
  yield step('officedirector', 'schemes.withdraw', { id: id.scheme, version: 5, reason: '误批' })
}

async function* sessionSteps(office: TestArchive): AsyncGenerator<Step> {
  yield step('auditor', 'session.signIn', { login: 'auditor', password: TEST_PASSWORD })
  yield step('auditor', 'session.changePassword', { oldPassword: TEST_PASSWORD, newPassword: `${TEST_PASSWORD}新` })
  yield step('auditor', 'session.lock', {})
  yield step('auditor', 'session.unlock', { password: `${TEST_PASSWORD}新` })
  yield step('auditor', 'session.recover', { login: 'archivist2', recoveryCode: office.recoveryCode, newPassword: `${TEST_PASSWORD}d` })
  yield step('systemadministrator', 'people.renewRecoveryCode', {})
}
