import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { halfYearOf, startOfHalfYear } from '../../shared/rules/surveys/forms.ts'
import type { Context } from '../pipeline/context.ts'

type Row = Output<'industries.list'>['rows'][number]

/** The newest outlook of each industry, and the industries of parties to which none of them applies. */
export function listIndustries({ trx, today }: Context): Output<'industries.list'> {
  const rows = trx.prepare(
    `SELECT industry, half, growth, competition, demand, remarks, person.name AS recordedByName, recordedAt
     FROM industryOutlook AS one JOIN person ON person.id = recordedBy
     WHERE half = (SELECT max(half) FROM industryOutlook WHERE industry = one.industry) ORDER BY industry`,
  ).all() as Row[]
  // From one industry to the next along the index: as many steps as there are industries, however many the parties.
  const used = trx.prepare(
    `WITH RECURSIVE used(industry) AS (
       SELECT min(industry) FROM party WHERE industry IS NOT NULL
       UNION ALL SELECT (SELECT min(industry) FROM party WHERE industry > used.industry) FROM used WHERE used.industry IS NOT NULL)
     SELECT industry FROM used WHERE industry IS NOT NULL`,
  ).all() as { industry: string }[]
  return {
    rows, half: halfYearOf(today),
    missing: used.map(({ industry }) => industry).filter((industry) => !rows.some((row) => industry.startsWith(row.industry))),
  }
}

/** The outlook of an industry for a half-year that has begun (`bad-input`); one already there is replaced. */
export function recordIndustry(context: Context, input: Parsed<'industries.record'>): Output<'industries.record'> {
  const { trx, actor, now, today } = context
  if (startOfHalfYear(input.half) > today) throw new AppError('bad-input', { path: 'half' })
  const row = { ...input, recordedBy: actor.personId, recordedAt: now }
  const { industry: _industry, half: _half, ...changed } = row
  trx.run(trx.sql.insertInto('industryOutlook').values(row).onConflict((on) => on.columns(['industry', 'half']).doUpdateSet(changed)))
  context.record({ kind: 'industry', id: null, label: input.industry }, { ...input })
  return {}
}
