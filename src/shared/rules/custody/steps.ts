import type { LINE_STATES, TRANSFER_STATES } from '../../contract/custody.ts'
import type { Details, ErrorCode } from '../../errors.ts'
import { type Role, WHOLE_ARCHIVE_ROLES } from '../../roles.ts'
import type { Stage, Transfer } from '../regulations/duties-of-office.ts'
import type { DossierKind } from '../regulations/schema.ts'

/*
 * The life of a transfer: draft → submitted → closed; withdrawn until its first line is decided. Each `whyNot…` answers
 * what stands in the way of a step, or null; the use cases throw it and the screen asks the same for its buttons.
 * Which steps there are, who hands over and who takes, is in the regulation that each dossier was opened under.
 */

export type TransferState = (typeof TRANSFER_STATES)[number]
export type LineState = (typeof LINE_STATES)[number]
export type Refusal = { readonly code: ErrorCode; readonly details: Details }
export type Person = { readonly personId: number; readonly roles: readonly Role[]; readonly departmentId: number | null }

/** From which stage to which; `departmentId` when the folders leave a department. */
export type Way = { readonly from: Stage; readonly to: Stage; readonly departmentId: number | null }
export type Folder = {
  readonly dossierId: number
  readonly number: string
  readonly kind: DossierKind
  readonly departmentId: number
  readonly stage: Stage | 'destroyed'
  readonly custody: 'in' | 'moving' | 'missing'
  readonly isVoided: boolean
  readonly lentOn: { readonly slipNumber: string; readonly borrower: string } | null
  /** The transfer on which it is on its way. */
  readonly transferNumber: string | null
  /** Of the regulation that it was opened under. */
  readonly regulationId: string
  readonly transfers: readonly Transfer[]
}
export type Line = {
  readonly dossierId: number
  readonly number: string
  readonly departmentId: number
  readonly state: LineState
  readonly pages: number
  readonly step: Transfer | undefined
  readonly decidedBy: number | null
}
export type TransferCase = Way & {
  readonly state: TransferState
  readonly filledBy: number
  readonly senderId: number | null
  readonly lines: readonly Line[]
}

const refusal = (code: ErrorCode, details: Details = {}): Refusal => ({ code, details })

export function stepOf(transfers: readonly Transfer[], kind: DossierKind, from: Stage, to: Stage): Transfer | undefined {
  return transfers.find((step) => step.kind === kind && step.from === from && step.to === to)
}

/** Whether the regulation leads folders of this kind into the archive room by transfer: then nobody shelves them directly. */
export function isHandedOver(transfers: readonly Transfer[], kind: DossierKind): boolean {
  return transfers.some((step) => step.kind === kind && step.to === 'archiveRoom')
}

/** The step that comes next from a stage; undefined at the end of the way. */
export function nextStep(transfers: readonly Transfer[], kind: DossierKind, from: Stage | 'destroyed'): Transfer | undefined {
  return transfers.find((step) => step.kind === kind && step.from === from)
}

/** What keeps a folder from being on a transfer of this way: its own state first, then the regulation. */
export function whyNotListed(folder: Folder, way: Way): Refusal | null {
  const { number } = folder
  if (folder.isVoided) return refusal('not-found', { dossierId: folder.dossierId })
  if (folder.transferNumber !== null) return refusal('on-transfer', { number, transferNumber: folder.transferNumber })
  if (folder.lentOn) return refusal('dossier-lent', { number, ...folder.lentOn })
  if (folder.custody !== 'in') return refusal('folder-not-in', { number, custody: folder.custody })
  if (folder.stage !== way.from) return refusal('stage-differs', { number, stage: folder.stage })
  if (way.departmentId !== null && folder.departmentId !== way.departmentId) return refusal('other-department', { number })
  if (!stepOf(folder.transfers, folder.kind, way.from, way.to)) {
    return refusal('no-transfer-step', { number, regulation: folder.regulationId, kind: folder.kind })
  }
  return null
}

/** Clerks and salespersons act for their own department alone; the other roles for the whole archive. */
function actsFor(roles: readonly Role[], who: Person, departmentId: number): boolean {
  return roles.some((role) => who.roles.includes(role) &&
    ((WHOLE_ARCHIVE_ROLES as readonly Role[]).includes(role) || who.departmentId === departmentId))
}

