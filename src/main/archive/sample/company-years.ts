import type { Sheet } from '../../../shared/rules/statements/form.ts'
import type { Random } from './random.ts'

/** Figures of one year by the codes of the forms, in fen. Totals are left to be added up. */
export type Figures = Readonly<Record<Sheet, Readonly<Record<string, number>>>>
export type CompanyYear = { current: Figures; prior: Figures | null }

type Shape = {
  capitalFen: number
  /** Amounts are whole multiples of so many fen. */
  step: number
  years: number
  /** Shrinks and loses. */
  isFailing: boolean
}

type Stock = { cash: number; receivables: number; prepayments: number; other: number; inventories: number; cost: number; depreciation: number; intangibles: number; loans: number; payables: number; advances: number; wages: number; taxes: number; otherPayables: number; capital: number; surplus: number; undistributed: number }

/**
 * A company's years, one rolled forward into the next: what it earns is kept or paid out, what it is short of is borrowed, and
 * the cash-flow statement tells the difference in cash.
 */
export function companyYears(random: Random, { capitalFen, step, years, isFailing }: Shape): CompanyYear[] {
  const whole = (amount: number) => Math.round(amount / step) * step
  const habits = habitsOf(random, isFailing)
  let revenue = whole(capitalFen * (1.8 + random.next() * 2.4))
  let stock = opening(random, capitalFen, revenue, habits, whole)
  const rolled: Figures[] = []
  for (let year = 0; year <= years; year++) {
    revenue = whole(revenue * (1 + habits.growth + (random.next() - 0.5) * 0.08))
    const next = roll(random, stock, revenue, habits, whole)
    rolled.push(next.figures)
    stock = next.stock
  }
  // The first year only stands in the column of the year before.
  return rolled.slice(1).map((current, index) => ({ current, prior: rolled[index]! }))
}

type Habits = ReturnType<typeof habitsOf>
const habitsOf = (random: Random, isFailing: boolean) => ({
  growth: isFailing ? -0.14 : 0.02 + random.next() * 0.14, margin: isFailing ? 0.07 : 0.15 + random.next() * 0.12, collection: isFailing ? 0.42 : 0.12 + random.next() * 0.14,
  stock: isFailing ? 0.34 : 0.1 + random.next() * 0.14, supply: 0.1 + random.next() * 0.1, payout: isFailing ? 0 : random.pick([0, 0.2, 0.3, 0.4]),
})

function opening(random: Random, capitalFen: number, revenue: number, habits: Habits, whole: (amount: number) => number): Stock {
  const cost = whole(revenue * 0.55)
  const stock = {
    ...working(random, revenue, habits, whole), cost, depreciation: whole(cost * 0.25), intangibles: whole(revenue * 0.04), capital: whole(capitalFen), surplus: whole(capitalFen * 0.06), undistributed: whole(capitalFen * 0.12),
    cash: 0, loans: 0,
  }
  return financed(stock, whole(revenue * 0.08))
}

/** What trade ties up and owes at the end of a year. */
function working(random: Random, revenue: number, { collection, stock, supply, margin }: Habits, whole: (amount: number) => number) {
  const about = (share: number) => whole(revenue * share * (0.88 + random.next() * 0.24))
  return {
    receivables: about(collection), prepayments: about(0.014), other: about(0.008), inventories: about((1 - margin) * stock),
    payables: about((1 - margin) * supply), advances: about(0.012), wages: about(0.009), taxes: about(0.007), otherPayables: about(0.011),
  }
}

const kept = (stock: Stock) => stock.receivables + stock.prepayments + stock.other + stock.inventories + stock.cost - stock.depreciation + stock.intangibles
const owed = (stock: Stock) => stock.payables + stock.advances + stock.wages + stock.taxes + stock.otherPayables + stock.capital + stock.surplus + stock.undistributed

/** Loans make up what is short of the cash it wants to hold; without loans the rest is cash. */
function financed(stock: Stock, wanted: number): Stock {
  const loans = Math.max(0, kept(stock) + wanted - owed(stock))
  return { ...stock, loans, cash: owed(stock) + loans - kept(stock) }
}

