import type { RefusalReason } from '../../shared/rules/parties/import-row.ts'
import { lineOf, noteOf } from '../../shared/rules/parties/import-values.ts'
import { parties as text } from '../../shared/text/zh-CN/parties.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { applyImport } from './import/apply.ts'
import { type ImportPlan, planImport, type Refusal } from './import/plan.ts'

const MOST_REFUSED_SHOWN = 200
const MOST_EXAMPLES = 3
/** A cell of the refused rows' list; a longer one is told by its beginning. */
const LONGEST_CELL = 500

const words: Record<RefusalReason, string> = text.refusal

/**
 * Takes a table of parties in: all good rows in one transaction, the bad ones named with row and reason. A thousand rows
 * of which three are bad take in 997.
 */
export const importPartiesJob: JobUseCase<'parties.import', ImportPlan> = {
  prepare: (context, input) => planImport(context, input, { isPreview: false }),
  run: (context, input, plan) => {
    const { added, updated, unchanged, refused } = applyImport(context, plan, input, { isDryRun: false })
    const read = plan.table.rows.length
    context.record(
      { kind: 'import', id: null, label: plan.fileName },
      { sha256: plan.sha256, read, added, updated, unchanged, refused: refused.length },
    )
    return { read, added, updated, unchanged, refused: refused.map(asRefusedRow) }
  },
}

/** The same without writing: what each column would fill, and what would become of the rows. */
export const previewImportJob: JobUseCase<'parties.previewImport', ImportPlan> = {
  prepare: (context, input) => planImport(context, input, { isPreview: true }),
  run: (context, input, plan) => {
    const { added, updated, unchanged, met, refused } = applyImport(context, plan, input, { isDryRun: true })
    return {
      encoding: plan.table.encoding,
      columns: plan.table.headings.map((heading, column) => ({ heading, field: plan.fields[column]!, examples: examplesOf(plan, column) })),
      rows: plan.table.rows.length,
      wouldAdd: added,
      wouldUpdate: updated,
      unchanged,
      duplicates: met,
      refused: refused.slice(0, MOST_REFUSED_SHOWN).map(asRefusedRow),
      refusedTotal: refused.length,
    }
  },
}

function asRefusedRow({ row, code, cells }: Refusal) {
  return { row, code, reason: words[code], cells: cells.map((cell) => cut(noteOf(cell))) }
}

function examplesOf(plan: ImportPlan, column: number): string[] {
  const examples: string[] = []
  for (const { cells } of plan.table.rows.slice(0, 50)) {
    const example = lineOf(cells[column] ?? null)
    if (example !== '' && !examples.includes(example)) examples.push(cut(example))
    if (examples.length === MOST_EXAMPLES) break
  }
  return examples
}

const cut = (text: string) => (text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL)}…`)
