import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/shared/rules/lookups/days.ts'
import { becauseDue, becauseOut, dueIn, latestRenewal, loanDue } from '../../src/shared/rules/lookups/due.ts'

const loanDays = { read: 0, borrow: 10, copy: 0 }
const FAR = '2099-12-31'

describe('when a folder is due', () => {
  test.each([
    // handed out, manner, the slip's last day, due
    ['2026-11-07', 'borrow', FAR, '2026-11-17'],
    ['2026-11-07', 'borrow', '2026-11-12', '2026-11-12'],
    ['2026-11-07', 'borrow', '2026-11-17', '2026-11-17'],
    ['2026-11-07', 'borrow', '2026-11-07', '2026-11-07'],
    ['2026-11-07', 'read', FAR, '2026-11-07'],
    ['2026-11-07', 'copy', FAR, '2026-11-07'],
    // month's end, leap day, year's end, and a spring day on which clocks are changed elsewhere
    ['2026-11-25', 'borrow', FAR, '2026-12-05'],
    ['2028-02-20', 'borrow', FAR, '2028-03-01'],
    ['2027-02-20', 'borrow', FAR, '2027-03-02'],
    ['2026-12-28', 'borrow', FAR, '2027-01-07'],
    ['2027-03-26', 'borrow', FAR, '2027-04-05'],
  ] as const)('handed out %s to %s until %s: due %s', (handedOn, manner, untilOn, due) => {
    expect(loanDue({ handedOn, manner, untilOn, loanDays })).toBe(due)
  })

  test.each([
    ['2026-11-16', 1], ['2026-11-17', 0], ['2026-11-18', -1], ['2026-11-23', -6], ['2027-01-01', -45],
  ])('due 2026-11-17 seen on %s: %i days', (today, days) => {
    expect(dueIn('2026-11-17', today)).toBe(days)
  })

  test('a regulation that lets read for days is followed as well', () => {
    expect(loanDue({ handedOn: '2026-11-07', manner: 'read', untilOn: FAR, loanDays: { ...loanDays, read: 2 } })).toBe('2026-11-09')
  })

  test('never before the hand-out, never after the slip, never beyond the regulation', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
    fc.assert(
      fc.property(day, fc.nat(400), fc.constantFrom('read', 'borrow', 'copy'), fc.nat(60), fc.integer({ min: 1, max: 60 }),
        (handedOn, slipDays, manner, read, borrow) => {
          const days = { read, borrow, copy: read }
          const untilOn = addDays(handedOn, slipDays)
          const due = loanDue({ handedOn, manner, untilOn, loanDays: days })
          expect(due >= handedOn && due <= untilOn).toBe(true)
          expect(daysBetween(handedOn, due)).toBe(Math.min(slipDays, days[manner]))
        }),
    )
  })

  test('days added and taken off again are the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        expect(daysBetween('2026-11-23', addDays('2026-11-23', days))).toBe(days)
        expect(addDays(addDays('2026-11-23', days), -days)).toBe('2026-11-23')
      }),
    )
  })
})

describe('how the day came about', () => {
  const loan = {
    handedOn: '2026-11-07', dueOn: '2026-11-17', renewals: 0, renewedByName: null, claimedReturnedAt: null, lostAt: null, applicantName: '王砺',
  }
  test('by hand-out: the days that make the sum right, also where the slip ended earlier', () => {
    expect(becauseDue(loan)).toEqual({ rule: 'loan-due', values: { from: '2026-11-07', days: 10, due: '2026-11-17' } })
    expect(becauseDue({ ...loan, dueOn: '2026-11-10' }).values).toEqual({ from: '2026-11-07', days: 3, due: '2026-11-10' })
  })
  test('by renewal', () => {
    expect(becauseDue({ ...loan, renewals: 1, renewedByName: '周敏' })).toEqual({ rule: 'renewed', values: { due: '2026-11-17', by: '周敏' } })
  })
  test.each([
    [{}, '2026-11-17', 'loan-due'],
    [{}, '2026-11-18', 'loan-overdue'],
    [{ claimedReturnedAt: '2026-11-18T02:00:00.000Z' }, '2026-11-19', 'claimed-returned'],
    [{ claimedReturnedAt: '2026-11-18T02:00:00.000Z', lostAt: '2026-11-19T02:00:00.000Z' }, '2026-11-20', 'lost'],
    [{ renewals: 1 }, '2026-11-17', 'renewed'],
  ])('what is said of a loan that is out: %o on %s', (change, today, rule) => {
    expect(becauseOut({ ...loan, ...change }, today).rule).toBe(rule)
  })
  test('a renewal runs at most as long as a fresh loan', () => {
    expect(latestRenewal('2026-11-23', loanDays)).toBe('2026-12-03')
  })
})
