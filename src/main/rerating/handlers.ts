import type { rerating } from '../../shared/contract/rerating.ts'
import type { Handlers } from '../pipeline/context.ts'
import { rerateDue } from './due.ts'
import { listUnrated, unratedIds } from './unrated.ts'
import { getBatch, listBatches } from './load.ts'

export const reratingHandlers = {
  'rerating.due': rerateDue,
  'rerating.unrated': listUnrated,
  'rerating.unratedIds': unratedIds,
  'rerating.list': listBatches,
  'rerating.get': getBatch,
} satisfies Handlers<Exclude<keyof typeof rerating, 'rerating.run' | 'rerating.step'>>
