import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { DEFAULT_EVENTS } from '../../shared/rules/defaults/kinds.ts'
import type { Capsule } from '../../shared/rules/ratings/capsule.ts'
import { readScheme } from '../../shared/rules/schemes/checks.ts'
import { type FrozenCase, rehearse } from '../../shared/rules/schemes/rehearse.ts'
import type { Scheme } from '../../shared/rules/schemes/schema.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { idInForce } from './list.ts'
import { loadSchemeVersion } from './load.ts'

/**
 * Every approved rating of this sort of party computed from what it froze, by the version in force and by a text that is
 * still edited: nothing is written. `scheme-refused` where the text has faults.
 */
export function rehearseScheme({ trx, today, regulation }: Context, { schemeId, body }: Parsed<'schemes.rehearse'>): Output<'schemes.rehearse'> {
  const { scheme, faults } = readScheme(body)
  const wrong = faults.filter(({ level }) => level === 'fault')
  if (scheme === null || wrong.length > 0) throw new AppError('scheme-refused', { count: wrong.length, faults: wrong })
  const ruling = idInForce(trx, schemeId, today)
  const before = ruling === null ? null : loadSchemeVersion(trx, ruling).scheme
  const cases = casesOf(trx, scheme.for)
  const { rows, matrix, outcomes } = rehearse(before, scheme, cases, today)
  const standing = new Map((trx.prepare('SELECT partyId, amountFen FROM limitCase INDEXED BY limitCase_standing WHERE isCurrent = 1').all() as { partyId: number; amountFen: number }[]).map((one) => [one.partyId, one.amountFen]))
  const heads = new Map(cases.map((one) => [one.ratingId, one]))
  return {
    rows: rows.map((row) => {
      const { number, partyId, partyName } = heads.get(row.ratingId)!
      return { ...row, number, partyId, partyName, limit: { ...row.limit, inForceFen: standing.get(partyId) ?? null } }
    }),
    matrix: [...matrix], outcomes: [...outcomes],
    grades: regulation.grades.map(({ grade, label, measures }) => ({ grade, label, measures: measures ?? null })),
  }
}

type Head = { number: string; partyId: number; partyName: string }
type Row = Head & { ratingId: number; asOf: string; isCurrent: 0 | 1; body: string }

function casesOf(trx: Trx, side: Scheme['for']): (FrozenCase & Head)[] {
  const rows = trx.prepare(`
    SELECT rating.id AS ratingId, rating.number, rating.partyId, party.name AS partyName, rating.asOf, rating.isCurrent, ratingCapsule.body
    FROM rating JOIN ratingCapsule ON ratingCapsule.ratingId = rating.id JOIN party ON party.id = rating.partyId
      JOIN schemeVersion ON schemeVersion.id = rating.schemeVersionId JOIN scheme ON scheme.id = schemeVersion.schemeId
    WHERE rating.state = 'approved' AND scheme."for" = ? ORDER BY rating.id`).all(side) as Row[]
  const defaults = defaultsByParty(trx)
  return rows.map(({ body, isCurrent, ...row }) => ({ ...row, isCurrent: isCurrent === 1, input: inputOf(JSON.parse(body) as Capsule), defaults: defaults.get(row.partyId) ?? [] }))
}

const inputOf = ({ facts, marks, industry, grades }: Capsule): FrozenCase['input'] => ({
  facts, industry, grades: grades.map(({ grade }) => grade),
  marks: Object.fromEntries(Object.entries(marks).map(([code, { option, evidence }]) => [code, { option, pages: evidence.length }])),
})

function defaultsByParty(trx: Trx): Map<number, FrozenCase['defaults'][number][]> {
  const rows = trx.prepare(`SELECT partyId, "on", settledOn FROM defaultRecord WHERE struckAt IS NULL AND kind IN (${DEFAULT_EVENTS.map(() => '?').join(', ')}) ORDER BY "on"`)
    .all(...DEFAULT_EVENTS) as (FrozenCase['defaults'][number] & { partyId: number })[]
  return Map.groupBy(rows, ({ partyId }) => partyId)
}
