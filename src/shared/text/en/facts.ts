import type { facts as reference } from '../zh-CN/facts.ts'

export const facts: typeof reference = {
  name: {
    cash: 'Cash', receivables: 'Receivables', prepayments: 'Prepayments', inventories: 'Inventories', currentAssets: 'Current assets', totalAssets: 'Total assets', shortTermLoans: 'Short-term loans',
    payables: 'Payables', currentLiabilities: 'Current liabilities', totalLiabilities: 'Total liabilities', paidInCapital: 'Paid-in capital', retainedEarnings: 'Retained earnings', equity: 'Equity',
    revenue: 'Revenue', operatingCost: 'Operating cost', interestExpense: 'Interest expense', operatingProfit: 'Operating profit', totalProfit: 'Profit before tax', netProfit: 'Net profit',
    operatingCash: 'Operating cash flow', netCash: 'Net change in cash', statementAgeMonths: 'Age of statements', auditQualified: 'Audit opinion not clean',
    turnover12: 'Sales invoiced, 12 months', purchases12: 'Purchases invoiced, 12 months', monthsActive12: 'Months invoiced of 12', invoiceMonths: 'Months of invoices', salesVolatility12: 'Volatility of monthly sales',
    salesInvoices12: 'Sales invoices, 12 months', voidShare12: 'Share void', redShare12: 'Share red', customers12: 'Customers, 12 months', suppliers12: 'Suppliers, 12 months',
    topCustomerShare12: 'Largest customer', topFiveCustomersShare12: 'Five largest customers', topSupplierShare12: 'Largest supplier', topFiveSuppliersShare12: 'Five largest suppliers',
    cooperationYears: 'Years of trade', contracts12: 'Contracts, 12 months', contractAmount12: 'Contract amount, 12 months', contractsDue24: 'Contracts due, 24 months', contractsKept24: 'Contracts kept', tradeRank12: 'Rank in trade',
    siteScore: 'Site visit', operatingRate: 'Capacity in use', managementPoints: 'Management', industryPosition: 'Position in its industry', surveyedMarketShare: 'Market share', relatedParties: 'Related parties', relatedGuaranteesYuan: 'Guarantees given',
    certificatesValid: 'Certificates valid', licenceExpired: 'Licence expired', scopeExceeded: 'Beyond licensed scope', referenceMark: 'References',
    dishonest: 'Dishonest debtor', deregistered: 'Revoked or deregistered', bankruptcy: 'Bankruptcy accepted', fraud: 'Fraud', openLawsuits: 'Open lawsuits', reputation: 'Awards less adverse reports', controlChanged12: 'Control changed within a year',
    industryOutlook: 'Industry outlook', registeredCapital: 'Registered capital', yearsInBusiness: 'Years in business', sizeClass: 'Size', declaredMarketShare: 'Market share as declared',
    defaultSeverity36: 'Severity of defaults', ownWriteOff: 'Written off by us', openDefaults: 'Open defaults', complaints12: 'Complaints and disputes, 12 months', badListed: 'Listed as bad customer', watchListed: 'Under watch',
    paymentIndex24: 'Payment index', overdueShare: 'Share overdue', longestOverdueDays: 'Longest overdue', promisesKept24: 'Promises kept', creditSales12: 'Credit sales, 12 months', limitUse: 'Share of limit used', beyondLimit: 'Owed beyond the limit', onTimeDelivery24: 'Delivered on time', acceptedQuality24: 'Accepted quality', invoicedInOrder24: 'Invoiced in order', ordersDue24: 'Orders due, 24 months', lotsInspected24: 'Lots inspected, 24 months',
    previousScore: 'Previous score', defaultsWithinYear: 'Defaults within a year after',
  },
  yearsBack: (fact, years) => (years === 1 ? `${fact}, year before` : `${fact}, ${years} years before`),
  absent: { notProvided: 'Not provided', notApplicable: 'Not applicable', notKept: 'Not recorded', undefined: 'Cannot be computed' },
  flowEnded: (day) => `Invoices are imported up to ${day} only; what came after is not known`,
  absentHint: { notProvided: 'The party owes it; complete it and compute again', notApplicable: 'There is nothing to measure yet', notKept: 'This archive keeps no such records', undefined: 'The denominator is zero or negative' },
  sourceKind: {
    party: 'Party data', statement: 'Statements', invoices: 'Invoices', contracts: 'Contracts', survey: 'Survey', certificates: 'Certificates', references: 'References', notices: 'Notices', defaults: 'Defaults',
    listings: 'Lists', limits: 'Limit granted', receivables: 'Receivables', deliveries: 'Deliveries', industry: 'Industry outlook', rating: 'Rating', outcome: 'Outcome',
  },
  unit: { yuan: 'yuan', share: '%', times: '×', days: 'days', months: 'months', years: 'years', count: '', marks: 'pts', flag: '' },
  flag: { yes: 'Yes', no: 'No' },
  marksOf: (value, least, most) => (least === 0 ? `${value} of ${most}` : `${value} (${least} to ${most})`),
}
