import { gapsOf } from '../../shared/rules/regulations/catalogue.ts'
import { requiredItems } from '../../shared/rules/regulations/schema.ts'
import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'
import type { CheckResult } from './verify.ts'

/** Things that the tables must not say together. Each query finds the exceptions: `subject`, and values for the sentence. */
const CONTRADICTIONS: readonly (readonly [FindingRule, string])[] = [
  // An open loan belongs to a slip that is out, a folder reported lost included.
  ['open-loan-of-slip', `
    SELECT dossier.number AS subject, slip.number AS slip, slip.state FROM loan
    JOIN slip ON slip.id = loan.slipId JOIN dossier ON dossier.id = loan.dossierId
    WHERE loan.returnedAt IS NULL AND slip.state <> 'out' ORDER BY loan.id`],
  ['out-without-loan', `
    SELECT slip.number AS subject FROM slip
    WHERE state = 'out' AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.slipId = slip.id AND loan.returnedAt IS NULL) ORDER BY slip.id`],
  ['beyond-capacity', `
    SELECT dossier.number AS subject, dossier.slot, drawer.capacity FROM dossier JOIN drawer ON drawer.id = dossier.drawerId
    WHERE dossier.slot > drawer.capacity ORDER BY dossier.id`],
  ['voided-in-place', `
    SELECT number AS subject FROM dossier
    WHERE voidedAt IS NOT NULL AND (drawerId IS NOT NULL OR EXISTS (SELECT 1 FROM loan WHERE loan.dossierId = dossier.id AND loan.returnedAt IS NULL))
    ORDER BY id`],
  ['drawer-counted-otherwise', `
    SELECT cabinet.code || '-' || drawer.no AS subject, drawer.occupied AS kept, coalesce(counted.folders, 0) AS counted
    FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId
    LEFT JOIN (SELECT drawerId, count(*) AS folders FROM dossier WHERE drawerId IS NOT NULL GROUP BY drawerId) AS counted ON counted.drawerId = drawer.id
    WHERE drawer.occupied <> coalesce(counted.folders, 0) ORDER BY drawer.id`],
  // Custody is total: somebody answers for every folder from its opening on, and the newest row agrees with where it is.
  ['no-holder', `
    SELECT number AS subject FROM dossier
    WHERE NOT EXISTS (SELECT 1 FROM custody WHERE custody.dossierId = dossier.id AND custody.fromAt <= dossier.openedAt) ORDER BY id`],
  ['stage-differs', `
    SELECT dossier.number AS subject, dossier.stage, held.stage AS held FROM dossier JOIN custody AS held ON held.id = (
      SELECT id FROM custody WHERE custody.dossierId = dossier.id AND custody.stage <> 'reader' ORDER BY fromAt DESC, id DESC LIMIT 1)
    WHERE held.stage <> dossier.stage ORDER BY dossier.id`],
  ['holder-not-reader', `
    SELECT dossier.number AS subject, held.stage AS held FROM dossier JOIN custody AS held ON held.id = (
      SELECT id FROM custody WHERE custody.dossierId = dossier.id ORDER BY fromAt DESC, id DESC LIMIT 1)
    LEFT JOIN loan ON loan.dossierId = dossier.id AND loan.returnedAt IS NULL LEFT JOIN slip ON slip.id = loan.slipId
    WHERE (held.stage = 'reader') <> (loan.id IS NOT NULL) OR (held.stage = 'reader' AND held.holderId IS NOT slip.applicantId) ORDER BY dossier.id`],
  ['moving-without-transfer', `
    SELECT number AS subject FROM dossier WHERE custody = 'moving'
      AND NOT EXISTS (SELECT 1 FROM transferLine WHERE transferLine.dossierId = dossier.id AND transferLine.state = 'moving') ORDER BY id`],
  ['on-transfer-not-moving', `
    SELECT dossier.number AS subject, transfer.number AS transfer FROM transferLine JOIN dossier ON dossier.id = transferLine.dossierId
    JOIN transfer ON transfer.id = transferLine.transferId
    WHERE transferLine.state = 'moving' AND (dossier.custody <> 'moving' OR transfer.state <> 'submitted') ORDER BY dossier.id`],
  // Every contract folder has its contract, and that is what its standing events leave it.
  ['contract-not-entered', `
    SELECT number AS subject FROM dossier WHERE kind = 'contract' AND NOT EXISTS (SELECT 1 FROM contract WHERE contract.dossierId = dossier.id) ORDER BY id`],
  ['contract-stands-otherwise', `
    SELECT contract.number AS subject, contract.state, coalesce(newest.what, 'negotiating') AS counted FROM contract
    LEFT JOIN contractEvent AS newest ON newest.id = (
      SELECT id FROM contractEvent WHERE contractEvent.dossierId = contract.dossierId AND struckAt IS NULL ORDER BY "on" DESC, id DESC LIMIT 1)
    WHERE contract.state <> coalesce(newest.what, 'negotiating') OR contract.amountFen IS NOT coalesce((
      SELECT changed.amountFen FROM contractEvent AS changed WHERE changed.dossierId = contract.dossierId AND changed.struckAt IS NULL AND changed.amountFen IS NOT NULL
      ORDER BY changed."on" DESC, changed.id DESC LIMIT 1), contract.firstAmountFen) ORDER BY contract.dossierId`],
]

