import { describe, expect, test } from 'vitest'
import { SLIP_STATES } from '../../src/shared/contract/lookups.ts'
import type { Role } from '../../src/shared/roles.ts'
import type { Person } from '../../src/shared/rules/lookups/signers.ts'
import {
  type Folder, type Loan, nextReminder, type SlipCase, type SlipState, stateAfterReturn, stateAfterSigning, type Step, STEPS, whyNotAgree,
  whyNotCancel, whyNotChange, whyNotClaimReturned, whyNotCounted, whyNotHandOut, whyNotLend, whyNotRemind, whyNotRenew, whyNotRenewUntil,
  whyNotReportLost, whyNotSign, whyNotSubmit, whyNotTakeBack,
} from '../../src/shared/rules/lookups/steps.ts'

const TODAY = '2026-11-23'
const limits = { today: TODAY, loanDays: { read: 0, borrow: 10, copy: 0 }, maxRenewals: 1 }
const person = (personId: number, ...roles: Role[]): Person => ({ personId, roles })
const applicant = person(1, 'salesperson')
const filler = person(2, 'departmentClerk')
const director = person(10, 'officeDirector')
const manager = person(11, 'generalManager')
const archivist = person(20, 'archivist')
const stranger = person(30, 'creditAdministrator')

const loan = (change: Partial<Loan> = {}): Loan =>
  ({ dueOn: TODAY, renewals: 0, isReturned: false, isClaimedReturned: false, isLost: false, ...change })
const folder = (change: Partial<Folder> = {}): Folder =>
  ({ dossierId: 100, number: 'XY-XS1-2026-0001', pages: 10, custody: 'in', loan: null, lentOn: null, ...change })
const slip = (state: SlipState, change: Partial<SlipCase> = {}): SlipCase => {
  const isSigned = state === 'signed' || state === 'out' || state === 'returned'
  return {
    state, applicantId: 1, hasApplicantLeft: false, filledBy: 2, changedBy: null, untilOn: TODAY, lines: [{ role: 'officeDirector', clause: '6', signerId: isSigned ? 10 : null }],
    folders: [folder(state === 'out' ? { loan: loan() } : state === 'returned' ? { loan: loan({ isReturned: true }) } : {})], ...change,
  }
}
const overdue = (state: SlipState) => slip(state, { folders: [folder({ loan: loan({ dueOn: '2026-11-22', isReturned: state === 'returned' }) })] })

const WHY_NOT: Record<Step, (slip: SlipCase, who: Person) => unknown> = {
  change: whyNotChange,
  submit: (one, who) => whyNotSubmit(one, who, TODAY),
  cancel: whyNotCancel,
  sign: (one, who) => whyNotSign(one, who, TODAY),
  handOut: (one, who) => whyNotHandOut(one, who, TODAY),
  takeBack: (one, who) => whyNotTakeBack(one, who, one.folders[0]!.loan),
  renew: (one, who) => whyNotRenew(one, who, one.folders[0]!.loan, limits),
  claimReturned: (one, who) => whyNotClaimReturned(one, who, one.folders[0]!.loan),
  reportLost: (one, who) => whyNotReportLost(one, who, one.folders[0]!.loan),
  remind: (one, who) => whyNotRemind(one, who, TODAY),
}
/** Who may take which step in which state: written out, so that a change of the rules has to be written twice. */
const ALLOWED: Record<Step, Partial<Record<SlipState, readonly Person[]>>> = {
  change: { draft: [filler], refused: [filler], submitted: [archivist] },
  submit: { draft: [applicant, filler] },
  cancel: {
    draft: [applicant, filler], refused: [applicant, filler], submitted: [applicant, filler, archivist], signed: [applicant, filler, archivist],
  },
  sign: { submitted: [director] },
  handOut: { signed: [archivist] },
  takeBack: { out: [archivist] },
  renew: { out: [director, archivist] },
  claimReturned: { out: [applicant, filler, archivist] },
  reportLost: { out: [archivist] },
  remind: { out: [archivist] },
}
const PEOPLE = { applicant, filler, director, manager, archivist, stranger }

