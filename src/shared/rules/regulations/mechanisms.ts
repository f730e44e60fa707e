/**
 * What in the program carries clauses out, and the tests that would fail if it did not. A clause names these; a test of the
 * presets sees that every file is there.
 */
export const MECHANISMS = {
  /** Required documents by class, completeness, expiry. */
  catalogue: ['test/dossiers/documents.test.ts', 'test/regulations/load.test.ts'],
  /** Numbers by department and year, gapless, never reused. */
  numbering: ['test/dossiers/numbering.test.ts'],
  /** Basic data of customers and suppliers. */
  partyData: ['test/parties/parties.test.ts', 'test/parties/import.test.ts'],
  /** Who does the business opens the dossier. */
  opening: ['test/dossiers/numbering.test.ts', 'test/dossiers/regulated.test.ts'],
  confirmation: ['test/dossiers/documents.test.ts', 'test/dossiers/regulated.test.ts'],
  /** Scored by a scheme from facts and marks, reviewed and approved, frozen and computed again. */
  ratings: ['test/ratings/ratings.test.ts', 'test/ratings/recompute.test.ts', 'test/ratings/lift.test.ts', 'test/schemes/score.test.ts'],
  /** Rated again by the calendar of the grade and after what happened. */
  rerating: ['test/rerating/rerating.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** Made, reviewed and approved by three people. */
  ratingSteps: ['test/ratings/ratings.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** What is rated by: prepared, reviewed, approved, dated, fixed. */
  schemes: ['test/schemes/versions.test.ts', 'test/schemes/score.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** Whether ratings foretold what came. */
  validity: ['test/validity/validity.test.ts', 'test/validity/measures.test.ts'],
  /** A customer is rated before a contract is signed with him. */
  presale: ['test/regulations/credit-gauges.test.ts'],
  /** The three statements, checked, confirmed by another, and kept as they were. */
  statements: ['test/statements/statements.test.ts', 'test/statements/check.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** Site visits, related parties, references, notices and the outlook of industries. */
  surveys: ['test/surveys/surveys.test.ts'],
  /** What a party sells and buys, by its invoices. */
  invoices: ['test/invoices/import.test.ts', 'test/invoices/facts.test.ts'],
  /** What suppliers delivered. */
  deliveries: ['test/deliveries/deliveries.test.ts', 'test/deliveries/rates.test.ts'],
  /** Early warnings over facts, each handled by somebody. */
  warnings: ['test/risks/risks.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** The list of bad customers and the watch list, each by the decision of two. */
  listings: ['test/risks/risks.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** What customers owe and paid, by age as of any day. */
  receivables: ['test/receivables/account.test.ts', 'test/receivables/position.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** Limits proposed on a rating, granted by three, for at most a year. */
  limits: ['test/limits/limits.test.ts', 'test/limits/propose.test.ts', 'test/limits/listed.test.ts', 'test/limits/listed-cases.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** What is used of a limit, day by day. */
  exposure: ['test/limits/limits.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** What customers promised to pay, and whether they did. */
  promises: ['test/receivables/rules.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** Defaults and complaints as they happened. */
  defaults: ['test/defaults/defaults.test.ts', 'test/regulations/credit-gauges.test.ts'],
  /** The grade as registered by hand, with its reason. */
  grade: ['test/parties/parties.test.ts'],
  /** Scans and recordings: encrypted, told by content, checked when read. */
  attachments: ['test/dossiers/attachments.test.ts', 'test/storage/attachments.test.ts'],
  /** Search by name, pinyin, code and number; every change kept. */
  retrieval: ['test/parties/list.test.ts', 'test/dossiers/list.test.ts'],
  lookupSlip: ['test/lookups/life.test.ts', 'test/lookups/refusals.test.ts'],
  signature: ['test/lookups/signers.test.ts'],
  loanRegister: ['test/lookups/desk.test.ts', 'test/lookups/due.test.ts'],
  /** Who may see what is decided once, in the main process. */
  visibility: ['test/lookups/reading.test.ts', 'test/pipeline/sweep.test.ts'],
  audit: ['test/audit/verify-chain.test.ts', 'test/pipeline/sweep.test.ts'],
  encryption: ['test/security/no-plaintext.test.ts'],
  backup: ['test/storage/backup.test.ts'],
  cabinet: ['test/cabinet/cabinet.test.ts'],
  /** Who answers for a folder, at any moment. */
  custody: ['test/custody/ledger.test.ts', 'test/custody/machine.test.ts', 'test/custody/keepers.test.ts'],
  /** Folders handed over step by step, every line ticked, with a list that both sides sign. */
  transfer: ['test/custody/transfers.test.ts'],
  /** Deadlines and periodic duties: due, in order, overdue. */
  duties: ['test/duties/deadlines.test.ts', 'test/duties/versions.test.ts', 'test/duties/keep.test.ts', 'test/duties/calls.test.ts', 'test/duties/drift.test.ts'],
  qualification: ['test/qualifications/qualifications.test.ts'],
  agreement: ['test/qualifications/agreements.test.ts'],
  /** Levels of dossiers and of persons. */
  clearance: ['test/clearances/clearances.test.ts'],
  authorisation: ['test/clearances/clearances.test.ts'],
  /** Every view, print, copy and export is counted. */
  accessCounts: ['test/clearances/clearances.test.ts'],
  retention: ['test/disposal/retention.test.ts', 'test/disposal/holds.test.ts'],
  disposal: ['test/disposal/disposal.test.ts', 'test/disposal/delete-blobs.test.ts'],
  stocktake: ['test/stocktakes/stocktakes.test.ts', 'test/stocktakes/compare.test.ts'],
  /** Missing, damaged and leaked folders, with who answered for them at that time. */
  incident: ['test/incidents/incidents.test.ts'],
  /** A regulation changes by dated versions; what began under one stays under it. */
  versions: ['test/regulations/load.test.ts', 'test/regulations/adopt.test.ts'],
  /** Slip, register, cover, contents, transfer and other lists on paper. */
  printedForms: ['test/renderer/print/paper.test.ts'],
  /** One folder a contract, its ledger with sums, and what happened to it in order. */
  contractLedger: ['test/contracts/ledger.test.ts', 'test/contracts/contracts.test.ts', 'test/contracts/events.test.ts'],
} as const satisfies Record<string, readonly string[]>

export type Mechanism = keyof typeof MECHANISMS
export const MECHANISM_NAMES = Object.keys(MECHANISMS) as [Mechanism, ...Mechanism[]]
