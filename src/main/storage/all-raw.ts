import type { RawBuilder } from 'kysely'
import type { Trx } from './database.ts'

/** Runs a statement that the builder cannot say (index hints, join order) with the builder's own parameters. */
export function allRaw<Row>(trx: Trx, statement: RawBuilder<Row>): Row[] {
  return trx.all({ compile: () => statement.compile(trx.sql) })
}