function roll(random: Random, before: Stock, revenue: number, habits: Habits, whole: (amount: number) => number): { figures: Figures; stock: Stock } {
  const income = incomeOf(random, before, revenue, habits, whole)
  const profit = profitOf(income)
  const dividends = profit > 0 ? whole(profit * habits.payout) : 0
  const put = profit > 0 && before.surplus < before.capital / 2 ? whole(profit * 0.1) : 0
  const [capex, depreciation, amortised] = [whole(revenue * (0.02 + random.next() * 0.03)), whole(before.cost * 0.07), whole(before.intangibles * 0.08)]
  const stock = financed({
    ...working(random, revenue, habits, whole), cost: before.cost + capex, depreciation: before.depreciation + depreciation, intangibles: before.intangibles - amortised,
    capital: before.capital, surplus: before.surplus + put, undistributed: before.undistributed + profit - put - dividends, cash: 0, loans: 0,
  }, whole(revenue * (0.06 + random.next() * 0.05)))
  return { figures: { balance: balanceOf(stock, whole), income, cash: cashOf(before, stock, income, { capex, dividends, whole }) }, stock }
}

function incomeOf(random: Random, before: Stock, revenue: number, { margin }: Habits, whole: (amount: number) => number) {
  const interest = whole(before.loans * 0.043)
  const operatingCost = whole(revenue * (1 - margin + (random.next() - 0.5) * 0.012))
  const [sellingExpenses, adminExpenses, taxes] = [whole(revenue * 0.028), whole(revenue * 0.046), whole(revenue * 0.006)]
  const [otherIncome, otherExpenses] = [whole(revenue * 0.002), whole(revenue * 0.001)]
  const financeExpenses = interest + whole(revenue * 0.0008)
  const before25 = revenue - operatingCost - taxes - sellingExpenses - adminExpenses - financeExpenses + otherIncome - otherExpenses
  return { revenue, operatingCost, taxes, sellingExpenses, adminExpenses, financeExpenses, interestExpense: interest, otherIncome, otherExpenses, incomeTax: before25 > 0 ? whole(before25 * 0.25) : 0 }
}

type Income = ReturnType<typeof incomeOf>
const profitOf = (income: Income) =>
  income.revenue - income.operatingCost - income.taxes - income.sellingExpenses - income.adminExpenses - income.financeExpenses + income.otherIncome - income.otherExpenses - income.incomeTax

function balanceOf(stock: Stock, whole: (amount: number) => number): Record<string, number> {
  const notes = whole(stock.receivables * 0.12)
  const longTermLoans = whole(stock.loans * 0.25)
  return {
    cash: stock.cash, notesReceivable: notes, receivables: stock.receivables - notes, prepayments: stock.prepayments, otherReceivables: stock.other, inventories: stock.inventories,
    // The small form lists cost and depreciation, the general form what remains.
    fixedAssetsCost: stock.cost, depreciation: stock.depreciation, fixedAssets: stock.cost - stock.depreciation, intangibles: stock.intangibles,
    shortTermLoans: stock.loans - longTermLoans, payables: stock.payables, advances: stock.advances, wagesPayable: stock.wages, taxesPayable: stock.taxes, otherPayables: stock.otherPayables, longTermLoans,
    paidInCapital: stock.capital, surplusReserve: stock.surplus, undistributedProfit: stock.undistributed,
  }
}

/** VAT runs through on both sides; what is left over after the other payments was paid for goods. */
function cashOf(before: Stock, stock: Stock, income: Income, { capex, dividends, whole }: { capex: number; dividends: number; whole: (amount: number) => number }): Record<string, number> {
  const { interestExpense: interest } = income
  const net = stock.cash - before.cash + capex + dividends + interest - (stock.loans - before.loans)
  const vat = whole(income.revenue * 0.13)
  const cashFromSales = income.revenue + vat - (stock.receivables - before.receivables) + (stock.advances - before.advances)
  const cashForWages = whole(income.revenue * 0.11) - (stock.wages - before.wages)
  const cashForTaxes = income.taxes + income.incomeTax + whole(vat * 0.2) - (stock.taxes - before.taxes)
  const otherOperatingOut = whole((income.sellingExpenses + income.adminExpenses) * 0.5)
  return {
    cashFromSales, otherOperatingIn: income.otherIncome, cashForWages, cashForTaxes, otherOperatingOut, cashForGoods: cashFromSales + income.otherIncome - cashForWages - cashForTaxes - otherOperatingOut - net,
    cashForAssets: capex, cashFromLoans: stock.loans, cashForLoans: before.loans,
    // The small form keeps interest and dividends apart.
    cashForInterest: interest, cashForDividends: dividends, openingCash: before.cash,
  }
}