describe('every step in every state by everybody', () => {
  for (const step of Object.keys(STEPS) as Step[]) {
    for (const state of SLIP_STATES) {
      test(`${step} from ${state}`, () => {
        const one = step === 'remind' ? overdue(state) : slip(state)
        const allowed = Object.entries(PEOPLE).filter(([, who]) => WHY_NOT[step](one, who) === null).map(([name]) => name)
        const expected = Object.entries(PEOPLE).filter(([, who]) => ALLOWED[step][state]?.includes(who)).map(([name]) => name)
        expect(allowed).toEqual(expected)
      })
    }
  }
})

describe('maker and checker are two', () => {
  const code = (refusal: { code: string } | null) => refusal?.code ?? null
  const archivistApplies = { applicantId: 20 }
  test.each([
    ['the applicant signs', whyNotSign(slip('submitted', { applicantId: 10 }), director, TODAY)],
    ['who filled it in signs', whyNotSign(slip('submitted', { filledBy: 10 }), director, TODAY)],
    ['who chose its dossiers signs', whyNotSign(slip('submitted', { changedBy: 10 }), director, TODAY)],
    ['one person signs both lines', whyNotSign(
      slip('submitted', { lines: [{ role: 'officeDirector', clause: '', signerId: 12 }, { role: 'generalManager', clause: '', signerId: null }] }),
      person(12, 'officeDirector', 'generalManager'), TODAY)],
    ['a keeper lends to himself', whyNotHandOut(slip('signed', archivistApplies), archivist, TODAY)],
    ['a keeper lends what he signed', whyNotHandOut(slip('signed'), person(10, 'archivist'), TODAY)],
    ['a keeper takes back from himself', whyNotTakeBack(slip('out', archivistApplies), archivist, loan())],
    ['a keeper renews for himself', whyNotRenew(slip('out', archivistApplies), archivist, loan(), limits)],
    ['a keeper reports his own loan lost', whyNotReportLost(slip('out', archivistApplies), archivist, loan())],
  ])('%s', (_case, refusal) => {
    expect(code(refusal)).toBe('same-person')
  })
})

describe('signing', () => {
  const two = (first: number | null, second: number | null) =>
    [{ role: 'officeDirector', clause: '6', signerId: first }, { role: 'generalManager', clause: '5', signerId: second }] as const
  test('all lines make it signed, one refusal makes it refused', () => {
    expect(stateAfterSigning(two(10, null), 'agreed')).toBe('submitted')
    expect(stateAfterSigning(two(10, 11), 'agreed')).toBe('signed')
    expect(stateAfterSigning(two(10, null), 'refused')).toBe('refused')
  })
  test('a line is signed once', () => {
    expect(whyNotSign(slip('submitted', { lines: two(10, null) }), person(13, 'officeDirector'), TODAY)?.code).toBe('wrong-state')
    expect(whyNotSign(slip('submitted', { lines: two(10, null) }), manager, TODAY)).toBeNull()
  })
  test('a level raised after signing asks for one signature more, before anything is handed out', () => {
    const raised = slip('signed', { lines: two(10, null) })
    expect(whyNotHandOut(raised, archivist, TODAY)).toEqual({ code: 'signature-missing', details: { roles: ['generalManager'] } })
    expect(whyNotSign(raised, manager, TODAY)).toBeNull()
  })
  test('nothing to agree to without a dossier; refusing goes', () => {
    const empty = slip('submitted', { folders: [] })
    expect(whyNotAgree(empty, director, TODAY)?.code).toBe('no-dossier-on-slip')
    expect(whyNotSign(empty, director, TODAY)).toBeNull()
  })
  test.each(['submit', 'sign', 'handOut'] as const)('past its last day: no %s', (step) => {
    const state = step === 'submit' ? 'draft' : step === 'sign' ? 'submitted' : 'signed'
    const who = step === 'submit' ? filler : step === 'sign' ? director : archivist
    expect(WHY_NOT[step](slip(state, { untilOn: '2026-11-22' }), who)).toMatchObject({ code: 'due-before-today' })
  })
})

