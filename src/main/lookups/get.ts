import type { Output, Parsed } from '../../shared/contract/index.ts'
import { becauseDue, dueIn } from '../../shared/rules/lookups/due.ts'
import { isCandidate } from '../../shared/rules/lookups/signers.ts'
import { whyNotSign } from '../../shared/rules/lookups/steps.ts'
import { placesOf, type Place } from '../dossiers/place.ts'
import type { Context } from '../pipeline/context.ts'
import { mayDo } from './may.ts'
import { peopleWithRoles, type SlipPerson } from './people.ts'
import { rowOf } from './rows.ts'
import { type EventRow, eventsShownTo, shownTo } from './shown.ts'
import { type LoadedSlip, requireSlip, type SlipFolder } from './slip.ts'
import { stepsOf } from './step-line.ts'

type Slip = Output<'lookups.get'>

/** One slip with all that its reader may know of it, and what he may do with it. */
export function getSlip(context: Context, { id }: Parsed<'lookups.get'>): Slip {
  const { trx, today } = context
  const slip = requireSlip(context, id)
  const shown = shownTo(context, slip)
  const events = eventsShownTo(context, slip, eventsOf(context, id))
  const everybody = peopleWithRoles(trx, slip.lines.map((line) => line.role))
  const places = placesOf(trx, shown.folders.map((folder) => folder.dossierId))
  return {
    ...rowOf(context, slip),
    applicantId: slip.applicantId, phone: slip.phone, purpose: slip.purpose, copyPages: slip.copyPages,
    isPartyKnown: shown.partyId !== null, filledByName: slip.filledByName,
    dossiers: shown.folders.map((folder) => dossierOf(folder, places.get(folder.dossierId) ?? null, today)),
    level: shown.level,
    signers: signersOf(shown, everybody, today),
    steps: stepsOf(shown, events),
    events: events.map((event) => ({ at: event.at, by: event.byName, what: event.what as Slip['events'][number]['what'], remarks: event.remarks })),
    may: mayDo(context, slip, everybody),
    loanDays: slip.regulation.lookup.loanDays[slip.manner],
    prints: printsOf(context, id),
    version: slip.version,
  }
}

function dossierOf(folder: SlipFolder, place: Place | null, today: string): Slip['dossiers'][number] {
  const { loan } = folder
  return {
    dossierId: folder.dossierId, number: folder.number, title: folder.title, level: folder.level, documents: folder.documents,
    pages: folder.pages, place,
    loan: loan && {
      id: loan.id, handedAt: loan.handedAt, handedByName: loan.handedByName, pagesOut: loan.pagesOut, conditionOut: loan.conditionOut,
      dueOn: loan.dueOn, dueIn: dueIn(loan.dueOn, today), dueBecause: becauseDue(loan), renewals: loan.renewals,
      claimedReturnedAt: loan.claimedReturnedAt, lostAt: loan.lostAt, returnedAt: loan.returnedAt, takenBackByName: loan.takenBackByName,
      pagesIn: loan.pagesIn, conditionIn: loan.conditionIn, remarks: loanRemarks(loan),
    },
  }
}

/** What was remarked when it went out and when it came back, one line each. */
export function loanRemarks(loan: { remarksOut: string | null; remarksIn: string | null }): string | null {
  return [loan.remarksOut, loan.remarksIn].filter(Boolean).join('\n') || null
}

function signersOf(slip: LoadedSlip, everybody: readonly SlipPerson[], today: string): Slip['signers'] {
  return slip.lines.map((line) => {
    const signature = slip.signatures.find((one) => one.role === line.role)
    const candidates = signature
      ? [] : everybody.filter((person) => isCandidate(slip, line, person) && !whyNotSign(slip, person, today))
    return {
      role: line.role, clause: line.clause,
      signature: signature
        ? {
            signerName: signature.signerName, at: signature.at, decision: signature.decision, reason: signature.reason,
            onTheSpot: signature.onTheSpot === 1,
            // Entered in another's session, and not with the signer's password: read off a paper.
            onPaper: signature.onTheSpot === 0 && signature.sessionOf !== signature.signerId, textHash: signature.textHash,
          }
        : null,
      candidates: candidates.map(({ login, name }) => ({ login, name })),
    }
  })
}

function eventsOf({ trx }: Context, slipId: number): EventRow[] {
  return trx.all(
    trx.sql.selectFrom('slipEvent').innerJoin('person', 'person.id', 'slipEvent.by')
      .select(['slipEvent.what', 'slipEvent.at', 'slipEvent.by', 'slipEvent.remarks', 'person.name as byName'])
      .where('slipEvent.slipId', '=', slipId).orderBy('slipEvent.id'),
  )
}

function printsOf({ trx }: Context, slipId: number): number {
  return trx.one(trx.sql.selectFrom('counter').select('last').where('name', '=', `print:slip:${slipId}`))?.last ?? 0
}
