import { setImmediate } from 'node:timers/promises'
import type { ItemCode } from '../../shared/rules/checks/items.ts'
import { verifyChain } from '../audit/verify.ts'
import type { JobControl } from '../jobs/job.ts'
import type { Preparation } from '../pipeline/context.ts'
import { checkFiles, FILE_ITEMS } from './files.ts'
import { createGather, type Gather, type ItemResult } from './gather.ts'
import {
  checkCare, checkDuplicates, checkEntries, checkGaps, checkNumbers, checkPages, checkProcess, checkRequired, checkScans, checkTexts, checkValues,
} from './metadata.ts'
import { checkBackup, checkScanPages, checkSealed } from './storage.ts'

export type Examined = { items: ItemResult[]; dossierIds: number[]; documents: number; files: number; bytes: number }

type Check = (context: Preparation, ids: string, gather: Gather) => void
type Checks = readonly (readonly [ItemCode, Check])[]

/** Items that look at each dossier by itself. */
const OF_EACH: Checks = [
  ['ZS-2', checkEntries], ['ZS-3', checkNumbers], ['ZS-4', checkValues],
  ['WZ-1', checkRequired], ['WZ-3', checkPages], ['WZ-4', checkScans], ['WZ-5', checkScanPages], ['WZ-6', checkDuplicates], ['WZ-7', checkProcess],
  ['KY-3', checkTexts], ['AQ-5', checkCare],
]
/** Items about all of them together, or about the archive itself. */
const OF_ALL: Checks = [
  ['WZ-2', checkGaps], ['AQ-3', (context, _ids, gather) => checkSealed(context, gather)], ['AQ-4', (context, _ids, gather) => checkBackup(context, gather)],
]
/** Dossiers looked at in one go, so that a large archive is never in memory whole. */
const AT_ONCE = 500

const FREE: JobControl = { progress: () => {}, throwIfCancelled: () => {} }

/**
 * Makes every item of the check over these dossiers, and changes nothing. `isWhole`: they are all there are, so the whole audit
 * chain is walked as well. An item that breaks off is reported as not run; the others go on.
 */
export async function examine(context: Preparation, dossierIds: readonly number[], { isWhole = false, control = FREE } = {}): Promise<Examined> {
  const ids = JSON.stringify(dossierIds)
  const gather = createGather()
  const make = async (checks: Checks, chosen: string) => {
    for (const [code, check] of checks) {
      control.throwIfCancelled()
      await attempt(gather, [code], () => check(context, chosen, gather))
      await setImmediate()
    }
  }
  await make(OF_ALL, ids)
  if (isWhole) await attempt(gather, ['ZS-2'], () => checkWholeChain(context, gather, control))
  const total = sizeOf(context, ids)
  const read = { files: 0, bytes: 0 }
  let done = 0
  const advance = async (bytes: number) => {
    control.throwIfCancelled()
    control.progress((done += bytes), total, 'checking')
    await setImmediate()
  }
  for (let from = 0; from < dossierIds.length; from += AT_ONCE) {
    const some = JSON.stringify(dossierIds.slice(from, from + AT_ONCE))
    await make(OF_EACH, some)
    await attempt(gather, FILE_ITEMS, async () => {
      const { files, bytes } = await checkFiles(context, some, gather, advance)
      read.files += files
      read.bytes += bytes
    })
  }
  return { items: gather.results(), dossierIds: [...dossierIds], documents: documentsOf(context, ids), ...read }
}

async function checkWholeChain({ trx }: Preparation, gather: Gather, control: JobControl): Promise<void> {
  const { findings } = await verifyChain(trx, undefined, async () => {
    control.throwIfCancelled()
    await setImmediate()
  })
  for (const { kind, subject } of findings) gather.find('chain-broken', {}, { kind, item: subject })
}

async function attempt(gather: Gather, codes: readonly ItemCode[], check: () => void | Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    for (const code of codes) gather.notRun(code, error)
  }
}

/** Bytes to be read; null where the tables cannot say, which the check itself will find. */
function sizeOf({ trx }: Preparation, ids: string): number | null {
  try {
    const { bytes } = trx
      .prepare(
        `SELECT coalesce(sum(blob.size), 0) AS bytes FROM document JOIN attachment ON attachment.documentId = document.id JOIN blob ON blob.sha256 = attachment.sha256
         WHERE document.dossierId IN (SELECT value FROM json_each(?)) AND document.struckAt IS NULL AND attachment.struckAt IS NULL`,
      )
      .get(ids) as { bytes: number }
    return bytes
  } catch {
    return null
  }
}

function documentsOf({ trx }: Preparation, ids: string): number {
  const row = trx.prepare('SELECT count(*) AS documents FROM document WHERE dossierId IN (SELECT value FROM json_each(?)) AND struckAt IS NULL').get(ids) as { documents: number }
  return row.documents
}