describe('handing out and taking back', () => {
  test.each([
    [folder(), null],
    [folder({ lentOn: { slipNumber: 'CX-2026-0007', borrower: '王砺' } }), 'dossier-lent'],
    [folder({ custody: 'missing' }), 'dossier-not-shelved'],
    [folder({ custody: 'moving' }), 'dossier-not-shelved'],
    [folder({ loan: loan() }), 'wrong-state'],
    [folder({ loan: loan({ isReturned: true }) }), 'wrong-state'],
  ])('folder %#', (one, code) => {
    expect(whyNotLend(one)?.code ?? null).toBe(code)
  })
  test('the button is there as long as one folder can be handed out', () => {
    const lent = folder({ dossierId: 1, lentOn: { slipNumber: 'CX-2026-0007', borrower: '王砺' } })
    expect(whyNotHandOut(slip('signed', { folders: [lent] }), archivist, TODAY)).toMatchObject({ code: 'dossier-lent', details: { borrower: '王砺' } })
    expect(whyNotHandOut(slip('signed', { folders: [lent, folder({ dossierId: 2 })] }), archivist, TODAY)).toBeNull()
    expect(whyNotHandOut(slip('out', { folders: [folder({ loan: loan() })] }), archivist, TODAY)?.code).toBe('wrong-state')
    expect(whyNotHandOut(slip('out', { folders: [folder({ loan: loan() }), folder({ dossierId: 2 })] }), archivist, TODAY)).toBeNull()
  })
  test('a count that differs needs a remark', () => {
    expect(whyNotCounted('N', 10, 10, null)).toBeNull()
    expect(whyNotCounted('N', 10, 9, '缺第 3 页')).toBeNull()
    expect(whyNotCounted('N', 10, 9, null)).toEqual({ code: 'pages-differ', details: { number: 'N', expected: 10, counted: 9 } })
  })
  test('returned with the last folder; folders never fetched lapse', () => {
    expect(stateAfterReturn([folder({ loan: loan({ isReturned: true }) }), folder({ loan: loan() })])).toBe('out')
    expect(stateAfterReturn([folder({ loan: loan({ isReturned: true }) }), folder()])).toBe('returned')
  })
})

describe('renewing', () => {
  test.each([
    [loan(), null], [loan({ dueOn: '2026-11-10' }), null],
    [loan({ isLost: true }), 'wrong-state'], [loan({ isReturned: true }), 'wrong-state'],
    [loan({ renewals: 1 }), 'renewal-limit'], [loan({ dueOn: '2026-12-03' }), 'renewal-limit'],
  ])('loan %#', (one, code) => {
    expect(whyNotRenew(slip('out'), archivist, one, limits)?.code ?? null).toBe(code)
  })
  test.each([
    ['2026-12-03', null], ['2026-11-24', null], ['2026-11-23', 'due-before-today'], ['2026-11-22', 'due-before-today'],
    ['2026-12-04', 'renewal-limit'],
  ])('due today, renewed until %s', (dueOn, code) => {
    expect(whyNotRenewUntil(loan(), dueOn, limits)?.code ?? null).toBe(code)
  })
  test('an overdue loan is not renewed into the past', () => {
    expect(whyNotRenewUntil(loan({ dueOn: '2026-11-10' }), '2026-11-22', limits)?.code).toBe('due-before-today')
    expect(whyNotRenewUntil(loan({ dueOn: '2026-11-10' }), '2026-11-23', limits)).toBeNull()
  })
})

describe('claims, losses, reminders', () => {
  test('claimed once, and not after it was lost', () => {
    expect(whyNotClaimReturned(slip('out'), applicant, loan({ isClaimedReturned: true }))?.code).toBe('wrong-state')
    expect(whyNotClaimReturned(slip('out'), applicant, loan({ isLost: true }))?.code).toBe('wrong-state')
    expect(whyNotReportLost(slip('out'), archivist, loan({ isClaimedReturned: true }))).toBeNull()
    expect(whyNotReportLost(slip('out'), archivist, loan({ isLost: true }))?.code).toBe('wrong-state')
    expect(whyNotTakeBack(slip('out'), archivist, loan({ isLost: true }))).toBeNull()
  })
  test('only what is overdue is asked for', () => {
    expect(whyNotRemind(slip('out'), archivist, TODAY)?.code).toBe('wrong-state')
    expect(whyNotRemind(overdue('out'), archivist, TODAY)).toBeNull()
    expect([0, 1, 2, 3].map(nextReminder)).toEqual([1, 2, 3, 3])
  })
})
