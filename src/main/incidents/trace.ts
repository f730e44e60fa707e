import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'

type Slip = Output<'incidents.trace'>['slip'] & { submittedAt: string }
type Entry = { seq: number; at: string; personId: number; personName: string; dossierId: number; dossierNumber: string; detail: string }

/**
 * Traces a leaf by its watermark, `name  slip  MM-DD HH:MM` as `dossiers/view.ts` burns it in: the slip, and the readings
 * of that minute on it, read from the audit log. The minute is this workstation's; its year is the slip's, or the one after
 * where a slip runs over new year. `bad-input` for what is no watermark, `not-found` for a slip that is not there.
 */
export function traceWatermark({ trx }: Context, { watermark }: Parsed<'incidents.trace'>): Output<'incidents.trace'> {
  const read = readWatermark(watermark)
  if (!read) throw new AppError('bad-input', { path: 'watermark' })
  const slip = trx
    .prepare(
      `SELECT slip.id, slip.number, person.name AS applicantName, slip.unit, slip.purpose, slip.filledAt AS submittedAt
       FROM slip JOIN person ON person.id = slip.applicantId WHERE slip.number = ?`,
    )
    .get(read.slip) as Slip | undefined
  if (!slip) throw new AppError('not-found', { slip: read.slip })
  const year = new Date(slip.submittedAt).getFullYear()
  const entries = [year, year + 1].flatMap((one) => entriesIn(trx, minuteOf(one, read)))
  const { submittedAt: _at, ...shown } = slip
  return {
    slip: shown,
    readings: entries.flatMap(({ detail, ...entry }) => {
      const told = JSON.parse(detail) as { slipNumber?: string | null; name?: string }
      return told.slipNumber === slip.number ? [{ ...entry, attachment: told.name ?? '', isNamed: entry.personName === read.name }] : []
    }),
  }
}

type Watermark = { name: string; slip: string; month: number; day: number; hour: number; minute: number }

/** The parts of a watermark as a person types it from a photograph: any spaces, full-width or not. */
export function readWatermark(text: string): Watermark | null {
  const parts = /^(.*?)\s*(\S+)\s+(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{2})$/u.exec(text.normalize('NFKC').trim())
  if (!parts) return null
  const [month = 0, day = 0, hour = 0, minute = 0] = parts.slice(3).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null
  return { name: parts[1]!.trim(), slip: parts[2]!.toUpperCase(), month, day, hour, minute }
}

function minuteOf(year: number, { month, day, hour, minute }: Watermark): { from: string; to: string } {
  const from = new Date(year, month - 1, day, hour, minute)
  return { from: from.toISOString(), to: new Date(from.getTime() + 60_000).toISOString() }
}

function entriesIn(trx: Context['trx'], { from, to }: { from: string; to: string }): Entry[] {
  return trx
    .prepare(
      `SELECT audit.seq, audit.at, audit.actorId AS personId, audit.actorName AS personName, audit.subjectId AS dossierId, audit.subjectLabel AS dossierNumber, audit.detail
       FROM audit WHERE audit.at >= ? AND audit.at < ? AND audit.method = 'attachments.view' AND audit.outcome = 'done' ORDER BY audit.seq`,
    )
    .all(from, to) as Entry[]
}
