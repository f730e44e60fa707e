import * as z from 'zod'
import { Id, JobId } from './method.ts'
import { UploadToken } from './parties.ts'

/* What the imports of ledgers (`main/parties/import/ledger.ts`) ask and answer alike. */

/** What each heading fills, where the person says so; the rest is told from the headings. */
export const columnMap = <Field extends string>(fields: readonly Field[]) => z.record(z.string().max(200), z.enum(fields)).optional()

export const tableInput = <Field extends string>(fields: readonly Field[]) => ({ jobId: JobId.optional(), upload: UploadToken, columns: columnMap(fields) })

/** All rows are this party's; a row that names another is refused. Null: a column names the party. */
export const ownerInput = { partyId: Id.nullable().default(null) }

/** Rows that are not taken: `row` as a spreadsheet numbers it, `reason` in plain words (Chinese). */
export const refusedOutput = <Code extends string>(codes: readonly Code[]) => ({
  refused: z.array(z.object({ row: z.int(), code: z.enum(codes), reason: z.string(), cells: z.array(z.string()) })), refusedTotal: z.int(),
})

/** What each column would fill, with a few of its values. */
export const columnsOutput = <Field extends string>(fields: readonly Field[]) => z.array(z.object({ heading: z.string(), field: z.enum(fields), examples: z.array(z.string()) }))

/** Whether the columns say enough, and what they do not say: of fields that stand together one is enough. */
export const missingOutput = <Field extends string>(fields: readonly Field[]) => ({ isTable: z.boolean(), missing: z.array(z.array(z.enum(fields))) })

export const tableOutput = <Field extends string>(fields: readonly Field[]) => ({ name: z.string(), encoding: z.string(), ...missingOutput(fields), columns: columnsOutput(fields) })
