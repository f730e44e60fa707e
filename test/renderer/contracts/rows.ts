import type { Output } from '../../../src/shared/contract/index.ts'

type Row = Output<'contracts.ledger'>['rows'][number]
export type Contract = NonNullable<Output<'dossiers.get'>['contract']>

export const aContractRow = (index: number, more: Partial<Row> = {}): Row => ({
  id: index, number: `HT-XS1-2026-${String(index).padStart(4, '0')}`, counterNumber: null, subject: `主焦精煤 ${index} 批`, direction: 'sale', partyId: 1, partyName: '徐州锦岱锻造有限公司',
  shortName: null, departmentName: '销售一部', handlerName: '李若谷', amountFen: 100_000, firstAmountFen: 100_000, amountRemarks: null, state: 'signed', signedOn: '2026-03-01',
  changedOn: null, performedOn: null, terminatedOn: null, changes: 0, performFrom: null, performUntil: null, guaranteeUntil: null,
  completeness: { present: 3, required: 10 }, ...more,
})

export const aContract = (more: Partial<Contract> = {}): Contract => ({
  subject: '主焦精煤 5,000 吨', direction: 'sale', counterNumber: 'JD-2026-031', handlerId: 4, handlerName: '李若谷', firstAmountFen: 780_000_000, amountFen: 812_345_678,
  amountRemarks: null, performFrom: '2026-03-05', performUntil: '2026-12-31', paymentTerms: '款到发货', guaranteeUntil: null, parties: [], state: 'performed',
  signedOn: '2026-03-01', changedOn: '2026-05-20', performedOn: '2026-11-02', terminatedOn: null, changes: 1, events: [], mayRecord: true, version: 3, ...more,
})
