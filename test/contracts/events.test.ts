import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTRACT_EVENTS, type ContractEvent, objectionTo, restsOn, standingOf } from '../../src/shared/rules/contracts/events.ts'

const TODAY = '2026-11-23'
const line = (what: ContractEvent['what'], on: string, amountFen: number | null = null, id = 0): ContractEvent => ({ id, what, on, amountFen })
const history = (...events: ContractEvent[]): ContractEvent[] => events.map((event, index) => ({ ...event, id: index + 1 }))

describe('the order of events', () => {
  const signed = line('signed', '2026-03-01')
  const performed = line('performed', '2026-08-01')
  it.each([
    ['a signing today', [], line('signed', TODAY), null],
    ['a signing to come', [], line('signed', '2026-11-24'), { reason: 'to-come' }],
    ['a change without a signing', [], line('changed', '2026-03-01'), { reason: 'not-signed' }],
    ['a termination without a signing', [], line('terminated', '2026-03-01'), { reason: 'not-signed' }],
    ['a second signing', [signed], line('signed', '2026-03-02'), { reason: 'signed-already', day: '2026-03-01' }],
    ['a change on the day of signing', [signed], line('changed', '2026-03-01'), null],
    ['a change before it', [signed], line('changed', '2026-02-28'), { reason: 'before-signing', day: '2026-03-01' }],
    ['performance', [signed], performed, null],
    ['performance twice', [signed, performed], line('performed', '2026-09-01'), { reason: 'performed-already', day: '2026-08-01' }],
    ['a change after performance', [signed, performed], line('changed', '2026-09-01'), null],
    ['performance anew after a change', [signed, performed, line('changed', '2026-09-01')], line('performed', '2026-10-01'), null],
    ['a change found out later, on its own day', [signed, performed], line('changed', '2026-05-01'), null],
    ['performance before the last change', [signed, line('changed', '2026-09-01')], line('performed', '2026-08-01'), { reason: 'before-last', day: '2026-09-01' }],
    ['termination before performance', [signed, performed], line('terminated', '2026-07-31'), { reason: 'before-last', day: '2026-08-01' }],
    ['termination on the same day', [signed, performed], line('terminated', '2026-08-01'), null],
    ['anything after termination', [signed, line('terminated', '2026-08-01')], line('changed', '2026-09-01'), { reason: 'terminated-already', day: '2026-08-01' }],
    ['anything before termination, entered after it', [signed, line('terminated', '2026-08-01')], line('changed', '2026-04-01'), { reason: 'terminated-already', day: '2026-08-01' }],
    ['a second termination', [signed, line('terminated', '2026-08-01')], line('terminated', '2026-08-01'), { reason: 'terminated-already', day: '2026-08-01' }],
  ] as const)('%s', (_name, before, next, objection) => {
    expect(objectionTo(history(...before), next, TODAY)).toEqual(objection)
  })

  it('a line is struck only when nothing rests on it', () => {
    const events = history(signed, performed, line('changed', '2026-09-01'), line('performed', '2026-10-01'), line('terminated', '2026-11-01'))
    expect(events.map((event) => restsOn(events, event)?.id ?? null)).toEqual([2, null, 4, null, null])
  })
})

describe('where events leave a contract', () => {
  it('is what the last of them says, by its day and not by when it was entered', () => {
    const events = history(line('signed', '2026-03-01'), line('performed', '2026-08-01'), line('changed', '2026-05-01', 900))
    expect(standingOf(events, 1000)).toEqual({
      state: 'performed', amountFen: 900, signedOn: '2026-03-01', changedOn: '2026-05-01', performedOn: '2026-08-01', terminatedOn: null, changes: 1,
    })
  })
  it('is negotiation before any, at the first amount or at none', () => {
    expect(standingOf([], 5)).toMatchObject({ state: 'negotiating', amountFen: 5, signedOn: null, changes: 0 })
    expect(standingOf([], null)).toMatchObject({ amountFen: null })
  })
  it('keeps an amount that a later change leaves as it is, also nothing at all', () => {
    const events = history(line('signed', '2026-03-01'), line('changed', '2026-04-01', 0), line('changed', '2026-05-01'))
    expect(standingOf(events, 1000)).toMatchObject({ amountFen: 0, changes: 2, state: 'changed' })
  })

  it('no sequence of allowed records and strikes breaks the order', () => {
    const step = fc.record({ what: fc.constantFrom(...CONTRACT_EVENTS), day: fc.integer({ min: 1, max: 28 }), strike: fc.option(fc.nat(20), { freq: 3 }) })
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let events: ContractEvent[] = []
      steps.forEach(({ what, day, strike }, index) => {
        const struck = strike === null ? undefined : events[strike % Math.max(1, events.length)]
        if (struck) {
          if (!restsOn(events, struck)) events = events.filter((event) => event !== struck)
        } else {
          const next = line(what, `2026-11-${String(day).padStart(2, '0')}`, null, index + 1)
          if (!objectionTo(events, next, TODAY)) events.push(next)
        }
        const order = events.toSorted((a, b) => a.on.localeCompare(b.on) || a.id - b.id)
        expect(order.every((event) => event.on <= TODAY)).toBe(true)
        expect(order.findIndex((event) => event.what === 'signed')).toBe(order.length > 0 ? 0 : -1)
        expect(order.filter((event) => event.what === 'signed').length).toBeLessThanOrEqual(1)
        expect([-1, order.length - 1]).toContain(order.findIndex((event) => event.what === 'terminated'))
        expect(order.every((event, at) => event.what !== 'performed' || order[at - 1]!.what !== 'performed')).toBe(true)
        expect(standingOf(events, null).state).toBe(order.at(-1)?.what ?? 'negotiating')
      })
    }), { numRuns: 500 })
  })
})
