import type { Handlers } from '../pipeline/context.ts'
import { listImports } from './list.ts'
import { strikeImport } from './strike.ts'

export const importsHandlers = { 'imports.list': listImports, 'imports.strike': strikeImport } satisfies Handlers<'imports.list' | 'imports.strike'>
