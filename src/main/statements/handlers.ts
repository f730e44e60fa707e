import type { statements } from '../../shared/contract/statements.ts'
import type { Handlers } from '../pipeline/context.ts'
import { confirmStatement, reviseStatement, withdrawStatement } from './confirm.ts'
import { getStatements } from './get.ts'
import { importPreview, importStatements } from './import.ts'
import { listStatements } from './list.ts'
import { saveStatement } from './save.ts'

export const statementsHandlers = {
  'statements.list': listStatements,
  'statements.get': getStatements,
  'statements.save': saveStatement,
  'statements.confirm': confirmStatement,
  'statements.revise': reviseStatement,
  'statements.withdraw': withdrawStatement,
  'statements.importPreview': importPreview,
  'statements.import': importStatements,
} satisfies Handlers<keyof typeof statements>
