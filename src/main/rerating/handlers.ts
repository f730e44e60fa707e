import type { rerating } from '../../shared/contract/rerating.ts'
import type { Handlers } from '../pipeline/context.ts'
import { rerateDue } from './due.ts'
import { getBatch, listBatches } from './load.ts'

export const reratingHandlers = {
  'rerating.due': rerateDue,
  'rerating.list': listBatches,
  'rerating.get': getBatch,
} satisfies Handlers<Exclude<keyof typeof rerating, 'rerating.run' | 'rerating.step'>>
