import { ITEM_CODES, propertyOf } from '../../../src/shared/rules/checks/items.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../src/shared/contract/index.ts'
import { aContract, aContractRow } from '../contracts/rows.ts'
import { aDossier, aRegisterLine, aSlip, LONG_NAME } from '../lookups/slips.ts'
import { openPrinter, type Paper, type Printer } from './printer.ts'

const A4 = [595, 842]
const STATUS = {
  company: '砚山矿业营销总公司', isSample: false, regulation: { id: 'S22', title: '通用版', effectiveOn: '2026-01-01', defaultLevel: 'internal', opening: null, grades: [] }, auditSeq: 18203, auditHead: '0000-0000',
  lastBackupAt: null, today: '2026-11-23', now: '2026-11-23T06:26:00.000Z', idleLockMinutes: 10,
} satisfies Output<'archive.status'>
const STAMP = { copy: 2, auditSeq: 18204, auditHead: '7F3A-91C2', at: '2026-11-23T06:26:00.000Z', by: '周敏' } satisfies Output<'prints.record'>
const answers = (more: Record<string, unknown>) => ({ 'archive.status': STATUS, 'prints.record': STAMP, ...more })

let printer: Printer
beforeAll(async () => {
  printer = await openPrinter()
}, 120_000)
afterAll(() => printer?.close())

function expectPaper(paper: Paper, pages: number, kilobytes: number) {
  expect(paper.pages).toBe(pages)
  expect(paper.hasOnlyRealFonts).toBe(true)
  expect(paper.bytes).toBeLessThan(kilobytes * 1000)
}

describe('the slip on paper', () => {
  test('both halves on one A4, numbered, with the head that proves the log', async () => {
    const { paper, calls } = await printer.print('/print/slip/1', answers({ 'lookups.get': aSlip() }))
    expectPaper(paper, 1, 120)
    expect(paper.sizes).toEqual([A4])
    for (const words of ['CX-2026-0412-1', 'CX-2026-0412-2', '档案室存', '查阅人持', '#182047F3A-91C2', '周敏', '第2次', '2026年11月23日', '未签批', '砚山矿业营销总公司']) {
      expect(paper.texts[0]).toContain(words)
    }
    expect(calls.filter(([method]) => method === 'prints.record')).toEqual([['prints.record', { form: 'slip', subjectId: 1, asPdf: false }]])
  })

  test('a signed one says who, when and how; the box is no longer blank', async () => {
    const signature = { signerName: '顾怀远', at: '2026-11-23T02:40:00.000Z', decision: 'agreed' as const, reason: null, onTheSpot: true, onPaper: false, textHash: '4c1e9a07bb21' }
    const { paper } = await printer.print('/print/slip/1', answers({
      'lookups.get': aSlip({ state: 'signed', signers: [{ role: 'officeDirector', clause: 'S22 6', signature, candidates: [] }] }),
    }))
    for (const words of ['同意', '顾怀远', '4C1E9A07', '当场']) expect(paper.texts[0]).toContain(words)
    expect(paper.texts[0]).not.toContain('未签批')
  })

  test('a refused one says so, with the reason', async () => {
    const signature = { signerName: '顾怀远', at: '2026-11-23T02:40:00.000Z', decision: 'refused' as const, reason: '用途不清', onTheSpot: false, onPaper: false, textHash: '4c1e9a07bb21' }
    const { paper } = await printer.print('/print/slip/1', answers({
      'lookups.get': aSlip({ state: 'refused', signers: [{ role: 'officeDirector', clause: 'S22 6', signature, candidates: [] }] }),
    }))
    for (const words of ['已退回', '不同意', '用途不清']) expect(paper.texts[0]).toContain(words)
  })

  test('thirty dossiers, a name of thirty characters and a purpose of three hundred: an annex, and nothing lost', async () => {
    const dossiers = Array.from({ length: 30 }, (_, index) => aDossier(index + 1, { title: LONG_NAME }))
    const purpose = `${'核对授信额度与担保条款，'.repeat(24)}以此为止`
    const { paper } = await printer.print('/print/slip/1', answers({ 'lookups.get': aSlip({ partyName: LONG_NAME, dossiers, dossierCount: 30, purpose }) }))
    expectPaper(paper, 4, 300)
    const all = paper.texts.join('')
    expect(all).toContain('以此为止')
    expect(paper.texts[0]).toContain('共30卷')
    for (const { number } of dossiers) expect(all.split(number)).toHaveLength(3)
  })

  test('an empty slip for the day the program is not at hand', async () => {
    const { paper, calls } = await printer.print('/print/slip', answers({}))
    expectPaper(paper, 1, 120)
    expect(calls).toContainEqual(['prints.record', { form: 'slip', subjectId: null, asPdf: false }])
  })

  test('printed by the browser’s own menu there is nothing on the paper, since no copy was recorded', async () => {
    const { paper, calls } = await printer.print('/print/slip/1', answers({ 'lookups.get': aSlip() }), { unrecorded: true })
    expect(paper.texts.join('')).not.toContain('CX-2026-0412')
    expect(paper.texts.join('')).toContain('未登记的打印')
    expect(calls.map(([method]) => method)).not.toContain('prints.record')
  })
})

