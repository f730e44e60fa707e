import type { Parsed } from '../../../shared/contract/index.ts'
import type { RefusalReason } from '../../../shared/rules/parties/import-row.ts'
import { searchWordsOf } from '../../../shared/rules/parties/search-words.ts'
import { parties as text } from '../../../shared/text/zh-CN/parties.ts'
import { keepPartyDuties } from '../../duties/keep.ts'
import type { JobControl } from '../../jobs/job.ts'
import type { Context } from '../../pipeline/context.ts'
import { insertParty, keepOldName, type PartyRecord, replaceBanks, replaceContacts } from '../record.ts'
import { keepOuterCode } from '../named.ts'
import { indexLine, packIndex } from '../search-index.ts'
import { findExisting } from './existing.ts'
import type { ImportPlan, PlannedRow, Refusal } from './plan.ts'
import { changesOf, writeChanges } from './update.ts'

export type ImportOutcome = {
  added: number
  updated: number
  unchanged: number
  /** Rows that met a party of the archive, with the name it has there. */
  met: { row: number; name: string; existing: string }[]
  refused: Refusal[]
}

const MOST_MET_SHOWN = 200
/** The part of all parties that an import has to write for its index to be packed. */
const WORTH_PACKING = 0.1

/**
 * Takes the planned rows in, inside the caller's transaction; with `isDryRun` it only counts what would happen. A row that
 * meets a party changes the columns it has and wipes none; one that says nothing new counts as unchanged.
 */
export function applyImport(
  context: Context & JobControl, plan: ImportPlan, input: Parsed<'parties.import'>, options: { isDryRun: boolean },
): ImportOutcome {
  const outcome: ImportOutcome = { added: 0, updated: 0, unchanged: 0, met: [], refused: [...plan.refused] }
  const isEmpty = context.trx.prepare('SELECT 1 FROM party LIMIT 1').get() === undefined
  for (const [index, planned] of plan.planned.entries()) {
    if (index % 200 === 0) {
      context.throwIfCancelled()
      context.progress(index, plan.planned.length, 'writing')
    }
    const result = applyRow(context, plan, planned, input, outcome, { ...options, isEmpty })
    if (result === 'added' || result === 'updated' || result === 'unchanged') outcome[result]++
    else outcome.refused.push({ row: planned.row, code: result, cells: planned.cells })
  }
  context.progress(plan.planned.length, plan.planned.length, 'finishing')
  if (!options.isDryRun) packAfter(context, outcome)
  outcome.refused.sort((one, other) => one.row - other.row)
  return outcome
}

/** An import that makes a good part of the search index leaves it in many pieces, each of which every search looks into. */
function packAfter({ trx }: Context, { added, updated }: ImportOutcome): void {
  const { parties } = trx.prepare('SELECT count(*) AS parties FROM party').get() as { parties: number }
  if (added + updated > parties * WORTH_PACKING) packIndex(trx)
}

function applyRow(
  context: Context, plan: ImportPlan, planned: PlannedRow, input: Parsed<'parties.import'>, outcome: ImportOutcome,
  { isDryRun, isEmpty }: { isDryRun: boolean; isEmpty: boolean },
): 'added' | 'updated' | 'unchanged' | RefusalReason {
  if (planned.draft.firstBusinessOn && planned.draft.firstBusinessOn > context.today) return 'date-impossible'
  // In an archive without parties nothing can be met: rows that repeat one another were refused while planning.
  const existing = isEmpty ? null : findExisting(context, planned.draft)
  if (typeof existing === 'string') return existing
  if (!existing) {
    if (!isDryRun) addParty(context, plan, planned, input)
    return 'added'
  }
  if (outcome.met.length < MOST_MET_SHOWN) outcome.met.push({ row: planned.row, name: planned.draft.name, existing: existing.name })
  if (input.onExisting === 'skip') return 'unchanged'
  const changes = changesOf(context, existing, planned, text.imports.gradeReason(plan.fileName))
  if (changes === null) return 'unchanged'
  if (typeof changes === 'string') return changes
  if (!isDryRun) writeChanges(context, existing, changes)
  return 'updated'
}

function addParty(context: Context, plan: ImportPlan, planned: PlannedRow, input: Parsed<'parties.import'>): void {
  const { trx, now } = context
  const { draft } = planned
  const { texts } = draft
  const words = planned.words ?? searchWordsOf(draft.name)
  const record: PartyRecord = {
    kind: draft.kind ?? input.defaultKind, name: draft.name, shortName: texts.shortName ?? null, creditCode: draft.creditCode,
    codeState: draft.codeState, companyType: texts.companyType ?? null, legalRepresentative: texts.legalRepresentative ?? null,
    actualController: texts.actualController ?? null, registeredCapitalFen: draft.registeredCapitalFen, foundedOn: draft.foundedOn,
    scope: texts.scope ?? null, province: texts.province ?? null, city: texts.city ?? null, registeredAddress: texts.registeredAddress ?? null,
    businessAddress: texts.businessAddress ?? null, phone: texts.phone ?? null, fax: texts.fax ?? null, email: texts.email ?? null,
    website: texts.website ?? null, industry: texts.industry ?? null, sizeClass: null, employees: draft.employees,
    mainProducts: texts.mainProducts ?? null, marketShareBasisPoints: null, departmentId: planned.departmentId,
    salespersonId: planned.salespersonId, grade: draft.grade, gradeReason: draft.grade ? text.imports.gradeReason(plan.fileName) : null,
    remarks: texts.remarks ?? null, firstBusinessOn: draft.firstBusinessOn, pinyin: words.pinyin, initials: words.initials, updatedAt: now,
  }
  const id = insertParty(trx, record)
  const oldNames = texts.oldName && texts.oldName !== draft.name ? [texts.oldName] : []
  for (const name of oldNames) keepOldName(trx, id, name, draft.name, null)
  if (texts.contactName) replaceContacts(trx, id, [{ name: texts.contactName, post: null, phone: texts.contactPhone ?? null, email: null }])
  if (texts.bank) replaceBanks(trx, id, [{ bank: texts.bank, account: texts.bankAccount ?? null }])
  if (texts.outerCode) keepOuterCode(trx, id, texts.outerCode)
  if (draft.firstBusinessOn) keepPartyDuties(trx, id)
  trx.prepare('INSERT INTO partySearch (rowid, words) VALUES (?, ?)').run(id, indexLine({ ...record, oldNames, numbers: [] }, words))
}
