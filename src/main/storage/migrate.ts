import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { peopleAndParties } from './migrations/0010-people-and-parties.ts'
import { dossiersAndCabinet } from './migrations/0020-dossiers-and-cabinet.ts'
import { lookupsAndAudit } from './migrations/0030-lookups-and-audit.ts'
import { custodyAndTransfers } from './migrations/0040-custody-and-transfers.ts'
import { contracts } from './migrations/0050-contracts.ts'
import { duties } from './migrations/0060-duties.ts'
import { stocktakesAndIncidents } from './migrations/0070-stocktakes-and-incidents.ts'
import { qualificationsAndClearances } from './migrations/0080-qualifications-and-clearances.ts'
import { retentionAndDisposal } from './migrations/0090-retention-and-disposal.ts'
import { checksAndPaper } from './migrations/0100-checks-and-paper.ts'
import { regulationVersions } from './migrations/0110-regulation-versions.ts'
import { growth } from './migrations/0120-growth.ts'
import { statements } from './migrations/0130-statements.ts'
import { invoices } from './migrations/0140-invoices.ts'
import { schemes } from './migrations/0150-schemes.ts'
import { ratings } from './migrations/0160-ratings.ts'
import { surveys } from './migrations/0170-surveys.ts'
import { rerating } from './migrations/0190-rerating.ts'
import { papersOfEveryForm } from './migrations/0200-papers-of-every-form.ts'
import { limits } from './migrations/0220-limits.ts'
import { deliveries } from './migrations/0230-deliveries.ts'
import { office } from './migrations/0250-office.ts'
import { listedLimits } from './migrations/0260-listed-limits.ts'
import { risks } from './migrations/0180-risks.ts'
import { receivables } from './migrations/0210-receivables.ts'
import { mends } from './migrations/0240-mends.ts'
import { warningRules } from './migrations/0270-warning-rules.ts'
import { firstRatings } from './migrations/0280-first-ratings.ts'

/** A migration is frozen SQL: it imports no code, and is never changed once released. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** Numbered by tens, strictly increasing; the file's `user_version` says how far it has come. */
export const MIGRATIONS: readonly Migration[] = [
  peopleAndParties, dossiersAndCabinet, lookupsAndAudit, custodyAndTransfers, contracts, duties, stocktakesAndIncidents,
  qualificationsAndClearances, retentionAndDisposal, checksAndPaper, regulationVersions, growth, statements, invoices, schemes, ratings, surveys, risks, rerating, papersOfEveryForm, receivables, limits, deliveries, mends, office, listedLimits, warningRules, firstRatings,
]

export const HEAD_VERSION = MIGRATIONS.at(-1)!.version

/**
 * Brings a database file to the program's version, each migration in one transaction with its version number.
 * `beforeFirst` runs once before the first pending migration of a file that is not new (a backup belongs there).
 * Refuses a file from a newer program (`archive-newer`) and never goes on after a failure.
 */
export function migrate(
  database: Database,
  options: { migrations?: readonly Migration[]; beforeFirst?: (fromVersion: number) => void } = {},
): void {
  const migrations = options.migrations ?? MIGRATIONS
  const current = database.pragma('user_version', { simple: true }) as number
  const head = migrations.at(-1)?.version ?? 0
  if (current > head) throw new AppError('archive-newer', { file: current, program: head })
  const pending = migrations.filter((migration) => migration.version > current)
  if (pending.length > 0 && current > 0) options.beforeFirst?.(current)
  for (const migration of pending) {
    database
      .transaction(() => {
        database.exec(migration.sql)
        database.pragma(`user_version = ${migration.version}`)
        const broken = database.pragma('foreign_key_check') as unknown[]
        if (broken.length > 0) throw new Error(`migration ${migration.version} leaves ${broken.length} broken references`)
      })
      .immediate()
  }
}
