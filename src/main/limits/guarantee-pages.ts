import { sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import type { Because } from '../../shared/contract/method.ts'
import { sumsOf } from '../../shared/rules/limits/capsule.ts'
import { isPlainlyOther } from '../../shared/rules/limits/guarantees.ts'
import { findClass } from '../../shared/rules/regulations/catalogue.ts'
import type { Limits } from '../../shared/rules/schemes/schema.ts'
import { mayReadById } from '../clearances/reading.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { allRaw } from '../storage/all-raw.ts'
import { isPageThere } from './carried.ts'
import { givenOf, type GuaranteeRow, type LoadedLimit } from './load.ts'

type Shown = Output<'limits.get'>['guarantees'][number]
type Page = NonNullable<Shown['page']>

/** What stands behind a limit, what each of it counts for, and its page with what kind of document that is. */
export function guaranteesShown(context: Context, limit: LoadedLimit, limits: Limits): Shown[] {
  const counted = limit.capsule?.body.guarantees ?? sumsOf(limits, { facts: {}, grade: null, guarantees: givenOf(limit.guarantees), untilOn: limit.untilOn }).guarantees
  return limit.guarantees.map((row, at) => ({
    kind: row.kind, amountFen: row.amountFen, until: row.untilOn, giver: row.giver, countedFen: counted[at]!.countedFen, why: counted[at]!.why,
    page: row.documentId === null ? null : pageOf(context, row, row.documentId),
  }))
}

function pageOf(context: Context, row: GuaranteeRow, documentId: number): Page {
  const { attachmentId, page, title, sha256 } = row
  const isThere = isPageThere(context.trx, attachmentId)
  const { dossier, ...type } = typeOf(context, documentId, title!)
  return { attachmentId, documentId, page: page!, title: title!, sha256: sha256!, isThere, ...type, dossierNumber: dossier?.number ?? null, attachment: isThere && dossier?.mayRead ? attachmentOf(context, attachmentId!) : null }
}

type Filed = { itemCode: string | null; dossierId: number; number: string; kind: 'credit' | 'contract'; regulationVersionId: number; isSeen: 0 | 1 }

/** Where the document stands in the catalogue of its dossier, and that dossier as far as this person sees it. */
function typeOf(context: Context, documentId: number, title: string): Pick<Page, 'type' | 'isOther'> & { dossier: { number: string; mayRead: boolean } | null } {
  const { trx, actor, today } = context
  const [filed] = allRaw(trx, sql<Filed>`
    SELECT document.itemCode, dossier.id AS dossierId, dossier.number, dossier.kind, dossier.regulationVersionId, (dossier.voidedAt IS NULL AND ${visibleDossier(actor, today)}) AS isSeen
    FROM document JOIN dossier ON dossier.id = document.dossierId WHERE document.id = ${documentId}`)
  if (!filed) return { type: null, isOther: false, dossier: null }
  const found = filed.itemCode === null ? undefined : findClass(regulationOfVersion(trx, filed.regulationVersionId), filed.kind, filed.itemCode)
  return {
    type: found === undefined ? filed.itemCode : `${found.item.code} ${found.item.title}`, isOther: found !== undefined && isPlainlyOther(found.item.title, [found.title, title]),
    dossier: filed.isSeen === 1 ? { number: filed.number, mayRead: mayReadById(context, filed.dossierId) } : null,
  }
}

const attachmentOf = ({ trx }: Context, id: number): Page['attachment'] => trx.prepare(
  `SELECT attachment.id, attachment.name, blob.mime, blob.size, attachment.sha256, attachment.pages, attachment.addedAt, person.name AS addedBy
   FROM attachment JOIN blob ON blob.sha256 = attachment.sha256 JOIN person ON person.id = attachment.addedBy WHERE attachment.id = ?`,
).get(id) as Page['attachment']

/** A guarantee that counts, on a page that is of something else by its type and its title: told, not refused, as the types are the company's own. */
export const toldOfPages = (guarantees: readonly Shown[]): Because[] =>
  guarantees.filter(({ why, page }) => why === null && page?.isOther).map(({ kind, page }) => ({ rule: 'guarantee-page', values: { kind, title: page!.title, page: page!.page, type: page!.type } }))
