import type { Output, Parsed } from '../../shared/contract/index.ts'
import { GRADES } from '../../shared/contract/parties.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import type { IndicatorResult } from '../../shared/rules/schemes/score.ts'
import { indicatorsOf, type Indicator, type Scheme } from '../../shared/rules/schemes/schema.ts'
import { leaksOfRating, leaksOfScheme } from '../../shared/rules/validity/leaks.ts'
import { FORESIGHT_DAYS, OUTCOME_MONTHS } from '../../shared/rules/validity/outcome.ts'
import { driftOf, type Observed, reportOn } from '../../shared/rules/validity/report.ts'
import type { Context } from '../pipeline/context.ts'
import { loadSchemeVersion } from '../schemes/load.ts'
import type { Trx } from '../storage/database.ts'
import { bookOn, observe, type Cohort } from './observe.ts'

type Report = Output<'validity.report'>

/** How a scheme's ratings have held, over this archive's own history; the most used scheme where none is asked for. */
export function validityReport({ trx, today, regulation }: Context, input: Parsed<'validity.report'>): Report {
  const schemes = schemesRated(trx)
  const schemeId = input.schemeId ?? schemes[0]?.id ?? null
  const filter = { schemeId: schemeId ?? 0, kind: input.kind, from: input.from, until: input.until, hindsight: input.hindsight }
  const cohort = observe(trx, filter, today)
  const versions = new Map([...new Set(cohort.counted.map(({ schemeVersionId }) => schemeVersionId))].sort((a, b) => b - a).map((id) => [id, loadSchemeVersion(trx, id).scheme]))
  const newest = [...versions.values()][0]
  const used = GRADES.filter((grade) => regulation.grades.some((one) => one.grade === grade) || cohort.counted.some(({ capsule }) => capsule.grade === grade))
  const days = cohort.counted.map(({ asOf }) => asOf).sort()
  const afterOn = input.until !== null && input.until < today ? input.until : today
  const beforeOn = addMonths(afterOn, -OUTCOME_MONTHS)
  const report = reportOn(cohort.counted.map((one) => observedOf(one, versions.get(one.schemeVersionId)!)), used, newest?.expected ?? null)
  return {
    schemes, schemeId, from: days[0] ?? null, until: days.at(-1) ?? null, today, ratings: cohort.sums,
    hindsight: { isCounted: input.hindsight, days: FORESIGHT_DAYS, ratings: cohort.late, counted: cohort.counted.filter((one) => one.isHindsight).length },
    grades: used.map((grade) => ({ grade, label: regulation.grades.find((one) => one.grade === grade)?.label ?? grade })),
    report: {
      ...report, grades: [...report.grades], reversals: report.reversals.map(([better, worse]) => [better, worse]), overrides: [...report.overrides], overridesLeft: cohort.overridesLeft,
      indicators: report.indicators.map(({ rows, ...one }) => ({ ...one, name: nameIn(versions, one.code), rows: rows.map((row) => ({ ...row, label: row.band })) })),
    },
    drift: { beforeOn, afterOn, ...plain(driftOf(used, bookOn(trx, filter, beforeOn).grades, bookOn(trx, filter, afterOn).grades)) },
    leaks: leaksIn(cohort, versions),
  }
}

function schemesRated(trx: Trx): Report['schemes'] {
  const rows = trx.prepare(
    `SELECT schemeVersion.schemeId AS id, max(schemeVersion.id) AS versionId, count(*) AS ratings FROM rating JOIN schemeVersion ON schemeVersion.id = rating.schemeVersionId
     WHERE rating.state = 'approved' GROUP BY schemeVersion.schemeId ORDER BY ratings DESC, schemeVersion.schemeId`,
  ).all() as { id: number; versionId: number; ratings: number }[]
  return rows.map(({ id, versionId, ratings }) => ({ id, ratings, name: loadSchemeVersion(trx, versionId).scheme.name }))
}

function observedOf({ capsule, isBad }: Cohort['counted'][number], scheme: Scheme): Observed {
  const indicators = new Map(indicatorsOf(scheme).map((one) => [one.code, one]))
  return {
    score: capsule.result.score, grade: capsule.grade, computedGrade: capsule.result.grade, isBad,
    bands: Object.fromEntries(capsule.result.indicators.map((one) => [one.code, bandOf(one, indicators.get(one.code))])),
  }
}

/** Indicators are compared by the share of their weight they earned: the same word for a band in every version of a scheme. */
function bandOf(one: IndicatorResult, indicator: Indicator | undefined): string | null {
  if (one.absent !== null || one.share === null || !indicator) return null
  // Interpolated shares fall into fifths, so that a band has cases.
  const share = one.band === null ? Math.min(80, Math.floor(one.share / 2000) * 20) : one.share / 100
  return one.band === null ? `${share}–${share + 20}%` : `${share}%`
}

const nameIn = (versions: ReadonlyMap<number, Scheme>, code: string): string =>
  [...versions.values()].flatMap(indicatorsOf).find((one) => one.code === code)?.name ?? code

function leaksIn({ counted }: Cohort, versions: ReadonlyMap<number, Scheme>): Report['leaks'] {
  const found = new Map<string, Report['leaks'][number]>()
  for (const { schemeVersionId, capsule, asOf } of counted) {
    const scheme = versions.get(schemeVersionId)!
    for (const leak of [...leaksOfScheme(scheme), ...leaksOfRating(scheme, capsule.facts, asOf)]) {
      const key = `${leak.code} ${leak.fact} ${leak.kind}`
      const known = found.get(key) ?? { ...leak, name: nameIn(versions, leak.code), ratings: 0 }
      found.set(key, { ...known, ratings: known.ratings + 1 })
    }
  }
  return [...found.values()]
}

const plain = ({ before, after, matrix, ...rest }: ReturnType<typeof driftOf>) => ({ ...rest, before: [...before], after: [...after], matrix: matrix.map((row) => [...row]) })
