import type { Generated, GeneratedAlways } from 'kysely'
import type { Role } from '../../shared/roles.ts'
import type { Stage } from '../../shared/rules/regulations/duties-of-office.ts'
import type { AuditTables } from './tables/audit.ts'
import type { ChecksTables } from './tables/checks.ts'
import type { ContractsTables } from './tables/contracts.ts'
import type { CustodyTables } from './tables/custody.ts'
import type { DeliveriesTables } from './tables/deliveries.ts'
import type { DisposalTables } from './tables/disposal.ts'
import type { DutyTables } from './tables/duties.ts'
import type { FallbackTables } from './tables/fallback.ts'
import type { PartyListsTables } from './tables/party-lists.ts'
import type { QualificationsTables } from './tables/qualifications.ts'
import type { IncidentsTables } from './tables/incidents.ts'
import type { InvoicesTables } from './tables/invoices.ts'
import type { LimitsTables } from './tables/limits.ts'
import type { RatingsTables } from './tables/ratings.ts'
import type { ReceivablesTables } from './tables/receivables.ts'
import type { ReratingTables } from './tables/rerating.ts'
import type { RisksTables } from './tables/risks.ts'
import type { SchemesTables } from './tables/schemes.ts'
import type { StatementsTables } from './tables/statements.ts'
import type { StocktakesTables } from './tables/stocktakes.ts'
import type { SurveysTables } from './tables/surveys.ts'

// The shape of the database at the newest migration. Columns are named as the contract names them; flags are 0 or 1.

export type SettingTable = { name: string; value: string }

export type RegulationVersionTable = {
  id: Generated<number>
  regulation: string
  effectiveOn: string
  body: string
  /** Null: with the archive itself. */
  adoptedBy: number | null
  adoptedAt: string | null
  note: string | null
  withdrawnBy: number | null
  withdrawnAt: string | null
  withdrawnReason: string | null
}

export type DepartmentTable = {
  id: Generated<number>
  code: string
  name: string
  isActive: Generated<0 | 1>
}

export type PersonTable = {
  id: Generated<number>
  login: string
  name: string
  phone: string | null
  roles: string
  departmentId: number | null
  isActive: Generated<0 | 1>
  slotId: string | null
  mustChangePassword: Generated<0 | 1>
  createdAt: string
  lastSignedInAt: string | null
}

export type PartyTable = {
  id: Generated<number>
  kind: 'customer' | 'supplier' | 'both'
  name: string
  shortName: string | null
  creditCode: string | null
  codeState: 'valid' | 'legacy' | 'none'
  companyType: string | null
  legalRepresentative: string | null
  actualController: string | null
  registeredCapitalFen: number | null
  foundedOn: string | null
  scope: string | null
  province: string | null
  city: string | null
  registeredAddress: string | null
  businessAddress: string | null
  phone: string | null
  fax: string | null
  email: string | null
  website: string | null
  industry: string | null
  sizeClass: 'large' | 'medium' | 'small' | 'micro' | null
  employees: number | null
  mainProducts: string | null
  marketShareBasisPoints: number | null
  departmentId: number | null
  salespersonId: number | null
  grade: 'AAA' | 'AA' | 'A' | 'B' | 'C' | null
  gradeReason: string | null
  remarks: string | null
  firstBusinessOn: string | null
  pinyin: string
  initials: string
  dossiers: Generated<number>
  version: Generated<number>
  updatedAt: string
}

export type PartyContactTable = {
  partyId: number
  ordinal: number
  name: string
  post: string | null
  phone: string | null
  email: string | null
}

export type PartyBankTable = {
  partyId: number
  ordinal: number
  bank: string
  account: string | null
}

export type PartyOldNameTable = {
  partyId: number
  name: string
  usedUntil: string | null
}

export type RoomTable = {
  id: Generated<number>
  name: string
  /** What stands in it; kept by triggers. */
  cabinets: Generated<number>
  drawers: Generated<number>
  folders: Generated<number>
}

export type CabinetTable = {
  id: Generated<number>
  roomId: number
  code: string
  label: string | null
}

export type DrawerTable = {
  id: Generated<number>
  cabinetId: number
  no: number
  label: string | null
  capacity: number
  /** Kept by triggers. */
  occupied: Generated<number>
  /** The end of the last count that has gone through it. */
  countedAt: string | null
}

export type DossierTable = {
  id: Generated<number>
  kind: 'credit' | 'contract'
  number: string
  partyId: number
  departmentId: number
  year: number
  level: 'public' | 'internal' | 'secret' | 'confidential'
  levelReason: string | null
  retentionYears: number | null
  openedOn: string
  openedBy: number
  openedAt: string
  confirmedAt: string | null
  confirmedBy: number | null
  voidedAt: string | null
  remarks: string | null
  drawerId: number | null
  slot: number | null
  shelvedAt: string | null
  custody: Generated<'in' | 'moving' | 'missing'>
  custodySince: string | null
  /** Where it lives on its way from the department to the archive room. */
  stage: Generated<Stage | 'destroyed'>
  /** The day its level is to be lowered, and to which. */
  downgradeOn: string | null
  downgradeTo: 'public' | 'internal' | 'secret' | null
  documents: Generated<number>
  pages: Generated<number>
  present: Generated<number>
  required: number
  /** Classes of the catalogue that lack a required document: `,2,9,`, or empty. */
  gaps: Generated<string>
  /** Ten-thousandths, computed by the database. */
  completeness: GeneratedAlways<number>
  /** The party's pinyin and grade, kept by triggers. */
  sortName: Generated<string>
  grade: Generated<'AAA' | 'AA' | 'A' | 'B' | 'C' | null>
  /** Sorts by room, cabinet, drawer and slot; kept by triggers. */
  placeKey: Generated<string>
  regulationVersionId: number
  version: Generated<number>
  boxId: number | null
  /** Years of its own beyond the regulation's, and what an approved appraisal keeps it to. */
  ownYears: number | null
  isKeptForEver: Generated<0 | 1>
  appraisedUntil: string | null
  /** The last day of its retention, written by `disposal/keep-retention.ts` alone with `retentionYears`. */
  retentionEnds: string | null
}

