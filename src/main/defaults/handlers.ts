import type { Handlers } from '../pipeline/context.ts'
import { listDefaults } from './list.ts'
import { addDefault, settleDefault, strikeDefault } from './record.ts'

/** The records' methods; the import runs as a job. */
export const defaultsHandlers = {
  'defaults.list': listDefaults, 'defaults.add': addDefault, 'defaults.settle': settleDefault, 'defaults.strike': strikeDefault,
} satisfies Handlers<'defaults.list' | 'defaults.add' | 'defaults.settle' | 'defaults.strike'>
