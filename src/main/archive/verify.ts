import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Finding, writeDetail } from '../../shared/rules/archive/finding.ts'
import { verifyChain } from '../audit/verify.ts'
import type { JobControl, JobUseCase } from '../jobs/job.ts'
import type { Preparation } from '../pipeline/context.ts'
import { systemCode } from '../storage/atomic-file.ts'
import { checkAttachments } from './verify-attachments.ts'
import { checkCustody } from './verify-custody.ts'
import { checkDuties } from './verify-duties.ts'
import { checkLimits } from './verify-limits.ts'
import { checkRatings } from './verify-ratings.ts'
import { checkDatabase } from './verify-database.ts'
import { checkCounts } from './verify-counts.ts'
import { checkLog } from './verify-log.ts'
import { checkSealed } from './verify-sealed.ts'

type Verification = Output<'archive.verify'>

/** What one check has looked at, and what it found. Counts go to the answer's `checked` under these names. */
export type CheckResult = { checked: Readonly<Record<string, number>>; findings: readonly Finding[] }
type Check = (context: Preparation & JobControl, advance: Advance) => CheckResult | Promise<CheckResult>
/** Tells how many more things are done; lets others have a turn, and throws when somebody has cancelled. */
export type Advance = (done: number) => Promise<void>

/** A ruined archive has more faults than anybody reads: of each check this many are told, then how many more there are. */
const MOST_FINDINGS = 200

/**
 * Checks the whole archive: the database file, the audit chain (against a head from paper, if given), every attachment
 * byte for byte, and whether what the tables say of custody contradicts itself,
 * what is due the facts, and every rating and limit what its frozen inputs come to. It changes nothing. A check that could
 * not run is a finding too (`check-not-run`), so `ok` means that all of them ran and found nothing.
 */
export async function verifyArchive(context: Preparation & JobControl, input: Parsed<'archive.verify'>): Promise<Verification> {
  const checks: readonly (readonly [string, Check])[] = [
    ['database', ({ trx }) => checkDatabase(trx)],
    ['entries', async ({ trx }, advance) => {
      let told = 0
      const { entries, findings } = await verifyChain(trx, input.head, async (count) => {
        await advance(count - told)
        told = count
      })
      return { checked: { entries }, findings }
    }],
    ['custody', ({ trx }) => checkCustody(trx)],
    ['duties', ({ trx }, advance) => checkDuties(trx, advance)],
    ['ratings', ({ trx }, advance) => checkRatings(trx, advance)],
    ['counts', ({ trx }, advance) => checkCounts(trx, advance)],
    ['log', ({ trx }, advance) => checkLog(trx, advance)],
    ['sealed', ({ trx }) => checkSealed(trx)],
    ['limits', ({ trx }, advance) => checkLimits(trx, advance)],
    ['attachments', checkAttachments],
  ]
  const advance = createAdvance(context)
  const checked: Record<string, number> = {}
  const findings: Finding[] = []
  for (const [name, check] of checks) {
    await advance(0)
    const result = await runCheck(name, () => check(context, advance))
    Object.assign(checked, result.checked)
    findings.push(...result.findings.slice(0, MOST_FINDINGS))
    const more = result.findings.length - MOST_FINDINGS
    if (more > 0) findings.push({ kind: result.findings.at(-1)!.kind, subject: name, detail: writeDetail('and-more', { count: more }) })
  }
  return { ok: findings.length === 0, checked, findings }
}

/** A damaged page found by whichever check reads it first; anything else unexpected means that the check did not run. */
async function runCheck(name: string, check: () => CheckResult | Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error
    const reason = systemCode(error) ?? (error instanceof Error ? error.name : 'unknown')
    const isDamaged = /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(reason)
    const finding: Finding = isDamaged
      ? { kind: 'database-damaged', subject: name, detail: writeDetail('unreadable', { reason }) }
      : { kind: 'check-not-run', subject: name, detail: writeDetail('not-run', { reason }) }
    return { checked: {}, findings: [finding] }
  }
}

function createAdvance(context: Preparation & JobControl): Advance {
  let total: number | null = null
  try {
    total = (context.trx.prepare('SELECT (SELECT count(*) FROM audit) + (SELECT count(*) FROM blob) AS total').get() as { total: number }).total
  } catch {
    // A damaged database: the checks will say so, and nobody knows how much there is to do.
  }
  let done = 0
  return async (count) => {
    context.throwIfCancelled()
    done += count
    context.progress(total === null ? done : Math.min(done, total), total, 'checking')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** `archive.verify`: checks without holding anything, then writes into the log that it was checked, and what came out. */
export const verifyJob: JobUseCase<'archive.verify', Verification> = {
  prepare: verifyArchive,
  run: (context, input, verification) => {
    const { ok, checked, findings } = verification
    context.record({ kind: 'archive', id: null }, {
      ok, checked, head: input.head ?? null, findings: findings.length, first: findings.slice(0, 20),
    })
    return verification
  },
}
