import type { Mechanism } from '../../../shared/rules/regulations/mechanisms.ts'
import { backups } from './backups.ts'
import { cabinet, catalogue, confirmation, grade, opening } from './dossiers.ts'
import { duties } from './duties.ts'
import { AT_WORK, type Gauge } from './gauge.ts'
import { exposure, limits } from './limits.ts'
import { loans, slips } from './lookups.ts'
import { numbering } from './numbering.ts'
import { presale, ratings, ratingSteps, schemes } from './ratings.ts'
import { defaults, listings, promises, receivables, statements, warnings } from './risks.ts'
import { agreement, authorisation, qualification } from './people.ts'
import { clearance, contractLedger, disposal, incident, retention, stocktake, transfer } from './records.ts'

/**
 * How every mechanism is counted. One that a capability adds stands here with its gauge, or as `AT_WORK` where there is
 * nothing that could fall due: then the line says why.
 */
export const GAUGES: Record<Mechanism, Gauge | typeof AT_WORK> = {
  catalogue,
  numbering,
  opening,
  confirmation,
  grade,
  ratings,
  rerating: ratings,
  ratingSteps,
  schemes,
  presale,
  statements,
  warnings,
  listings,
  defaults,
  receivables,
  promises,
  limits,
  exposure,
  cabinet,
  lookupSlip: slips,
  signature: slips,
  loanRegister: loans,
  backup: backups,
  duties,
  contractLedger,
  transfer,
  retention,
  disposal,
  qualification,
  agreement,
  authorisation,
  clearance,
  incident,
  stocktake,
  // Computed over what was rated, whenever somebody looks.
  validity: AT_WORK,
  // Recorded as found, whenever somebody has been there: no text says how often.
  surveys: AT_WORK,
  // Imported when a list comes in; figures follow at once.
  invoices: AT_WORK,
  // Recorded as goods come in; the rates follow at once.
  deliveries: AT_WORK,
  // Fields of a customer's card: nobody is bound to a day for them, and what is missing the catalogue counts as a document.
  partyData: AT_WORK,
  // Every scan is sealed and checked as it is stored and read; `archive.verify` reports a damaged one.
  attachments: AT_WORK,
  // Search, and the register of changes: there for every record alike.
  retrieval: AT_WORK,
  // Decided for each call in the main process; a refusal is in the audit log.
  visibility: AT_WORK,
  // Every command has its entry, by construction; the chain is verified by its own check.
  audit: AT_WORK,
  // Somebody answers for every folder at every instant: entered with the step itself, and held against it by `archive.verify`.
  custody: AT_WORK,
  // Every view, print, copy and export is counted as it happens; the counts stand with each dossier.
  accessCounts: AT_WORK,
  // The forms are there to be printed; each copy is in the audit log.
  printedForms: AT_WORK,
  // A version by its day: the list of versions says what runs under which.
  versions: AT_WORK,
  // Nothing of the archive is ever on disk in the clear.
  encryption: AT_WORK,
}
