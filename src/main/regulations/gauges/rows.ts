import { type RawBuilder, sql } from 'kysely'
import { asksOfReaders } from '../../clearances/reading.ts'
import { mayReadFigures } from '../../statements/rights.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseKind, type CaseState, everything, type Gauge, overList, type Reader, sumsOf } from './gauge.ts'

type Rows = {
  kind: CaseKind
  /** A SELECT of `id`, `partyId`, `label`, `title`, `dueOn` and `state` of the rows whose party the reader may see. */
  rows: (reader: Reader) => RawBuilder<unknown>
  order?: RawBuilder<unknown>
  /** What stands in them is as secret as the party's dossier: what the reader may not read is not counted. */
  isSecret?: boolean
}
type Row = Case & { partyId: number; state: CaseState }

/** A gauge over rows that say their own state. */
export function overRows({ kind, rows, order = sql`dueOn, label, id`, isSecret = false }: Rows): Gauge {
  const whole = overList((reader) => {
    const may = readable(reader)
    return allRaw(reader.trx, sql<Row>`SELECT ${kind} AS kind, id, partyId, label, title, dueOn, state FROM (${rows(reader)}) ORDER BY ${order}`).filter(({ partyId }) => may(partyId)).map(({ partyId: _party, ...one }) => one)
  })
  const summed: Gauge = {
    scope: everything,
    counts: (reader) => sumsOf(reader, sql`SELECT sum(state = 'inOrder') AS inOrder, sum(state = 'dueSoon') AS dueSoon, sum(state = 'overdue') AS overdue FROM (${rows(reader)})`),
    cases: (reader, _scope, state, { limit, offset }) =>
      allRaw(reader.trx, sql<Case>`SELECT ${kind} AS kind, id, label, title, dueOn FROM (${rows(reader)}) WHERE state = ${state} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`),
  }
  const of = (reader: Reader) => (isSecret && asksOfReaders(reader) ? whole : summed)
  return { scope: everything, counts: (reader, scope) => of(reader).counts(reader, scope), cases: (reader, scope, state, window) => of(reader).cases(reader, scope, state, window) }
}

/** Whether the reader may read what stands of a party; asked once a party. */
export function readable(reader: Reader): (partyId: number) => boolean {
  const known = new Map<number, boolean>()
  return (partyId) => {
    let may = known.get(partyId)
    if (may === undefined) known.set(partyId, (may = mayReadFigures(reader, partyId)))
    return may
  }
}