/** Kept by triggers alone. */
export type DossierTallyTable = {
  departmentId: number
  year: number
  kind: 'credit' | 'contract'
  /** '' for none. */
  grade: string
  isConfirmed: 0 | 1
  isComplete: 0 | 1
  isShelved: 0 | 1
  dossiers: number
  present: number
  required: number
}

export type DossierNumberTable = {
  kind: 'credit' | 'contract'
  departmentId: number
  year: number
  sequence: number
  number: string
  dossierId: number
  voidedAt: string | null
  voidReason: string | null
}

export type DocumentTable = {
  id: Generated<number>
  dossierId: number
  itemCode: string | null
  title: string
  originality: 'original' | 'copy'
  pages: number
  datedOn: string | null
  expiresOn: string | null
  remarks: string | null
  addedAt: string
  addedBy: number
  struckAt: string | null
  strikeReason: string | null
  author: string | null
}

export type BlobTable = {
  sha256: string
  size: number
  mime: string
  storedAt: string
}

export type AttachmentTable = {
  id: Generated<number>
  documentId: number
  sha256: string
  name: string
  pages: number | null
  addedAt: string
  addedBy: number
  struckAt: string | null
  strikeReason: string | null
}

export type MoveTable = {
  id: Generated<number>
  dossierId: number
  fromDrawerId: number | null
  fromSlot: number | null
  toDrawerId: number | null
  toSlot: number | null
  at: string
  by: number
  undoneAt: string | null
}

export type SlipTable = {
  id: Generated<number>
  number: string
  state: 'draft' | 'submitted' | 'signed' | 'refused' | 'out' | 'returned' | 'cancelled'
  applicantId: number
  unit: string
  phone: string | null
  partyId: number | null
  partyName: string
  purpose: string
  manner: 'read' | 'borrow' | 'copy'
  copyPages: number | null
  untilOn: string
  filledBy: number
  filledAt: string
  submittedAt: string | null
  closedAt: string | null
  reminders: Generated<number>
  regulationVersionId: number
  version: Generated<number>
}

export type SlipDossierTable = {
  slipId: number
  dossierId: number
}

export type SlipSignatureTable = {
  id: Generated<number>
  slipId: number
  role: Role
  signerId: number
  decision: 'agreed' | 'refused'
  reason: string | null
  onTheSpot: 0 | 1
  sessionOf: number
  text: string
  textHash: string
  at: string
}

export type SlipEventTable = {
  id: Generated<number>
  slipId: number
  what: string
  by: number
  at: string
  remarks: string | null
}

export type LoanTable = {
  id: Generated<number>
  slipId: number
  dossierId: number
  handedAt: string
  handedOn: string
  handedBy: number
  pagesOut: number
  conditionOut: 'good' | 'damaged' | 'incomplete'
  remarksOut: string | null
  dueOn: string
  renewals: Generated<number>
  renewedBy: number | null
  claimedReturnedAt: string | null
  lostAt: string | null
  returnedAt: string | null
  takenBackBy: number | null
  pagesIn: number | null
  conditionIn: 'good' | 'damaged' | 'incomplete' | null
  remarksIn: string | null
}

// A capability's tables stand in `tables/<capability>.ts`.
export type Tables = FirstTables & AuditTables & ChecksTables & CustodyTables & ContractsTables & DeliveriesTables & DisposalTables & DutyTables & FallbackTables & QualificationsTables & StocktakesTables & IncidentsTables & LimitsTables & InvoicesTables & PartyListsTables & StatementsTables & SurveysTables & SchemesTables & RisksTables & ReceivablesTables & ReratingTables & RatingsTables

type FirstTables = {
  setting: SettingTable
  regulationVersion: RegulationVersionTable
  department: DepartmentTable
  person: PersonTable
  party: PartyTable
  partyContact: PartyContactTable
  partyBank: PartyBankTable
  partyOldName: PartyOldNameTable
  room: RoomTable
  cabinet: CabinetTable
  drawer: DrawerTable
  dossier: DossierTable
  dossierTally: DossierTallyTable
  dossierNumber: DossierNumberTable
  document: DocumentTable
  blob: BlobTable
  attachment: AttachmentTable
  move: MoveTable
  slip: SlipTable
  slipDossier: SlipDossierTable
  slipSignature: SlipSignatureTable
  slipEvent: SlipEventTable
  loan: LoanTable
}