/** The counters of dossiers under one version of a regulation, against their documents; the same rule as `recount`. */
const COUNTERS = `
  SELECT dossier.number AS subject, dossier.documents, dossier.pages, dossier.present, dossier.required,
    coalesce(counted.documents, 0) AS countedDocuments, coalesce(counted.pages, 0) AS countedPages,
    coalesce(counted.present, 0) AS countedPresent, json_array_length(:required) AS countedRequired
  FROM dossier LEFT JOIN (
    SELECT dossierId, count(*) AS documents, sum(pages) AS pages,
      count(DISTINCT CASE WHEN itemCode IN (SELECT value FROM json_each(:required)) THEN itemCode END) AS present
    FROM document WHERE struckAt IS NULL GROUP BY dossierId
  ) AS counted ON counted.dossierId = dossier.id
  WHERE dossier.regulationVersionId = :versionId AND dossier.kind = :kind
    AND (dossier.documents, dossier.pages, dossier.present, dossier.required)
      <> (coalesce(counted.documents, 0), coalesce(counted.pages, 0), coalesce(counted.present, 0), json_array_length(:required))
  ORDER BY dossier.id`

/** What each dossier of one sort has of its required lines, beside the classes it is said to lack something of. */
const GAPS = `
  SELECT dossier.number AS subject, dossier.gaps, json_group_array(document.itemCode) FILTER (WHERE document.itemCode IS NOT NULL) AS present
  FROM dossier LEFT JOIN document ON document.dossierId = dossier.id AND document.struckAt IS NULL
  WHERE dossier.regulationVersionId = :versionId AND dossier.kind = :kind GROUP BY dossier.id ORDER BY dossier.id`

const spaced = (gaps: string): string => gaps.replaceAll(',', ' ').trim()

/** The classes in which a required line is without a document, as `recount` keeps them. */
function gapsOtherwise(trx: Trx, versionId: number, kind: 'credit' | 'contract'): Exception[] {
  const regulation = regulationOfVersion(trx, versionId)
  const rows = trx.prepare(GAPS).all({ versionId, kind }) as { subject: string; gaps: string; present: string }[]
  return rows.flatMap(({ subject, gaps, present }) => {
    const counted = gapsOf(regulation, kind, new Set(JSON.parse(present) as string[]))
    return counted === gaps ? [] : [{ subject, kept: spaced(gaps), counted: spaced(counted) }]
  })
}

/** Whether folders, slips, shelves and counters agree with one another. */
export function checkCustody(trx: Trx): CheckResult {
  const findings: Finding[] = []
  for (const [rule, query] of CONTRADICTIONS) findings.push(...told(rule, trx.prepare(query).all() as Exception[]))
  const sorts = trx.prepare('SELECT DISTINCT regulationVersionId AS versionId, kind FROM dossier').all() as { versionId: number; kind: 'credit' | 'contract' }[]
  for (const { versionId, kind } of sorts) {
    const required = JSON.stringify(requiredItems(regulationOfVersion(trx, versionId), kind))
    findings.push(...told('counted-otherwise', trx.prepare(COUNTERS).all({ versionId, kind, required }) as Exception[]), ...told('gaps-otherwise', gapsOtherwise(trx, versionId, kind)))
  }
  const checked = trx
    .prepare('SELECT (SELECT count(*) FROM dossier) AS dossiers, (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM loan) AS loans')
    .get() as { dossiers: number; documents: number; loans: number }
  return { checked, findings }
}

type Exception = { subject: string } & FindingValues

function told(rule: FindingRule, exceptions: readonly Exception[]): Finding[] {
  return exceptions.map(({ subject, ...values }) => ({ kind: 'custody-contradiction', subject, detail: writeDetail(rule, values) }))
}