describe('blanks and reports', () => {
  const blank = (id: number, form: 'slip' | 'transfer' | 'incident') => ({
    id, number: `ZD-2026-000${id}`, form, issuedAt: '2026-11-23T02:00:00.000Z', issuedByName: '周敏', state: 'out' as const, closedAt: null, closedByName: null, remarks: null, isEntered: false,
  })

  test('numbered blanks of every form: a sheet each, the number of a slip on both halves', async () => {
    const rows = [blank(3, 'incident'), blank(2, 'transfer'), blank(1, 'slip')]
    const { paper, calls } = await printer.print('/print/blankSlip/1-3', answers({ 'fallback.blanks': { total: 3, out: 3, rows } }))
    expectPaper(paper, 3, 250)
    expect(calls).toContainEqual(['fallback.blanks', { fromId: 1, toId: 3, limit: 100 }])
    expect(paper.texts[0]).toContain('ZD-2026-0001-1')
    expect(paper.texts[0]).toContain('ZD-2026-0001-2')
    expect(paper.texts[1]).toContain('移交清单')
    expect(paper.texts[1]).toContain('ZD-2026-0002')
    expect(paper.texts[2]).toContain('当时保管人')
  })

  test('the four-property report: every item, every finding with its remedy, over as many sheets as it needs', async () => {
    const finding = (index: number) => ({ rule: 'scan-missing' as const, facts: { pages: index }, dossierId: 1, dossierNumber: 'XY-XS1-2026-0001', documentId: index, document: `${LONG_NAME}${index}`, file: null, isNew: false })
    const items = ITEM_CODES.map((code) => ({
      code, property: propertyOf(code), outcome: code === 'WZ-4' ? 'failed' as const : code === 'AQ-6' ? 'notCarriedOut' as const : 'passed' as const, checked: 40, findings: code === 'WZ-4' ? 40 : 0,
      shown: code === 'WZ-4' ? Array.from({ length: 40 }, (_, index) => finding(index + 1)) : [], isRequired: false, attestation: null, former: null,
    }))
    const report = {
      id: 1, number: 'SX-2026-0001', scope: 'dossier' as const, dossierId: 1, transferId: null, label: 'XY-XS1-2026-0001', at: '2026-11-23T02:00:00.000Z', byName: '周敏', dossiers: 1, documents: 40, files: 0, bytes: 0,
      verdict: 'failed' as const, passed: 20, failed: 1, notRun: 0, notCarriedOut: 1, attested: 0, findings: 40, auditSeq: 9, items, former: null, may: { attest: true },
    }
    const { paper } = await printer.print('/print/fourProperties/1', answers({ 'checks.get': report }))
    expectPaper(paper, paper.pages, 250)
    expect(paper.pages).toBeGreaterThan(1)
    const all = paper.texts.join('')
    for (const code of ITEM_CODES) expect(all).toContain(code)
    expect(all.split('没有扫描件')).toHaveLength(41)
    expect(all).toContain('用单位的查毒软件')
  })
})

