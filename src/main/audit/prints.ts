import type { Output, Parsed } from '../../shared/contract/index.ts'
import { FALLBACK_ROLES } from '../../shared/contract/fallback.ts'
import { RATERS } from '../../shared/contract/ratings.ts'
import { INCIDENT_READERS } from '../../shared/contract/incidents.ts'
import { REGISTER_ROLES } from '../../shared/contract/lookups.ts'
import { AppError } from '../../shared/errors.ts'
import { DOSSIER_ROLES, WHOLE_ARCHIVE_ROLES } from '../../shared/roles.ts'
import { requireVisibleReport } from '../checks/visibility.ts'
import { requireKeeperChange } from '../custody/change-keeper.ts'
import { requireVisibleTransfer } from '../custody/visibility.ts'
import { addTransferEvent } from '../custody/write.ts'
import { requireVisibleSlip } from '../lookups/visibility.ts'
import { requireMayReadById } from '../clearances/reading.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole, requireVisibleDossier } from '../people/visibility.ts'
import { requireLimit } from '../limits/load.ts'
import { nextCount } from '../storage/counter.ts'
import { requireRow } from '../ratings/load.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { auditHead, shortHead } from './chain.ts'

const KEEPERS = ['archivist', 'departmentClerk', 'creditAdministrator'] as const
/** Labels and lists of many folders; what is on them their own queries decide. */
const BATCHES: readonly Form[] = ['spine', 'drawerLabel', 'boxSpine']

type Form = Parsed<'prints.record'>['form']
type Printed = { kind: string; id: number | null; label: string | null }

/**
 * Counts a copy before it is printed and answers the head that goes onto the paper: the newest entry there is, by number
 * and short hash, so that the paper names an entry which `archive.verify` can find. (This call's own entry comes after
 * it.) Refuses what the person could not have on the screen: `not-found`, `forbidden`.
 */
export function recordPrint(context: Context, { form, subjectId, asPdf, asTable }: Parsed<'prints.record'>): Output<'prints.record'> {
  const { trx, actor, now } = context
  const printed = requirePrintable(context, form, subjectId)
  const head = auditHead(trx)
  const copy = countCopy(context, form, subjectId)
  if (form === 'slip' && subjectId !== null) {
    trx.run(trx.sql.insertInto('slipEvent').values({ slipId: subjectId, what: 'printed', by: actor.personId, at: now, remarks: null }))
  }
  if (form === 'transfer' && subjectId !== null) addTransferEvent(context, subjectId, 'printed')
  const short = shortHead(head.hash)
  context.record(printed, { form, copy, asPdf, ...(asTable ? { asTable } : {}), headSeq: head.seq, head: short })
  return { copy, auditSeq: head.seq, auditHead: short, at: now, by: actor.name }
}

/** A blank slip has no subject; nor has the register, which is a period. */
function requirePrintable(context: Context, form: Form, subjectId: number | null): Printed {
  const { trx, actor, today } = context
  if (form === 'register') {
    if (!hasRole(actor, REGISTER_ROLES)) throw new AppError('forbidden')
    return { kind: 'register', id: null, label: null }
  }
  if (form === 'contractLedger' || form === 'ageing') {
    if (!hasRole(actor, DOSSIER_ROLES)) throw new AppError('forbidden')
    return { kind: form, id: null, label: null }
  }
  if (form === 'limitLedger') {
    if (!hasRole(actor, RATERS)) throw new AppError('forbidden')
    return { kind: 'limitLedger', id: null, label: null }
  }
  if (form === 'regulation') {
    if (!hasRole(actor, DOSSIER_ROLES)) throw new AppError('forbidden')
    return { kind: 'regulation', id: context.regulationVersionId, label: context.regulation.id }
  }
  if (form === 'blankSlip') {
    if (!hasRole(actor, FALLBACK_ROLES)) throw new AppError('forbidden')
    return { kind: 'blank', id: null, label: null }
  }
  if (form === 'auditHead') return { kind: 'audit', id: null, label: null }
  if (form === 'agreement') return { kind: 'person', id: subjectId, label: null }
  if (BATCHES.includes(form) && !hasRole(actor, KEEPERS)) throw new AppError('forbidden')
  if (subjectId === null || BATCHES.includes(form)) return { kind: form, id: null, label: null }
  if (form === 'destructionList') {
    if (!hasRole(actor, WHOLE_ARCHIVE_ROLES)) throw new AppError('forbidden')
    const label = numberOf(context, 'disposal', subjectId)
    if (label === null) throw new AppError('not-found', { subjectId })
    return { kind: 'disposal', id: subjectId, label }
  }
  if (form === 'stocktake' || form === 'incident') {
    if (!hasRole(actor, INCIDENT_READERS)) throw new AppError('forbidden')
    const label = numberOf(context, form, subjectId)
    if (label === null) throw new AppError('not-found', { subjectId })
    return { kind: form, id: subjectId, label }
  }
  if (form === 'fourProperties') {
    requireVisibleReport(context, subjectId)
    return { kind: 'check', id: subjectId, label: numberOf(context, 'checkReport', subjectId) }
  }
  if (form === 'ratingReport' || form === 'ratingForm') {
    if (!hasRole(actor, RATERS)) throw new AppError('forbidden')
    const rating = requireRow(context, subjectId)
    requireMayReadFigures(context, rating.partyId)
    return { kind: 'rating', id: subjectId, label: rating.number }
  }
  if (form === 'limitForm' || form === 'limitNotice') {
    if (!hasRole(actor, RATERS)) throw new AppError('forbidden')
    const limit = requireLimit(context, subjectId)
    requireMayReadFigures(context, limit.partyId)
    return { kind: 'limit', id: subjectId, label: limit.number }
  }
  if (form === 'slip') {
    requireVisibleSlip(context, subjectId)
    return { kind: 'slip', id: subjectId, label: numberOf(context, 'slip', subjectId) }
  }
  if (form === 'transfer') {
    requireVisibleTransfer(context, subjectId)
    return { kind: 'transfer', id: subjectId, label: numberOf(context, 'transfer', subjectId) }
  }
  if (form === 'keeperChange') return { kind: 'keeperChange', id: subjectId, label: requireKeeperChange(context, subjectId).number }
  requireVisibleDossier(trx, actor, today, subjectId)
  // A label on a spine says no more than a list does; a cover and the contents say what is in the folder.
  if (form !== 'label') requireMayReadById(context, subjectId)
  return { kind: 'dossier', id: subjectId, label: numberOf(context, 'dossier', subjectId) }
}

function numberOf({ trx }: Context, table: 'checkReport' | 'slip' | 'dossier' | 'stocktake' | 'incident' | 'transfer' | 'disposal', id: number): string | null {
  return trx.one(trx.sql.selectFrom(table).select('number').where('id', '=', id))?.number ?? null
}

/** Copies are counted by form and subject. */
function countCopy({ trx }: Context, form: Form, subjectId: number | null): number {
  return nextCount(trx, subjectId === null ? `print:${form}` : `print:${form}:${subjectId}`)
}
