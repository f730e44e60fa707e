import type { fallback } from '../../shared/contract/fallback.ts'
import type { Handlers } from '../pipeline/context.ts'
import { issueBlanks, useBlank, voidBlank } from './blanks.ts'
import { enterList } from './enter-list.ts'
import { enterNote } from './enter-note.ts'
import { enterPaper, withdrawPaper } from './enter.ts'
import { postPapers } from './post.ts'
import { listBlanks, listConflicts, listEntries, paperOfCase } from './read.ts'
import { confirmSettlement, proposeSettlement } from './settle.ts'

export const fallbackHandlers = {
  'fallback.issue': issueBlanks,
  'fallback.void': voidBlank,
  'fallback.use': useBlank,
  'fallback.enter': enterPaper,
  'fallback.enterList': enterList,
  'fallback.enterNote': enterNote,
  'fallback.withdraw': withdrawPaper,
  'fallback.post': postPapers,
  'fallback.propose': proposeSettlement,
  'fallback.confirm': confirmSettlement,
  'fallback.blanks': listBlanks,
  'fallback.entries': listEntries,
  'fallback.conflicts': listConflicts,
  'fallback.ofCase': paperOfCase,
} satisfies Handlers<keyof typeof fallback>