describe('lists on paper', () => {
  test('the register runs over pages with its head row, page numbers and every line once', async () => {
    const rows = Array.from({ length: 46 }, (_, index) => aRegisterLine(index + 1, { dossierNumber: `HT-XS1-2026-${1000 + index}`, title: index % 7 === 3 ? LONG_NAME : '锦岱' }))
    const { paper } = await printer.print('/print/register/2026-01-01_2026-11-23', answers({ 'lookups.register': { total: rows.length, rows } }))
    expectPaper(paper, paper.pages, 150)
    expect(paper.pages).toBeGreaterThan(2)
    for (const [index, text] of paper.texts.entries()) {
      expect(text).toContain('借阅人签字')
      expect(text).toContain(`第${index + 1}页共${paper.pages}页`)
    }
    expect(new Set(paper.sizes.map(String))).toEqual(new Set(['842,595']))
    for (const { dossierNumber } of rows) expect(paper.texts.join('').split(dossierNumber)).toHaveLength(2)
  })

  test('the contract ledger: each page with its own sum, the last with the total, and what it was narrowed by', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => aContractRow(index + 1, {
      direction: index < 20 ? 'sale' : 'purchase', partyName: index % 5 === 0 ? LONG_NAME : '徐州锦岱锻造有限公司', amountFen: index === 3 ? null : 100_000,
    }))
    const sums = { sale: { contracts: 20, priced: 19, amountFen: 1_900_000 }, purchase: { contracts: 20, priced: 20, amountFen: 2_000_000 } }
    const asked = encodeURIComponent(JSON.stringify({ year: 2026, signedFrom: '2026-01-01', text: '煤' }))
    const { paper, calls } = await printer.print(`/print/contractLedger/${asked}`, answers({
      'contracts.ledger': { total: rows.length, rows, sums }, 'people.departments': [], 'people.directory': [],
    }))
    expect(paper.pages).toBeGreaterThan(1)
    expect(paper.hasOnlyRealFonts).toBe(true)
    paper.texts.forEach((page, index) => {
      for (const words of ['合同台账', '2026、2026-01-01起签订、含“煤”', '共40份', '合同编号', '本页小计', `第${index + 1}页共${paper.pages}页`]) expect(page).toContain(words)
      expect(page.includes('总计')).toBe(index === paper.pages - 1)
    })
    expect(paper.texts.at(-1)).toContain('销售20份19,000.00采购20份20,000.00')
    const all = paper.texts.join('')
    for (const row of rows) expect(all.split(row.number)).toHaveLength(2)
    expect(calls).toContainEqual(['contracts.ledger', { year: 2026, signedFrom: '2026-01-01', text: '煤', offset: 0, limit: 500 }])
    expect(calls).toContainEqual(['prints.record', { form: 'contractLedger', subjectId: null, asPdf: false }])
  })

  test('the destruction list: a cover with every signature, thirty-four folders over pages, the stopped one named and not counted', async () => {
    const { paper, spilt, calls } = await printer.print('/print/destructionList/3', answers({ 'disposal.get': aDisposal(34) }))
    expectPaper(paper, 3, 150)
    expect(spilt).toEqual([])
    for (const words of ['销毁清册', '33卷', '鉴定小组负责人', '陈立群', '批准人', '监销人（一）', '监销人（二）', '吴桐', '本清册永久保存']) expect(paper.texts[0]).toContain(words)
    for (const text of paper.texts.slice(1)) expect(text).toContain('应保管期限')
    const lists = paper.texts.slice(1).join('')
    for (let turn = 1; turn <= 34; turn += 1) expect(lists.split(`XY-XS1-2011-${1000 + turn}`)).toHaveLength(2)
    expect(lists).toContain('停办：欠款未清')
    expect(paper.texts.at(-1)).toContain('合计33卷')
    expect(calls).toContainEqual(['prints.record', { form: 'destructionList', subjectId: 3, asPdf: false }])
  })

  test('a transfer list of thirty-four folders with long names: every line once in each copy, totals and signatures at the end of both', async () => {
    const { paper, spilt } = await printer.print('/print/transfer/5', answers({ 'transfers.get': aTransfer(34) }))
    expectPaper(paper, paper.pages, 260)
    expect(spilt).toEqual([])
    const half = paper.pages / 2
    expect(half).toBe(3)
    for (const copy of [paper.texts.slice(0, half), paper.texts.slice(half)]) {
      for (let turn = 1; turn <= 34; turn += 1) expect(copy.join('').split(`XY-XS1-2024-${1000 + turn}`)).toHaveLength(2)
      for (const text of copy) expect(text).toContain('核对结果')
      for (const words of ['移交清单', 'YJ-2026-0005', '合计', '吴桐', '陈立群']) expect(copy.join('')).toContain(words)
      expect(copy.at(-1)).toContain('陈立群')
    }
  })

  test('a register without a line is one ruled sheet', async () => {
    const { paper } = await printer.print('/print/register/2026-01-01_2026-11-23', answers({ 'lookups.register': { total: 0, rows: [] } }))
    expectPaper(paper, 1, 80)
  })

  test.each([[0, 1], [15, 1], [30, 2]])('contents of %i documents: %i sheets, with totals', async (documents, sheets) => {
    const { paper } = await printer.print('/print/contents/7', answers({ 'dossiers.get': aWholeDossier(documents) }))
    expectPaper(paper, sheets, 90)
    expect(paper.texts.at(-1)).toContain(`合计${documents}件`)
    expect(paper.texts[0]).toContain('责任者')
  })
})

