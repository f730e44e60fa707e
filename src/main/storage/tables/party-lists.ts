import type { PartyTable } from '../tables.ts'

// What lists and searches of parties are made from, kept by triggers.

export type PartySearchTable = { rowid: number; words: string; partySearch: string; rank: number }

export type PartyReachTable = { departmentId: number; partyId: number; ofDepartment: number | null } & Pick<PartyTable, 'kind' | 'grade' | 'province'>

/** How many parties there are of each sort; kept by triggers. */
export type PartyTallyTable = {
  /** 0: every party, once; else the department that sees it by a dossier alone. */
  seenBy: number
  /** `*`: of any province or none; `=` and its name: of this one. */
  province: string
  /** The party's own; 0 for none. */
  departmentId: number
  kind: PartyTable['kind']
  /** '' for none. */
  grade: string
  hasDossier: 0 | 1
  parties: number
}

/** The terms of `partySearch` and the parties they stand in. */
export type PartyTermTable = { term: string; doc: number; col: string; offset: number }

export type PartyListsTables = { partySearch: PartySearchTable; partyTerm: PartyTermTable; partyReach: PartyReachTable; partyTally: PartyTallyTable }
