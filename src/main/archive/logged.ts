/**
 * What a row and the log have to say alike. `t` is the row, `e` the entry, `f` one of the things that the entry lists (`each`).
 * `same` holds between a row and the entry of what made it so; it has to find either by an index.
 */
export type Logged = {
  readonly table: string
  /** What a person finds the row by: never a name. */
  readonly subject: string
  /** The methods that write it; the entries of the first are looked for among the rows too. */
  readonly methods: readonly string[]
  readonly rows?: string
  readonly entries?: string
  readonly each?: string
  readonly same: string
}

/** A value that the newest entry about it has set. */
export type Standing = {
  readonly table: string
  readonly subject: string
  readonly what: string
  readonly methods: readonly string[]
  readonly rows?: string
  readonly value: string
  readonly logged: string
  readonly about: string
}

/** The entry says these columns of the row under the same names. */
const says = (...columns: readonly string[]): string => columns.map((column) => `t."${column}" IS e.detail ->> '${column}'`).join(' AND ')
/** In the moment and by the person that the row names. */
const by = (what: string): string => (what === '' ? 'e.at = t.at AND e.actorId = t.by' : `e.at = t.${what}At AND e.actorId = t.${what}By`)
const about = (kind: string, id = 't.id'): string => `e.subjectKind = '${kind}' AND e.subjectId = ${id}`
const as = (name: string, column: string): string => `t."${column}" IS e.detail ->> '${name}'`
const fromPaper = (column: string, id = 't.id'): string => `EXISTS (SELECT 1 FROM paperEntry WHERE paperEntry.${column} = ${id})`
const signature = `${as('textHash', 'textHash')} AND t.signerId = coalesce(e.detail ->> 'signerId', e.actorId) AND e.at = t.at AND e.actorId = t.sessionOf`

/** Not with the table that brought it (how many were, `verify-counts.ts` counts). */
const STRUCK_ALONE = `t.struckAt IS NOT NULL AND (t.fileName IS NULL OR NOT EXISTS (SELECT 1 FROM audit AS whole WHERE whole.at = t.struckAt AND whole.method = 'imports.strike' AND whole.detail ->> 'importedAt' = t.recordedAt))`