describe('covers and labels', () => {
  test.each(['cover', 'label'])('%s: one sheet, long name and all', async (form) => {
    const { paper, calls } = await printer.print(`/print/${form}/7`, answers({ 'dossiers.get': aWholeDossier(3) }))
    expectPaper(paper, 1, 120)
    expect(paper.texts[0]).toContain('XY-XS1-2024-0137')
    expect(paper.texts[0]).toContain('#18204')
    expect(calls).toContainEqual(['prints.record', { form, subjectId: 7, asPdf: false }])
  })
  test.each(['cover', 'label', 'contents'])('%s: the longest name of all, and without a place to break it, stays on the sheet beside its codes', async (form) => {
    for (const partyName of ['A'.repeat(200), '长'.repeat(200)]) {
      const { paper, spilt } = await printer.print(`/print/${form}/7`, answers({ 'dossiers.get': { ...aWholeDossier(3), partyName, shortName: null } }))
      expect(spilt).toEqual([])
      expect(paper.pages).toBe(1)
    }
  })
})

test('a contract’s cover says what it is about, what it comes to, who handles it and when', async () => {
  const dossier = { ...aWholeDossier(3), kind: 'contract' as const, number: 'HT-XS1-2026-0188', contract: aContract({ subject: `${LONG_NAME}主焦精煤购销合同` }) }
  const { paper } = await printer.print('/print/cover/7', answers({ 'dossiers.get': dossier }))
  expectPaper(paper, 1, 120)
  for (const words of ['合同档案', 'HT-XS1-2026-0188', '主焦精煤购销合同', '8,123,456.78元', '李若谷', '2026年3月1日', '已履行', '2026年11月2日']) expect(paper.texts[0]).toContain(words)
})

test('the head of the audit log is the one answered for this very copy', async () => {
  const { paper } = await printer.print('/print/auditHead', answers({}))
  expectPaper(paper, 1, 80)
  for (const words of ['#18204', '7F3A-91C2', '周敏', '第2次']) expect(paper.texts[0]).toContain(words)
  expect(paper.texts[0]).not.toContain('18203')
})

function aWholeDossier(documents: number): Output<'dossiers.get'> {
  const lines = Array.from({ length: documents }, (_, index) => ({
    id: index + 1, itemCode: `1.${index + 1}`, title: `第 ${index + 1} 份文件`, author: null, originality: 'copy' as const, pages: 2, datedOn: '2024-03-12', expiresOn: null, remarks: null,
    attachments: [],
  }))
  return {
    id: 7, kind: 'credit', number: 'XY-XS1-2024-0137', partyId: 1, partyName: LONG_NAME, shortName: null, grade: 'AA', departmentName: '销售一部', year: 2024,
    level: 'internal', openedOn: '2024-03-18', isConfirmed: true, state: 'in', place: null, completeness: { present: 1, required: 2 }, partyCreditCode: null,
    legalRepresentative: null, registeredCapitalFen: null, foundedOn: null, industry: null, contact: null, openedByName: '李若谷', confirmedAt: null,
    confirmedByName: null, retentionYears: 10, levelReason: null, downgradeOn: null, downgradeTo: null, remarks: null, documents, pages: documents * 2, firstDatedOn: '2024-03-12', lastDatedOn: '2024-12-30',
    catalogue: [{ code: '1', title: '基本资料', present: 1, required: 1, items: [{ code: '1.1', title: '营业执照', isRequired: true, documents: lines }] }],
    missing: [], regulation: { id: 'S22', clause: '1' }, custody: [], contract: null, lastLookup: null, mayWrite: true, mayConfirm: false, confirmer: 'salesDirector', throughSlip: null, version: 1,
  }
}

