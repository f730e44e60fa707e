import type { Handlers } from '../pipeline/context.ts'
import { listInvoices } from './list.ts'
import { invoiceOverview } from './overview.ts'

/** The invoices' methods; imports and striking run as jobs. */
export const invoicesHandlers = { 'invoices.overview': invoiceOverview, 'invoices.list': listInvoices } satisfies Handlers<'invoices.overview' | 'invoices.list'>
