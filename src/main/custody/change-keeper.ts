import { createHash } from 'node:crypto'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { isFitKeeper } from '../../shared/rules/custody/keepers.ts'
import { keeperChangeText } from '../../shared/rules/custody/text.ts'
import type { Stage } from '../../shared/rules/regulations/duties-of-office.ts'
import { type Context, withPreparation } from '../pipeline/context.ts'
import { hasRole, seesWholeArchive } from '../people/visibility.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import type { Trx } from '../storage/database.ts'
import { listedFolders } from './folders.ts'
import { keptBy, mayChangeKeeper } from './keepers.ts'
import { enterCustody } from './ledger.ts'
import { nextNumber } from './write.ts'

/**
 * 离任移交: everything that a keeper answers for passes to a successor, who signs on the spot with his own password
 * (`wrong-password`). What is on loan is answered for by its reader. Refuses who may not do it for this person
 * (`forbidden`), a person as his own successor (`same-person`), one whose roles do not fit the folders (`keeper-unfit`),
 * a keeper with a list of transfer under way (`transfer-open`), and one who answers for nothing (`not-found`).
 */
export const changeKeeper = withPreparation<'custody.changeKeeper', number | null>({
  prepare: (context, { successor }) => prepareSigner(context, successor),
  run: (context, { personId, remarks }, successorId) => {
    const { trx } = context
    if (!mayChangeKeeper(context, personId)) throw new AppError('forbidden')
    const leaving = trx.prepare('SELECT id, login, name FROM person WHERE id = ?').get(personId) as { id: number; login: string; name: string } | undefined
    if (!leaving) throw new AppError('not-found', { personId })
    const successor = requireSigner(context, successorId)
    if (successor.personId === personId) throw new AppError('same-person', { role: 'keeper' })
    const kept = keptBy(trx, personId)
    if (kept.length === 0) throw new AppError('not-found', { personId })
    refuseUnderWay(trx, personId)
    const unfit = kept.find((folder) => !isFitKeeper(successor, folder))
    if (unfit) throw new AppError('keeper-unfit', { name: successor.name, stage: unfit.stage })

    const number = nextNumber(context, 'JJ')
    const folders = listedFolders(trx, kept.map(({ dossierId }) => dossierId)).map((folder, index) => ({ ...folder, stage: kept[index]!.stage }))
    const text = keeperChangeText({ number, from: leaving, to: successor, folders, remarks })
    const textHash = createHash('sha256').update(text).digest('hex')
    const id = trx.run(trx.sql.insertInto('keeperChange').values({
      number, fromId: personId, toId: successor.personId, sessionOf: context.actor.personId, folders: kept.length, remarks, text, textHash, at: context.now,
    })).lastId
    for (const { dossierId, stage } of kept) {
      enterCustody(context, { dossierId, stage, holderId: successor.personId, how: 'keeperChanged', caseKind: 'keeperChange', caseId: id })
    }
    context.record({ kind: 'keeperChange', id, label: number }, {
      personId, name: leaving.name, signer: successor.name, signerId: successor.personId, sessionOf: context.actor.name, folders: kept.length, textHash,
      ...(remarks ? { remarks } : {}),
    })
    return { id, number, folders: kept.length }
  },
})

/** Between his signature and the last tick he answers as the sender: the list is closed or withdrawn first. */
function refuseUnderWay(trx: Trx, personId: number): void {
  const open = trx.prepare("SELECT number FROM transfer WHERE state = 'submitted' AND senderId = ?").get(personId) as { number: string } | undefined
  if (open) throw new AppError('transfer-open', { transferNumber: open.number })
}

type Shown = Output<'custody.keeperChange'>
type Head = Omit<Shown, 'lines' | 'prints' | 'documents' | 'pages'> & { fromId: number; toId: number; sessionOf: number }

/** The list of a keeper's change, as it is printed: to those who see the whole archive, and to the two it is between. */
export function getKeeperChange(context: Context, { id }: Parsed<'custody.keeperChange'>): Shown {
  const { trx } = context
  const head = requireKeeperChange(context, id)
  const rows = trx
    .prepare(
      `SELECT custody.dossierId, custody.stage FROM custody JOIN dossier ON dossier.id = custody.dossierId
       WHERE custody.caseKind = 'keeperChange' AND custody.caseId = ? ORDER BY dossier.number`,
    )
    .all(id) as { dossierId: number; stage: Stage }[]
  const lines = listedFolders(trx, rows.map(({ dossierId }) => dossierId)).map((folder, index) => {
    const { dossierId, number, title, kind, year, level, retentionYears, departmentName, documents, pages, hasScans } = folder
    return { dossierId, number, title, kind, year, level, retentionYears, departmentName, documents, pages, hasScans, stage: rows[index]!.stage }
  })
  const prints = trx.prepare('SELECT last FROM counter WHERE name = ?').get(`print:keeperChange:${id}`) as { last: number } | undefined
  const { number, at, fromName, toName, witnessName, remarks, textHash } = head
  return {
    id, number, at, fromName, toName, witnessName, remarks, textHash, lines, prints: prints?.last ?? 0,
    documents: lines.reduce((sum, line) => sum + line.documents, 0), pages: lines.reduce((sum, line) => sum + line.pages, 0),
  }
}

export function requireKeeperChange({ trx, actor }: Pick<Context, 'trx' | 'actor'>, id: number): Head {
  const head = trx
    .prepare(
      `SELECT keeperChange.*, leaving.name AS fromName, successor.name AS toName,
         CASE WHEN keeperChange.sessionOf IN (keeperChange.fromId, keeperChange.toId) THEN NULL ELSE witness.name END AS witnessName
       FROM keeperChange JOIN person AS leaving ON leaving.id = keeperChange.fromId JOIN person AS successor ON successor.id = keeperChange.toId
       JOIN person AS witness ON witness.id = keeperChange.sessionOf WHERE keeperChange.id = ?`,
    )
    .get(id) as Head | undefined
  const isOwn = head !== undefined && (head.fromId === actor.personId || head.toId === actor.personId)
  if (!head || !(isOwn || seesWholeArchive(actor))) throw new AppError('not-found', { keeperChangeId: id })
  return head
}

/** The changes of keepers that the reader may see, the newest first. */
export function listKeeperChanges({ trx, actor }: Context): Output<'custody.keeperChanges'> {
  const isEverybodys = hasRole(actor, ['archivist', 'officeDirector', 'creditAdministrator', 'generalManager', 'salesDirector'])
  return trx
    .prepare(
      `SELECT keeperChange.id, keeperChange.number, keeperChange.at, leaving.name AS fromName, successor.name AS toName, keeperChange.folders
       FROM keeperChange JOIN person AS leaving ON leaving.id = keeperChange.fromId JOIN person AS successor ON successor.id = keeperChange.toId
       WHERE :all OR keeperChange.fromId = :me OR keeperChange.toId = :me ORDER BY keeperChange.id DESC LIMIT 200`,
    )
    .all({ all: isEverybodys ? 1 : 0, me: actor.personId }) as Output<'custody.keeperChanges'>
}
