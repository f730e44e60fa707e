import type { Output } from '../../src/shared/contract/index.ts'
import { type Desk, openDesk } from '../dossiers/desk.ts'
import { tinyPdf } from '../pipeline/valid-inputs.ts'
import { SMALL_LINES } from '../statements/worked.ts'

export type Card = Output<'ratings.get'>

/** A customer with a credit dossier, a licence scanned into it, statements of a year, a visit, and so enough to be rated. */
export async function openRatedOffice(): Promise<Desk & { partyId: number; dossierId: number; attachmentId: number }> {
  const desk = await openDesk()
  const { id: dossierId, partyId } = await desk.open('salesperson', '徐州锦岱锻造有限公司')
  const { id: documentId } = await desk.callAs('salesperson', 'documents.add', { dossierId, itemCode: '2.2', title: '客户调查表（现场）', pages: 1 })
  const scan = await desk.upload('salesperson', '调查表.pdf', tinyPdf('survey'))
  const { ids } = await desk.callAs('salesperson', 'attachments.add', { documentId, uploads: [scan] })
  const { id: statementId } = await desk.callAs('creditadministrator', 'statements.save', {
    partyId, periodEnd: '2025-12-31', format: 'small', unit: 'yuan', opinion: 'clean', receivedOn: '2026-04-10', lines: [...SMALL_LINES],
  })
  await desk.callAs('officedirector', 'statements.confirm', { id: statementId, version: 1, reasons: [] })
  await desk.callAs('creditadministrator', 'surveys.record', { partyId, on: '2026-09-10', form: {
    kind: 'site', visitors: '陈立群', operatingRate: 8200, items: { utilisation: 17, stock: 16, staff: 17, premises: 16, taxAndPower: 17 },
    management: { rules: true, audited: true, internalControl: true, noConsumptionBan: true, stableStaff: false }, position: 'regionalTopTen', marketShare: 600, marketSource: '省铸锻协会年报',
  } })
  const { id: contractId } = await desk.callAs('salesperson', 'contracts.open', {
    partyId, departmentId: desk.departments.XS1, subject: '主焦精煤', direction: 'sale', handlerId: desk.people.salesperson, firstAmountFen: 500_000_000, performUntil: '2026-03-31',
  })
  await desk.callAs('salesperson', 'contracts.recordEvent', { id: contractId, version: 1, what: 'signed', on: '2023-05-04' })
  await desk.callAs('salesperson', 'contracts.recordEvent', { id: contractId, version: 2, what: 'performed', on: '2026-03-20' })
  desk.archive.store.prepare("UPDATE party SET registeredCapitalFen = 1000000000, foundedOn = '2012-05-06', sizeClass = 'medium' WHERE id = ?").run(partyId)
  return { ...desk, partyId, dossierId, attachmentId: ids[0]! }
}

export const make = (desk: Desk, partyId: number, kind: 'presale' | 'aftersale' = 'presale') => desk.callAs('creditadministrator', 'ratings.create', { partyId, kind })
export const read = (desk: Desk, id: number): Promise<Card> => desk.callAs('generalmanager', 'ratings.get', { id })

/** From a draft to an approval: the maker submits, the sales director reviews, the office director approves. */
export async function approve(desk: Desk, id: number, override?: boolean): Promise<Card> {
  const draft = await read(desk, id)
  const submitted = (await desk.callAs('creditadministrator', 'ratings.submit', { id, version: draft.version })).rating
  const reviewed = (await desk.callAs('salesdirector', 'ratings.review', { id, version: submitted.version })).rating
  return (await desk.callAs('officedirector', 'ratings.approve', { id, version: reviewed.version, ...(override === undefined ? {} : { override }) })).rating
}
