import { sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { CONTRACT_EVENTS, type ContractEventKind } from '../../shared/rules/contracts/events.ts'
import { ownDepartment, seesWholeArchive } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'

type Line = Output<'contracts.statistics'>[number]
type Counted = Pick<Line, 'departmentId' | 'departmentName' | 'direction'> & { what: ContractEventKind; contracts: number; amountFen: number }

/**
 * Events of a period (both days included) that stand, by department and direction; of a contract with several of one kind
 * each amount counts, the contract once. Whole departments only: a slip into another adds nothing.
 */
export function statistics(context: Context, { from, to, departmentId }: Parsed<'contracts.statistics'>): Output<'contracts.statistics'> {
  const { trx, actor } = context
  const own = seesWholeArchive(actor) ? null : (ownDepartment(actor) ?? 0)
  const departments = [departmentId, own].filter((id) => id !== null).map((id) => sql<SqlBool>`contract.departmentId = ${id}`)
  const rows = allRaw(trx, sql<Counted>`
    SELECT contract.departmentId, department.name AS departmentName, contract.direction, event.what,
      count(DISTINCT event.dossierId) AS contracts,
      coalesce(sum(CASE event.what WHEN 'signed' THEN contract.firstAmountFen WHEN 'changed' THEN event.amountFen - coalesce(${BEFORE}, 0) ELSE contract.amountFen END), 0) AS amountFen
    FROM contractEvent AS event INDEXED BY contractEvent_day
      CROSS JOIN contract ON contract.dossierId = event.dossierId JOIN department ON department.id = contract.departmentId
    WHERE event.what IN (${sql.join(CONTRACT_EVENTS)}) AND event."on" >= ${from} AND event."on" <= ${to} AND event.struckAt IS NULL
      AND ${sql.join([sql<SqlBool>`contract.voidedAt IS NULL`, ...departments], sql` AND `)}
    GROUP BY contract.departmentId, contract.direction, event.what ORDER BY department.code, contract.direction DESC`)
  const lines = Map.groupBy(rows, (row) => `${row.departmentId} ${row.direction}`)
  return [...lines.values()].map(lineOf)
}

/** What the contract came to before a change. */
const BEFORE = sql`coalesce((SELECT earlier.amountFen FROM contractEvent AS earlier
  WHERE earlier.dossierId = event.dossierId AND earlier.struckAt IS NULL AND earlier.amountFen IS NOT NULL
    AND (earlier."on", earlier.id) < (event."on", event.id) ORDER BY earlier."on" DESC, earlier.id DESC LIMIT 1), contract.firstAmountFen)`

function lineOf(rows: Counted[]): Line {
  const { departmentId, departmentName, direction } = rows[0]!
  const of = (kind: ContractEventKind) => {
    const row = rows.find(({ what }) => what === kind)
    return { contracts: row?.contracts ?? 0, amountFen: row?.amountFen ?? 0 }
  }
  return {
    departmentId, departmentName, direction,
    signed: of('signed'), changed: of('changed'), performed: of('performed'), terminated: of('terminated'),
  }
}