/** Whether this person may hand over every one of these lines (`forbidden`). */
export function whyNotSend(lines: readonly Pick<Line, 'step' | 'departmentId'>[], who: Person): Refusal | null {
  const mayAll = lines.every(({ step, departmentId }) => step && actsFor(step.senders, who, departmentId))
  return mayAll ? null : refusal('forbidden')
}

export const maySendLine = (step: Transfer, who: Person, departmentId: number): boolean => actsFor(step.senders, who, departmentId)
export const mayReceiveLine = (step: Transfer, who: Person, departmentId: number): boolean => actsFor(step.receivers, who, departmentId)

export function whyNotChange(transfer: TransferCase, who: Person): Refusal | null {
  if (transfer.state !== 'draft') return refusal('wrong-state', { state: transfer.state })
  return transfer.filledBy === who.personId ? null : whyNotSend(transfer.lines, who)
}

/** The sender signs: one who may hand over every line. */
export function whyNotSubmit(transfer: TransferCase, who: Person): Refusal | null {
  if (transfer.state !== 'draft') return refusal('wrong-state', { state: transfer.state })
  return whyNotSend(transfer.lines, who)
}

/** A draft at any time; what was signed as long as the receiver has decided nothing. By whoever filled in or signed it. */
export function whyNotWithdraw(transfer: TransferCase, who: Person): Refusal | null {
  if (transfer.state !== 'draft' && transfer.state !== 'submitted') return refusal('wrong-state', { state: transfer.state })
  if (transfer.lines.some((line) => line.decidedBy !== null)) return refusal('wrong-state', { state: 'receiving' })
  const isOwn = who.personId === transfer.filledBy || who.personId === transfer.senderId
  return isOwn ? null : whyNotSend(transfer.lines, who)
}

/** Never who filled it in or signed it as the sender, whatever roles he holds. */
export function whyNotReceive(transfer: TransferCase, who: Person): Refusal | null {
  if (transfer.state !== 'submitted') return refusal('wrong-state', { state: transfer.state })
  const mayAny = transfer.lines.some((line) => line.step && actsFor(line.step.receivers, who, line.departmentId))
  if (!mayAny) return refusal('forbidden')
  if (who.personId === transfer.senderId) return refusal('same-person', { role: 'sender' })
  if (who.personId === transfer.filledBy) return refusal('same-person', { role: 'filler' })
  return null
}

export type Decision = {
  readonly decision: 'accepted' | 'refused' | 'moving'
  readonly pages: number | null
  readonly reason: string | null
  readonly remarks: string | null
}

/**
 * One line: by who may take it, as it was listed or with a remark. Deciding again is possible until the receiver signs;
 * what somebody else decided stays his (`forbidden`).
 */
export function whyNotDecide(line: Line, who: Person, { decision, pages, reason, remarks }: Decision): Refusal | null {
  const { number } = line
  if (!line.step || !actsFor(line.step.receivers, who, line.departmentId)) return refusal('forbidden', { number })
  if (line.decidedBy !== null && line.decidedBy !== who.personId) return refusal('forbidden', { number })
  if (decision === 'moving') return line.decidedBy === null ? refusal('wrong-state', { number, state: line.state }) : null
  if (line.state !== 'moving') return refusal('wrong-state', { number, state: line.state })
  if (decision === 'refused' && reason === null) return refusal('bad-input', { path: 'reason', number })
  const wasCounted = decision === 'accepted' || reason !== 'not-delivered'
  if (wasCounted && pages === null) return refusal('bad-input', { path: 'pages', number })
  if (remarks !== null) return null
  if (reason === 'pages-differ' || (wasCounted && pages !== line.pages)) {
    return refusal('pages-differ', { number, counted: pages, expected: line.pages })
  }
  return reason === 'other' ? refusal('bad-input', { path: 'remarks', number }) : null
}

/** The receiver signs when every line is decided, at least one of them by himself. */
export function whyNotClose(transfer: TransferCase, who: Person): Refusal | null {
  const obstacle = whyNotReceive(transfer, who)
  if (obstacle) return obstacle
  const open = transfer.lines.filter((line) => line.state === 'moving')
  if (open.length > 0) return refusal('lines-open', { open: open.length })
  return transfer.lines.some((line) => line.decidedBy === who.personId) ? null : refusal('forbidden')
}
