import type { SeenParties } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import type { PartyQuery } from './conditions.ts'

type Asked = Pick<PartyQuery, 'kind' | 'grade' | 'departmentId' | 'province' | 'hasDossier'>

/**
 * How many parties of a part of them fit what is asked. It adds up a table that triggers keep (`partyTally`), in which the
 * provinces together have lines of their own, so that it is a few dozen lines whatever the archive holds.
 */
export function tallyOf(trx: Trx, asked: Asked, { seenBy, departmentId }: NonNullable<SeenParties['tally']>): number {
  const { kind, grade, province, hasDossier } = asked
  const total = trx.one(
    trx.sql.selectFrom('partyTally').select(({ fn }) => fn.sum<number | null>('parties').as('parties'))
      .where('seenBy', '=', seenBy).where('province', '=', province === null ? '*' : `=${province}`)
      .$if(departmentId !== undefined, (query) => query.where('departmentId', '=', departmentId!))
      .$if(asked.departmentId !== null, (query) => query.where('departmentId', '=', asked.departmentId!))
      .$if(kind !== null, (query) => query.where('kind', '=', kind!))
      .$if(grade !== null, (query) => query.where('grade', '=', grade === 'none' ? '' : grade!))
      .$if(hasDossier !== null, (query) => query.where('hasDossier', '=', hasDossier ? 1 : 0)),
  )
  return total?.parties ?? 0
}
