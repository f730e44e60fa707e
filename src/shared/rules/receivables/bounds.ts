import { MOST_FEN } from '../../money.ts'
import { daysBetween } from '../lookups/days.ts'

/** No bill, receipt or promise is older: a year was mistyped. */
export const FIRST_DAY = '1990-01-01'
/** Days from a bill or a promise to the day it is due. */
export const MOST_TERM_DAYS = 3650
/** What all bills, and all receipts, may come to: sums stay exact to the fen. */
export const MOST_SUM_FEN = Number.MAX_SAFE_INTEGER

/** Why a day cannot be that of a bill, a receipt or a promise. */
export const dayFault = (on: string, today: string): 'date-to-come' | 'date-too-early' | null => (on > today ? 'date-to-come' : on < FIRST_DAY ? 'date-too-early' : null)

/** Why what is dated `on` cannot be due on a day. */
export const dueFault = (on: string, dueOn: string): 'due-before' | 'due-too-late' | null => (dueOn < on ? 'due-before' : daysBetween(on, dueOn) > MOST_TERM_DAYS ? 'due-too-late' : null)

export const isTooLarge = (amountFen: number): boolean => amountFen > MOST_FEN

/** A document's number as it is compared: F4, f4 and the full-width ｆ４ are one. */
export const numberKey = (number: string): string => number.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, '')