export const LOGGED: readonly Logged[] = [
  // who may see what
  { table: 'clearance', subject: `t.id`, methods: ['clearances.grant'], same: `${by('granted')} AND e.subjectId = t.personId AND ${says('level', 'untilOn', 'reason')} AND ${as('from', 'fromOn')}` },
  { table: 'clearance', subject: `t.id`, methods: ['clearances.revoke'], rows: 't.revokedAt IS NOT NULL', same: `${by('revoked')} AND e.subjectId = t.personId AND ${says('level')} AND ${as('reason', 'revokeReason')}` },
  { table: 'authorisation', subject: `t.id`, methods: ['authorisations.request'], same: `t.id = e.subjectId AND e.at = t.requestedAt AND e.actorId = t.personId AND ${says('dossierId', 'purpose', 'untilOn')}` },
  { table: 'authorisation', subject: `t.id`, methods: ['authorisations.decide'], rows: 't.decision IS NOT NULL', same: `t.id = e.subjectId AND ${by('decided')} AND ${says('decision', 'reason', 'personId', 'dossierId')}` },
  { table: 'authorisation', subject: `t.id`, methods: ['authorisations.revoke'], rows: 't.revokedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('revoked')} AND ${says('personId', 'dossierId')}` },
  { table: 'agreement', subject: 't.number', methods: ['agreements.record'], same: `t.id = e.subjectId AND ${by('recorded')} AND ${says('personId', 'signedOn', 'validUntil')}` },
  { table: 'agreement', subject: 't.number', methods: ['agreements.end'], rows: 't.endedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('ended')} AND ${as('reason', 'endReason')}` },
  { table: 'qualification', subject: 't.id', methods: ['qualifications.record', 'trainings.record', 'archive.create'],
    same: `e.at = t.recordedAt AND (e.method = 'archive.create' OR e.actorId = t.recordedBy AND e.method = iif(t.trainingId IS NULL, 'qualifications.record', 'trainings.record')
      AND e.subjectId = coalesce(t.trainingId, t.personId) AND (t.trainingId IS NOT NULL OR ${says('kind', 'title', 'obtainedOn')}))` },
  { table: 'qualification', subject: 't.id', methods: ['qualifications.withdraw'], rows: 't.withdrawnAt IS NOT NULL', same: `${by('withdrawn')} AND e.subjectId = t.personId AND ${says('kind', 'title')}` },
  // folders, papers, scans
  { table: 'document', subject: 't.id', methods: ['documents.add'], same: `t.id = e.detail ->> 'documentId' AND ${about('dossier', 't.dossierId')} AND ${by('added')}` },
  { table: 'document', subject: 't.id', methods: ['documents.strike'], rows: 't.struckAt IS NOT NULL', same: `t.id = e.detail ->> 'documentId' AND ${about('dossier', 't.dossierId')} AND e.at = t.struckAt AND ${as('reason', 'strikeReason')}` },
  { table: 'attachment', subject: 't.id', methods: ['attachments.add', 'documents.add'], each: 'scans', entries: `NOT EXISTS (SELECT 1 FROM stub WHERE stub.dossierId = e.subjectId)`,
    same: `t.documentId = e.detail ->> 'documentId' AND ${by('added')} AND t.sha256 = f.value` },
  { table: 'attachment', subject: 't.id', methods: ['attachments.strike'], rows: 't.struckAt IS NOT NULL', entries: `NOT EXISTS (SELECT 1 FROM stub WHERE stub.dossierId = e.subjectId)`,
    same: `t.id = e.detail ->> 'attachmentId' AND e.at = t.struckAt AND ${as('reason', 'strikeReason')}` },
  { table: 'dossier', subject: 't.number', methods: ['dossiers.confirm'], rows: 't.confirmedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('confirmed')}` },
  { table: 'dossier', subject: 't.number', methods: ['dossiers.void'], rows: `t.voidedAt IS NOT NULL AND t.stage <> 'destroyed'`, same: `t.id = e.subjectId AND e.subjectKind = 'dossier' AND e.at = t.voidedAt` },
  { table: 'contractEvent', subject: 't.id', methods: ['contracts.recordEvent', 'contracts.open'],
    same: `e.subjectId = t.dossierId AND ${by('recorded')} AND (e.method = 'contracts.open' AND ${as('signedOn', 'on')} OR t.id = e.detail ->> 'eventId' AND ${says('what', 'on', 'amountFen', 'remarks')})` },
  { table: 'contractEvent', subject: 't.id', methods: ['contracts.strikeEvent'], rows: 't.struckAt IS NOT NULL', same: `t.id = e.detail ->> 'eventId' AND ${by('struck')} AND ${as('reason', 'strikeReason')}` },
  // lending
  { table: 'slipSignature', subject: 't.id', methods: ['lookups.sign'], rows: `NOT ${fromPaper('slipId', 't.slipId')}`,
    entries: `NOT EXISTS (SELECT 1 FROM audit AS later WHERE later.subjectKind = 'slip' AND later.subjectId = e.subjectId AND later.method = 'lookups.change' AND later.seq > e.seq)`,
    same: `t.slipId = e.subjectId AND ${signature} AND ${says('role', 'decision')}` },
  { table: 'loan', subject: 't.id', methods: ['lookups.handOut'], each: 'folders', rows: `NOT ${fromPaper('slipId', 't.slipId')}`,
    same: `t.slipId = e.subjectId AND ${by('handed')} AND t.dossierId = f.value ->> 'dossierId' AND t.pagesOut IS f.value ->> 'pages' AND t.conditionOut IS f.value ->> 'condition'` },
  { table: 'loan', subject: 't.id', methods: ['lookups.takeBack'], rows: `t.returnedAt IS NOT NULL AND NOT ${fromPaper('slipId', 't.slipId')}`,
    same: `t.slipId = e.subjectId AND t.dossierId = e.detail ->> 'dossierId' AND e.at = t.returnedAt AND e.actorId = t.takenBackBy AND ${as('pages', 'pagesIn')} AND ${as('condition', 'conditionIn')}` },
  // handing over, counting, destroying
  { table: 'transferSignature', subject: 't.id', methods: ['transfers.submit'], rows: `t.side = 'sender' AND NOT ${fromPaper('transferId', 't.transferId')}`, same: `t.transferId = e.subjectId AND ${signature}` },
  { table: 'transferSignature', subject: 't.id', methods: ['transfers.receive'], rows: `t.side = 'receiver' AND NOT ${fromPaper('transferId', 't.transferId')}`, entries: `e.detail ->> 'textHash' IS NOT NULL`, same: `t.transferId = e.subjectId AND ${signature}` },
  { table: 'transferLine', subject: `t.transferId || '/' || t.dossierId`, methods: ['transfers.receive'], each: 'decided', rows: `t.decidedBy IS NOT NULL AND NOT ${fromPaper('transferId', 't.transferId')}`,
    same: `t.transferId = e.subjectId AND e.at = t.decidedAt AND t.dossierId = f.value ->> 'dossierId' AND t.state IS f.value ->> 'decision' AND t.pagesIn IS f.value ->> 'pages' AND t.reason IS f.value ->> 'reason'` },
  { table: 'keeperChange', subject: 't.number', methods: ['custody.changeKeeper'], same: `t.id = e.subjectId AND e.at = t.at AND t.toId = e.detail ->> 'signerId' AND ${as('personId', 'fromId')} AND ${says('textHash', 'folders')}` },
  { table: 'stocktakeFinding', subject: 't.id', methods: ['stocktakes.resolve'], rows: 't.resolvedAt IS NOT NULL', same: `t.id = e.detail ->> 'findingId' AND ${by('resolved')} AND ${says('resolution')}` },
  { table: 'incident', subject: 't.number', methods: ['incidents.open'], rows: `NOT ${fromPaper('incidentId')}`, same: `t.id = e.subjectId AND ${by('opened')} AND ${says('kind', 'dossierId', 'happenedFrom', 'happenedTo', 'what')}` },
  { table: 'incident', subject: 't.number', methods: ['incidents.close'], rows: 't.closedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('closed')} AND ${says('closing')}` },
  { table: 'hold', subject: 't.id', methods: ['holds.place'], same: `t.id = e.detail ->> 'holdId' AND ${by('placed')} AND ${says('kind', 'amountFen', 'untilOn', 'reason')}` },
  { table: 'hold', subject: 't.id', methods: ['holds.release'], rows: 't.releasedAt IS NOT NULL', same: `t.id = e.detail ->> 'holdId' AND ${by('released')} AND ${as('reason', 'releaseReason')}` },
  ...(['submit', 'approve', 'supervise'] as const).map((step): Logged => (
    { table: 'disposalSignature', subject: 't.id', methods: [`disposal.${step}`], rows: `t.part = '${{ submit: 'appraisal', approve: 'approval', supervise: 'supervision' }[step]}'`, entries: `e.detail ->> 'textHash' IS NOT NULL`,
      same: `t.disposalId = e.subjectId AND ${signature}` })),
  { table: 'disposalAppraiser', subject: `t.disposalId || '/' || t.personId`, methods: ['disposal.open'], each: 'group', same: 't.disposalId = e.subjectId AND t.personId = f.value' },
  { table: 'disposal', subject: 't.number', methods: ['disposal.carryOut'], rows: 't.carriedOutBy IS NOT NULL', same: `t.id = e.subjectId AND e.at = t.closedAt AND e.actorId = t.carriedOutBy AND t.state = 'done' AND ${says('manner', 'place')}` },
  { table: 'stub', subject: 't.number', methods: ['disposal.carryOut'], each: 'destroyed', same: `t.number = f.value AND t.disposalId = e.subjectId AND e.at = t.destroyedAt` },
  // what a party is known by
  { table: 'invoiceBatch', subject: 't.id', methods: ['invoices.import'], same: `t.id = e.detail ->> 'batchId' AND ${by('imported')} AND ${says('read', 'added', 'repeated', 'voided', 'refused')}` },
  { table: 'invoiceBatch', subject: 't.id', methods: ['invoices.strikeBatch'], rows: 't.struckAt IS NOT NULL', same: `t.id = e.detail ->> 'batchId' AND ${by('struck')} AND ${as('reason', 'strikeReason')}` },
  { table: 'defaultRecord', subject: 't.id', methods: ['defaults.add'], rows: 't.fileName IS NULL', same: `t.id = e.detail ->> 'record' AND e.subjectId = t.partyId AND ${by('recorded')} AND ${as('what', 'kind')} AND ${says('on')}` },
  { table: 'defaultRecord', subject: 't.id', methods: ['defaults.settle', 'defaults.add', 'defaults.import'], rows: 't.settledAt IS NOT NULL',
    // Entered when it was over already, or settled later.
    same: `${by('settled')} AND (e.method <> 'defaults.settle' OR t.id = e.detail ->> 'record' AND ${says('settledOn')})` },
  { table: 'defaultRecord', subject: 't.id', methods: ['defaults.strike'], rows: STRUCK_ALONE, same: `t.id = e.detail ->> 'record' AND ${by('struck')} AND ${as('reason', 'strikeReason')}` },
  { table: 'delivery', subject: 't.id', methods: ['deliveries.record'], rows: 't.fileName IS NULL AND t.replacesId IS NULL', same: `t.id = e.detail ->> 'delivery' AND e.subjectId = t.partyId AND ${by('recorded')} AND ${as('order', 'orderNumber')} AND ${says('dueOn')}` },
  { table: 'delivery', subject: 't.id', methods: ['deliveries.correct'], rows: 't.replacesId IS NOT NULL', same: `t.id = e.detail ->> 'delivery' AND t.replacesId = e.detail ->> 'replaces' AND e.subjectId = t.partyId AND ${by('recorded')} AND ${as('order', 'orderNumber')}` },
  { table: 'delivery', subject: 't.id', methods: ['deliveries.correct'], rows: 't.struckAt IS NOT NULL AND EXISTS (SELECT 1 FROM delivery AS later WHERE later.replacesId = t.id)', same: `t.id = e.detail ->> 'replaces' AND ${by('struck')}` },
  { table: 'delivery', subject: 't.id', methods: ['deliveries.strike'], rows: `${STRUCK_ALONE} AND NOT EXISTS (SELECT 1 FROM delivery AS later WHERE later.replacesId = t.id)`,
    same: `t.id = e.detail ->> 'delivery' AND ${by('struck')} AND ${as('reason', 'strikeReason')}` },
  { table: 'survey', subject: 't.id', methods: ['surveys.record'], same: `t.id = e.detail ->> 'survey' AND e.subjectId = t.partyId AND ${by('recorded')} AND ${as('form', 'kind')} AND ${says('on')}` },
  { table: 'survey', subject: 't.id', methods: ['surveys.withdraw'], rows: 't.withdrawnAt IS NOT NULL', same: `t.id = e.detail ->> 'survey' AND ${by('withdrawn')} AND ${as('reason', 'withdrawReason')}` },
  ...([['receivable', 'add', ['number', 'amountFen', 'dueOn']], ['receipt', 'receive', ['amountFen', 'receivedOn']], ['promise', 'promise', ['amountFen', 'dueOn']]] as const).flatMap(([table, step, columns]): Logged[] => [
    { table, subject: 't.id', methods: [`receivables.${step}`], rows: table === 'promise' ? 'true' : 't.fileName IS NULL',
      same: `t.id = e.detail ->> '${table}' AND e.subjectId = t.partyId AND ${by('recorded')} AND ${says(...columns)}` },
    { table, subject: 't.id', methods: ['receivables.strike'], rows: table === 'promise' ? 't.struckAt IS NOT NULL' : STRUCK_ALONE, entries: `e.detail ->> '${table}' IS NOT NULL`, same: `t.id = e.detail ->> '${table}' AND ${by('struck')} AND ${as('reason', 'strikeReason')}` },
  ]),
  { table: 'listing', subject: 't.number', methods: ['listings.propose'], same: `t.id = e.subjectId AND ${by('proposed')} AND ${says('partyId', 'list', 'reason', 'measure')}` },
  { table: 'listing', subject: 't.number', methods: ['listings.decide'], rows: 't.decidedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('decided')} AND e.detail ->> 'decision' = iif(t.state = 'refused', 'refused', 'agreed')` },
  { table: 'listing', subject: 't.number', methods: ['listings.decideRelease'], rows: 't.releasedAt IS NOT NULL', entries: `e.detail ->> 'decision' = 'agreed'`, same: `t.id = e.subjectId AND ${by('released')} AND t.state = 'released'` },
  { table: 'warningRuleSet', subject: 't.id', methods: ['warningRules.propose'], rows: 't.proposedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('proposed')} AND ${says('hash', 'reason')}` },
  { table: 'warningRuleSet', subject: 't.id', methods: ['warningRules.decide'], rows: 't.decidedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('decided')} AND ${says('hash', 'remarks')} AND ${as('decision', 'state')}` },
  { table: 'warningRuleSet', subject: 't.id', methods: ['warningRules.withdraw'], rows: 't.withdrawnAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('withdrawn')} AND ${says('hash')} AND t.state = 'withdrawn'` },
  { table: 'statement', subject: 't.id', methods: ['statements.confirm'], rows: 't.confirmedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('confirmed')} AND ${says('partyId', 'revision')}` },
  { table: 'statement', subject: 't.id', methods: ['statements.withdraw'], rows: 't.withdrawnAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('withdrawn')} AND ${as('reason', 'withdrawnReason')}` },
  ...(['submit', 'return', 'review', 'approve'] as const).map((step): Logged => (
    { table: 'ratingStep', subject: 't.id', methods: [`ratings.${step}`, 'rerating.step'], rows: `t.what = '${{ submit: 'submitted', return: 'returned', review: 'reviewed', approve: 'approved' }[step]}' AND t.text IS NOT NULL`,
      same: `e.at = t.at AND (e.method = 'rerating.step' OR t.ratingId = e.subjectId AND t.by = coalesce(e.detail ->> 'signerId', e.actorId) AND ${says('textHash')})` })),
  ...(['submit', 'return', 'review', 'approve', 'refuse'] as const).map((step): Logged => (
    { table: 'limitStep', subject: 't.id', methods: [`limits.${step}`], rows: `t.what = '${{ submit: 'submitted', return: 'returned', review: 'reviewed', approve: 'approved', refuse: 'refused' }[step]}'`,
      same: `e.at = t.at AND t.limitId = e.subjectId AND t.by = coalesce(e.detail ->> 'signerId', e.actorId) AND ${says('textHash')}` })),
  { table: 'checkReport', subject: 't.number', methods: ['checks.run', 'checks.runArchive', 'transfers.receive'], same: `e.at = t.at AND e.actorId = t.by AND t.number = coalesce(e.detail ->> 'number', e.detail ->> 'check')` },
  { table: 'checkAttestation', subject: `t.reportId || '/' || t.code`, methods: ['checks.attest'], same: `t.reportId = e.subjectId AND ${by('')} AND ${as('item', 'code')}` },
  { table: 'periodicDone', subject: `t.ruleId || '/' || t.period`, methods: ['duties.complete'], same: `t.ruleId = e.detail ->> 'ruleId' AND t.period = e.detail ->> 'period' AND ${by('done')}` },
  { table: 'regulationVersion', subject: 't.id', methods: ['regulations.adopt'], rows: 't.adoptedAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('adopted')} AND ${says('regulation', 'effectiveOn')}` },
  { table: 'regulationVersion', subject: 't.id', methods: ['regulations.withdraw'], rows: 't.withdrawnAt IS NOT NULL', same: `t.id = e.subjectId AND ${by('withdrawn')}` },
  { table: 'person', subject: 't.id', methods: ['people.add'], rows: `NOT EXISTS (SELECT 1 FROM audit AS first, json_each(first.detail, '$.people') AS one WHERE first.method = 'archive.create' AND one.value ->> 'login' = t.login)`,
    same: `t.id = e.subjectId AND ${says('login')} AND e.at = t.createdAt` },
]

export const STANDING: readonly Standing[] = [
  { table: 'person', subject: 't.id', what: 'roles', methods: ['people.add', 'people.change'], about: about('person'), value: 't.roles', logged: `e.detail ->> 'roles'`,
    rows: `EXISTS (SELECT 1 FROM audit AS e WHERE ${about('person')} AND e.method IN ('people.add', 'people.change'))` },
  { table: 'person', subject: 't.id', what: 'roles', methods: ['archive.create'], about: 'true', value: 't.roles',
    rows: `NOT EXISTS (SELECT 1 FROM audit AS e WHERE ${about('person')} AND e.method IN ('people.add', 'people.change'))`,
    logged: `(SELECT one.value ->> 'roles' FROM json_each(e.detail, '$.people') AS one WHERE one.value ->> 'login' = t.login)` },
  { table: 'person', subject: 't.id', what: 'isActive', methods: ['people.disable', 'people.enable'], about: about('person'), value: 't.isActive', logged: `e.method = 'people.enable'`,
    rows: `t.isActive = 0 OR EXISTS (SELECT 1 FROM audit AS e WHERE ${about('person')} AND e.method = 'people.disable')` },
  { table: 'dossier', subject: 't.number', what: 'level', methods: ['dossiers.open', 'contracts.open', 'dossiers.change', 'clearances.downgrade'], about: `${about('dossier')} AND e.detail ->> 'level' IS NOT NULL`, value: 't.level', logged: `e.detail ->> 'level'` },
  { table: 'document', subject: 't.id', what: 'contents', methods: ['documents.add', 'documents.change'], about: `${about('dossier', 't.dossierId')} AND e.detail ->> 'documentId' = t.id`,
    value: `json_array(t.itemCode, t.title, t.pages)`, logged: `json_array(e.detail ->> 'itemCode', e.detail ->> 'title', e.detail ->> 'pages')` },
  { table: 'loan', subject: 't.id', what: 'dueOn', methods: ['lookups.handOut', 'lookups.renew'], rows: `NOT ${fromPaper('slipId', 't.slipId')}`, value: 't.dueOn', logged: `e.detail ->> 'dueOn'`,
    about: `${about('slip', 't.slipId')} AND (e.detail ->> 'dossierId' = t.dossierId OR EXISTS (SELECT 1 FROM json_each(e.detail, '$.folders') AS f WHERE f.value ->> 'dossierId' = t.dossierId))` },
  { table: 'listing', subject: 't.number', what: 'untilOn', methods: ['listings.propose', 'listings.prolong'], about: about('listing'), value: 't.untilOn', logged: `e.detail ->> 'untilOn'` },
  { table: 'schemeVersion', subject: 't.id', what: 'hash', methods: ['schemes.create', 'schemes.prepare', 'schemes.save', 'schemes.submit', 'schemes.review', 'schemes.approve', 'schemes.withdraw'], rows: 't.preparedBy IS NOT NULL',
    about: about('scheme'), value: 't.hash', logged: `e.detail ->> 'hash'` },
  { table: 'warningRuleSet', subject: 't.id', what: 'hash', methods: ['warningRules.save'], about: about('warningRules'), value: `json_array(t.hash, t.savedAt, t.savedBy)`, logged: `json_array(e.detail ->> 'hash', e.at, e.actorId)` },
  { table: 'transfer', subject: 't.number', what: 'lines', methods: ['transfers.create', 'transfers.change'], rows: `NOT ${fromPaper('transferId')}`, about: about('transfer'),
    value: '(SELECT count(*) FROM transferLine WHERE transferLine.transferId = t.id)', logged: `e.detail ->> 'folders'` },
  ...['subject', 'direction', 'handlerId'].map((column): Standing => (
    { table: 'contract', subject: 't.number', what: column, methods: ['contracts.open', 'contracts.change'], value: `t.${column}`, logged: `coalesce(e.detail ->> '$.changed.${column}.to', e.detail ->> '${column}')`,
      about: `${about('dossier', 't.dossierId')} AND (e.method = 'contracts.open' OR e.detail ->> '$.changed.${column}' IS NOT NULL)` })),
  { table: 'survey', subject: 't.id', what: 'clearedOn', methods: ['surveys.clear'], about: `${about('party', 't.partyId')} AND e.detail ->> 'survey' = t.id`, value: 't.clearedOn', logged: `e.detail ->> 'clearedOn'` },
  { table: 'incident', subject: 't.number', what: 'findings', methods: ['incidents.investigate'], rows: `t.findings IS NOT NULL`, about: about('incident'), value: `json_array(t.findings, t.consequences, t.measures)`,
    logged: `json_array(e.detail ->> 'findings', e.detail ->> 'consequences', e.detail ->> 'measures')` },
]
