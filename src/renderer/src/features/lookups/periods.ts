export const PERIODS = ['thisMonth', 'thisYear', 'lastYear'] as const
export type PeriodName = (typeof PERIODS)[number]
export type Period = { readonly from: string; readonly to: string }

/** A named period around `today`: the running month and year end today, the last year is whole. */
export function periodOf(name: PeriodName, today: string): Period {
  const year = Number(today.slice(0, 4))
  if (name === 'thisMonth') return { from: `${today.slice(0, 7)}-01`, to: today }
  if (name === 'thisYear') return { from: `${year}-01-01`, to: today }
  return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
}

/** The day so many days after another, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
