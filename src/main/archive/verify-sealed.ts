import { createHash } from 'node:crypto'
import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { digestOf } from '../stocktakes/scan.ts'
import type { Trx } from '../storage/database.ts'
import type { CheckResult } from './verify.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Every text that was signed, a count that was ended, a version that was adopted, beside its hash, and beside what the log calls it. */
export function checkSealed(trx: Trx): CheckResult {
  const findings: Finding[] = []
  const tell = (rule: FindingRule, subject: string, values: FindingValues = {}) => findings.push({ kind: 'log-contradiction', subject, detail: writeDetail(rule, values) })
  for (const [table, text, hash] of SEALED) {
    const rows = trx.prepare(`SELECT rowid AS id, ${text} AS text, ${hash} AS hash FROM ${table} WHERE ${hash} IS NOT NULL ORDER BY rowid`).all() as { id: number; text: string; hash: string }[]
    for (const row of rows) if (sha256(row.text) !== row.hash) tell('signature-differs', `${table} ${row.id}`)
  }
  for (const { id, text, words } of signedSlips(trx)) if (!words.every((word) => text.includes(`\n${word}\n`))) tell('signature-differs', `slip ${id}`)
  for (const { id, round, digest } of trx.prepare(COUNTS).all() as { id: number; round: number; digest: string }[]) {
    const scans = trx.prepare('SELECT code, drawerId FROM stocktakeScan WHERE stocktakeId = ? AND round = ? AND struckAt IS NULL ORDER BY id').all(id, round) as { code: string; drawerId: number }[]
    if (digestOf(scans) !== digest) tell('stands-other-than-logged', `stocktake ${id}`, { what: `scans ${round}` })
  }
  for (const { id, body, hash } of trx.prepare(ADOPTED).all() as { id: number; body: string; hash: string }[]) {
    if (sha256(body) !== hash) tell('stands-other-than-logged', `regulationVersion ${id}`, { what: 'body' })
  }
  for (const [table, key, query] of CHANGED) {
    for (const { id, column, value } of trx.prepare(query).all() as { id: number; column: string; value: unknown }[]) {
      const row = trx.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`).get(id) as Record<string, unknown> | undefined
      if (row && column in row && row[column] !== value) tell('stands-other-than-logged', `${table} ${id}`, { what: column })
    }
  }
  return { checked: {}, findings }
}

/** What the newest change of each field has set; of a party since the last import, which says no more than how many it changed. */
const changedIn = (method: string, which: string) => `SELECT e.subjectId AS id, f.key AS column, f.value ->> 'to' AS value, max(e.seq) AS seq
  FROM audit AS e, json_each(e.detail, '$.changed') AS f WHERE e.method = '${method}' AND e.outcome = 'done' AND ${which} GROUP BY e.subjectId, f.key`
const CHANGED = [
  ['contract', 'dossierId', changedIn('contracts.change', 'true')],
  ['party', 'id', changedIn('parties.change', "e.seq > (SELECT coalesce(max(seq), 0) FROM audit WHERE method = 'parties.import')")],
] as const

const SEALED: readonly (readonly [table: string, text: string, hash: string])[] = [
  ['slipSignature', 'text', 'textHash'], ['transferSignature', 'text', 'textHash'], ['disposalSignature', 'text', 'textHash'], ['ratingStep', 'text', 'textHash'], ['keeperChange', 'text', 'textHash'],
  ['ratingCapsule', 'body', 'hash'], ['warningRuleSet', 'body', 'hash'], ['limitStep', 'text', 'textHash'], ['limitCapsule', 'body', 'hash'],
]

const COUNTS = `SELECT subjectId AS id, detail ->> 'round' AS round, detail ->> 'digest' AS digest FROM audit
  WHERE method IN ('stocktakes.finishFirst', 'stocktakes.finishSecond') AND outcome = 'done' ORDER BY seq`

const ADOPTED = `SELECT version.id, version.body, e.detail ->> 'hash' AS hash FROM audit AS e JOIN regulationVersion AS version ON version.id = coalesce(e.subjectId, 1)
  WHERE e.method IN ('archive.create', 'regulations.adopt') AND e.outcome = 'done' AND e.detail ->> 'hash' IS NOT NULL ORDER BY e.seq`

/** Lines of a slip's signed text (`rules/lookups/text.ts`) that have to be in it as the slip stands now. */
function signedSlips(trx: Trx): { id: number; text: string; words: string[] }[] {
  const rows = trx
    .prepare(
      `SELECT slip.id, slip.number, slip.purpose, slip.manner, slip.copyPages, slip.partyName, slip.untilOn, signature.text,
         (SELECT json_group_array(dossier.number) FROM slipDossier JOIN dossier ON dossier.id = slipDossier.dossierId WHERE slipDossier.slipId = slip.id) AS folders FROM slipSignature AS signature JOIN slip ON slip.id = signature.slipId ORDER BY signature.id`,
    )
    .all() as { id: number; number: string; purpose: string; manner: string; copyPages: number | null; partyName: string; untilOn: string; text: string; folders: string }[]
  return rows.map(({ id, number, purpose, manner, copyPages, partyName, untilOn, text, folders }) => {
    const signed = text.split('\n').flatMap((line) => /^dossier "([^"]*)"/.exec(line)?.[1] ?? [])
    const isSameFolders = signed.join() === (JSON.parse(folders) as string[]).sort().join()
    return {
      id, text: isSameFolders ? `\n${text}\n` : '',
      words: [`number ${JSON.stringify(number)}`, `purpose ${JSON.stringify(purpose)}`, `manner ${JSON.stringify(manner)} ${JSON.stringify(copyPages)}`, `party ${JSON.stringify(partyName)}`, `until ${JSON.stringify(untilOn)}`],
    }
  })
}