/** A finished case of so many folders, the second stopped by a debt, some with the longest of names. */
function aTransfer(folders: number): Output<'transfers.get'> {
  const at = '2026-11-20T02:00:00.000Z'
  const signed = (side: 'sender' | 'receiver', signerName: string) => ({ side, signerName, at, onTheSpot: side === 'receiver', onPaper: false, textHash: 'a'.repeat(64) })
  const line = (turn: number): Output<'transfers.get'>['lines'][number] => ({
    dossierId: turn, number: `XY-XS1-2024-${1000 + turn}`, title: turn % 5 === 0 ? LONG_NAME : '徐州锦岱锻造有限公司', kind: 'credit', year: 2024, level: 'internal', retentionYears: 10,
    departmentName: '销售一部', documents: 12, pages: 140, hasScans: true, state: turn === 3 ? 'refused' : 'accepted', pagesIn: turn === 7 ? 138 : 140, condition: 'good',
    reason: turn === 3 ? 'damaged' : null, remarks: turn === 7 ? '少两页，已补记' : null, decidedByName: '陈立群', decidedAt: at, obstacle: null, findings: [], mayDecide: false,
  })
  return {
    id: 5, number: 'YJ-2026-0005', state: 'closed', fromStage: 'department', toStage: 'administrator', departmentName: '销售一部', senderName: '吴桐', on: '2026-11-20', folders, decided: folders,
    refused: 1, pages: folders * 140, waits: false, departmentId: 1, remarks: null, filledByName: '吴桐', filledAt: at, submittedAt: at, closedAt: at, documents: folders * 12,
    lines: Array.from({ length: folders }, (_, index) => line(index + 1)), signatures: [signed('sender', '吴桐'), signed('receiver', '陈立群')], candidates: [], events: [],
    may: { change: false, submit: false, withdraw: false, receive: false, close: false }, prints: 1, version: 4,
  }
}

function aDisposal(folders: number) {
  const at = '2026-11-20T02:00:00.000Z'
  const signature = (name: string) => ({ signerId: 1, name, at, decision: 'agreed', reason: null, onTheSpot: true, textHash: 'a'.repeat(64) })
  const line = (turn: number) => ({
    dossierId: turn, number: `XY-XS1-2011-${1000 + turn}`, partyName: turn % 6 === 0 ? LONG_NAME : '徐州锦岱锻造有限公司', shortName: null, title: null, kind: 'credit', year: 2011, documents: 3, pages: 20,
    retentionYears: 10, retentionFrom: '2012-01-01', retentionEnds: '2021-12-31', because: { rule: 'retention', values: { years: 10, from: '2012-01-01', until: '2021-12-31' } },
    place: null, opinions: [], decision: 'destroy', keepUntilYear: null, checkedAt: at, checkedByName: '沈秋实', obstacles: [],
    ...(turn === 2 ? { stoppedAt: at, stoppedBy: { kind: 'debt', subject: '尾款', until: null, amountFen: 1_200_000 }, destroyedAt: null } : { stoppedAt: null, stoppedBy: null, destroyedAt: at }),
  })
  return {
    id: 3, number: 'XH-2026-0003', state: 'done', openedBy: 1, openedByName: '周敏', openedAt: at, closedAt: at, folders, destroyed: folders - 1, stopped: 1, remarks: null, submittedAt: at, approvedAt: at,
    carriedOutByName: '沈秋实', manner: '粉碎', place: '后勤楼一层', regulation: { id: 'S22', clause: '本单位定' }, group: [{ personId: 1, name: '陈立群', isHead: true, given: folders }, { personId: 2, name: '何振邦', isHead: false, given: folders }],
    headSignature: signature('陈立群'), approvals: [{ role: 'officeDirector', signature: signature('顾怀远') }, { role: 'generalManager', signature: signature('林念祖') }], refusals: [],
    supervisorsNeeded: 2, supervisors: [signature('何振邦'), signature('吴桐')], lines: Array.from({ length: folders }, (_, index) => line(index + 1)),
    may: { opine: false, submit: false, approve: false, check: false, supervise: false, carryOut: false, cancel: false }, version: 9,
  }
}
