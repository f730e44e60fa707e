import type { Handlers } from '../pipeline/context.ts'
import { listAudit } from './list.ts'
import { recordPrint } from './prints.ts'

export const auditHandlers = {
  'audit.list': listAudit,
  'prints.record': recordPrint,
} satisfies Handlers<'audit.list' | 'prints.record'>
