import type { Output } from '../../../src/shared/contract/index.ts'

type Slip = Output<'lookups.get'>
type Row = Output<'lookups.desk'>['out'][number]
export type RegisterLine = Output<'lookups.register'>['rows'][number]

export const LONG_NAME = '新疆维吾尔自治区伊犁哈萨克自治州奎屯市农业生产资料有限责任公司'

const row: Row = {
  id: 1, number: 'CX-2026-0412', state: 'submitted', applicantName: '李若谷', unit: '销售一部', partyName: '山东锦岱锻造股份有限公司', shortName: '锦岱锻造',
  dossierNumber: 'XY-XS1-2024-0137', dossierCount: 1, manner: 'borrow', filledOn: '2026-11-23', untilOn: '2026-12-03', dueOn: null, dueIn: null,
  isClaimedReturned: false, isLost: false,
}

/** A slip as lists show it. */
export const aRow = (change: Partial<Row> = {}): Row => ({ ...row, ...change })

/** One dossier on a slip, not handed out. */
export const aDossier = (id: number, change: Partial<Slip['dossiers'][number]> = {}): Slip['dossiers'][number] => ({
  dossierId: id, number: `XY-XS1-2024-${String(id).padStart(4, '0')}`, title: '山东锦岱锻造股份有限公司', level: 'internal', documents: 31, pages: 142,
  place: { roomId: 1, roomName: '档案室', cabinetId: 4, cabinetCode: '04', drawerId: 9, drawerNo: 2, slot: 19 }, loan: null, ...change,
})

/** A whole slip, waiting for the office director. */
export const aSlip = (change: Partial<Slip> = {}): Slip => ({
  ...row, applicantId: 3, phone: '8062', purpose: '2027 年度框架合同续签，核对授信额度与担保条款', copyPages: null, isPartyKnown: true, filledByName: '李若谷',
  dossiers: [aDossier(137)], level: 'internal',
  signers: [{ role: 'officeDirector', clause: 'S22 6', signature: null, candidates: [{ login: 'gu', name: '顾怀远' }] }],
  steps: [], events: [],
  may: {
    change: false, submit: false, sign: false, cancel: false, handOut: false, takeBack: false, renew: false, reportLost: false, claimReturned: false,
    remind: false,
  },
  loanDays: 10, prints: 0, version: 1, ...change,
})

/** One line of the borrowing register. */
export const aRegisterLine = (loanId: number, change: Partial<RegisterLine> = {}): RegisterLine => ({
  loanId, slipNumber: 'CX-2026-0412', handedAt: '2026-11-07T02:40:00.000Z', applicantName: '王砺', unit: '销售一部', phone: '0533',
  dossierNumber: 'XY-XS1-2024-0137', title: '山东锦岱锻造股份有限公司', level: 'internal', place: '04-2-19', purpose: '核对授信额度', manner: 'borrow',
  signedBy: '顾怀远', dueOn: '2026-11-17', returnedAt: null, pagesOut: 142, pagesIn: null, conditionIn: null, takenBackByName: null, remarks: null, ...change,
})
