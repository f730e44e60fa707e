import type { Generated } from 'kysely'
import type { Stage } from '../../../shared/rules/regulations/duties-of-office.ts'

/** Who answers for a folder from `fromAt` on, until the next row of the same folder. Rows are only added. */
export type CustodyTable = {
  id: Generated<number>
  dossierId: number
  fromAt: string
  stage: Stage | 'reader' | 'destroyed'
  holderId: number
  how: 'opened' | 'received' | 'takenIn' | 'undone' | 'lent' | 'returned' | 'keeperChanged' | 'destroyed'
  caseKind: 'transfer' | 'slip' | 'keeperChange' | 'disposal' | null
  caseId: number | null
}

export type CustodyTables = { custody: CustodyTable }
