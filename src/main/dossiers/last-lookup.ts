import type { Trx } from '../storage/database.ts'

export type LastLookup = { on: string; reader: string; slipNumber: string }

/** The last time the folder was handed out: the day, to whom, on which slip. Null when it never was. */
export function lastLookupOf(trx: Trx, dossierId: number): LastLookup | null {
  const row = trx
    .prepare(
      `SELECT loan.handedOn AS "on", person.name AS reader, slip.number AS slipNumber
       FROM loan JOIN slip ON slip.id = loan.slipId JOIN person ON person.id = slip.applicantId
       WHERE loan.dossierId = ? ORDER BY loan.id DESC LIMIT 1`,
    )
    .get(dossierId) as LastLookup | undefined
  return row ?? null
}
