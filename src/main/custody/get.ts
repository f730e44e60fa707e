import type { Output, Parsed } from '../../shared/contract/index.ts'
import { whyNotChange, whyNotClose, whyNotDecide, whyNotListed, whyNotReceive, whyNotSubmit, whyNotWithdraw } from '../../shared/rules/custody/steps.ts'
import type { Role } from '../../shared/roles.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { findActor } from '../people/passwords.ts'
import { findingsAtReceipt } from './receipt-checks.ts'
import { type LoadedLine, type LoadedTransfer, receiverRoles, requireTransfer } from './transfer.ts'

type Shown = Output<'transfers.get'>

/** A transfer whole: its lines, who signed, what the reader may do with it now. */
export function getTransfer(context: Context, { id }: Parsed<'transfers.get'>): Shown {
  const { actor } = context
  const transfer = requireTransfer(context, id)
  const mayReceive = whyNotReceive(transfer, actor) === null
  const lines = transfer.lines.map((line) => shownLine(context, transfer, line, mayReceive))
  const { id: transferId, number, state, fromStage, toStage, departmentId, departmentName, remarks, filledByName, filledAt, submittedAt, closedAt, version } = transfer
  return {
    id: transferId, number, state, fromStage, toStage, departmentId, departmentName, remarks, filledByName, filledAt, submittedAt, closedAt, version,
    senderName: transfer.senderName ?? filledByName, on: localDay(new Date(submittedAt ?? filledAt)), folders: lines.length,
    decided: lines.filter((line) => line.state === 'accepted' || line.state === 'refused').length,
    refused: lines.filter((line) => line.state === 'refused').length,
    documents: sum(lines, 'documents'), pages: sum(lines, 'pages'), waits: mayReceive || (state === 'draft' && transfer.filledBy === actor.personId),
    lines,
    signatures: transfer.signatures.map(({ side, signerName, signerId, sessionOf, at, onTheSpot, textHash }) =>
      ({ side, signerName, at, onTheSpot: onTheSpot === 1, onPaper: onTheSpot === 0 && sessionOf !== signerId, textHash })),
    candidates: candidatesOf(context, transfer),
    events: eventsOf(context, transferId),
    may: {
      change: whyNotChange(transfer, actor) === null, submit: whyNotSubmit(transfer, actor) === null, withdraw: whyNotWithdraw(transfer, actor) === null,
      receive: mayReceive, close: whyNotClose(transfer, actor) === null,
    },
    prints: printsOf(context, transferId),
  }
}

const sum = (lines: readonly Shown['lines'][number][], what: 'documents' | 'pages') => lines.reduce((total, line) => total + line[what], 0)

function shownLine(context: Context, transfer: LoadedTransfer, line: LoadedLine, mayReceive: boolean): Shown['lines'][number] {
  const { folder } = line
  const { title, kind, year, level, retentionYears, departmentName, hasScans } = folder
  const isOpen = transfer.state === 'submitted' && line.state === 'moving'
  const any = { decision: 'accepted', pages: line.pages, reason: null, remarks: null } as const
  const refusal = transfer.state === 'draft' ? whyNotListed(folder, transfer) : null
  return {
    dossierId: line.dossierId, number: line.number, title, kind, year, level, retentionYears, departmentName, documents: line.documents, pages: line.pages,
    hasScans, state: line.state, pagesIn: line.pagesIn, condition: line.condition, reason: line.reason, remarks: line.remarks,
    decidedByName: line.decidedByName, decidedAt: line.decidedAt, obstacle: refusal && { code: refusal.code, details: { ...refusal.details } },
    findings: isOpen ? findingsAtReceipt(context, line.dossierId) : [],
    mayDecide: mayReceive && (isOpen ? whyNotDecide(line, context.actor, any) === null : line.decidedBy === context.actor.personId),
  }
}

/** People who may sign next: the sender of a draft, the receiver of what was submitted. Nobody twice. */
function candidatesOf({ trx }: Context, transfer: LoadedTransfer): Shown['candidates'] {
  const roles: readonly Role[] = transfer.state === 'draft' ? [...new Set(transfer.lines.flatMap((line) => line.step?.senders ?? []))]
    : transfer.state === 'submitted' ? receiverRoles(transfer.lines) : []
  const why = transfer.state === 'draft' ? whyNotSubmit : whyNotReceive
  return peopleWithRoles(trx, roles).flatMap(({ personId, login, name }) => {
    const person = findActor(trx, personId)
    return person && why(transfer, person) === null ? [{ login, name }] : []
  })
}

function eventsOf({ trx }: Context, id: number): Shown['events'] {
  return trx
    .prepare(
      `SELECT transferEvent.at, person.name AS by, transferEvent.what, transferEvent.remarks FROM transferEvent JOIN person ON person.id = transferEvent.by
       WHERE transferEvent.transferId = ? ORDER BY transferEvent.id`,
    )
    .all(id) as Shown['events']
}

function printsOf({ trx }: Context, id: number): number {
  const row = trx.prepare('SELECT last FROM counter WHERE name = ?').get(`print:transfer:${id}`) as { last: number } | undefined
  return row?.last ?? 0
}
