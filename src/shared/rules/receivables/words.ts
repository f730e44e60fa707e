/** How money came in: transfer, acceptance draft (承兑汇票), cash, set off against what we owe (抵账). */
export const RECEIPT_MEANS = ['transfer', 'draft', 'cash', 'offset'] as const
export type ReceiptMeans = (typeof RECEIPT_MEANS)[number]

export const PROMISE_MANNERS = ['written', 'phone', 'visit'] as const
export type PromiseManner = (typeof PROMISE_MANNERS)[number]
