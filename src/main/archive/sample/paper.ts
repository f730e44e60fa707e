import { examine } from '../../checks/examine.ts'
import { recordReport, writeReport } from '../../checks/write.ts'
import { makeContext, makePreparation, momentOf } from '../../pipeline/make-context.ts'
import { findActorByLogin } from '../../people/passwords.ts'
import type { Archive } from '../archive.ts'
import type { PlannedDossier } from './dossiers.ts'
import { SAMPLE_DEPARTMENTS } from './people.ts'
import { SAMPLE_SESSION, type Timeline } from './timeline.ts'

type Somebody = 'zhoumin' | 'shenqiushi' | 'liruogu' | 'wangli' | 'guhuaiyuan' | 'zhaoyuan' | 'chenliqun'

/**
 * A day without power: of ten numbered slips one was used and posted, and two others say that the same folder was in two pairs
 * of hands; a contract was handed over on a list, posted as well; and a note of an incident names another keeper than the
 * ledger. Seven slips have been out for more than a month.
 */
export function planPaperDay(timeline: Timeline, dossiers: readonly PlannedDossier[], shelved: ReadonlySet<PlannedDossier>, personId: (login: Somebody) => number): void {
  const folders = dossiers.filter((dossier) => dossier.kind === 'credit' && shelved.has(dossier) && dossier.openedAgo > 200 && dossier.level === 'internal').slice(-2)
  if (folders.length < 2) return
  const contract = dossiers.find(({ kind, department, openedAgo }) => kind === 'contract' && department === 'XS2' && openedAgo > 20 && openedAgo <= 120)
  const blank = { first: '', list: '', note: '' }
  const numbered = (index: number) => `${blank.first.slice(0, -4)}${String(Number(blank.first.slice(-4)) + index).padStart(4, '0')}`
  timeline.at(36, '16:20', ({ call }) => {
    blank.first = call('zhoumin', 'fallback.issue', { form: 'slip', count: 10 }).from
    blank.list = call('zhoumin', 'fallback.issue', { form: 'transfer', count: 5 }).from
    blank.note = call('zhoumin', 'fallback.issue', { form: 'incident', count: 3 }).from
  })
  const at = (daysAgo: number, time: string) => new Date(`${timeline.dayBefore(daysAgo)}T${time}:00`).toISOString()
  const paper = (index: number, folder: PlannedDossier, applicant: 'liruogu' | 'wangli', out: string, back: string, purpose: string) => ({
    number: numbered(index), applicantId: personId(applicant), partyName: folder.party.name, purpose, manner: 'borrow' as const, untilOn: timeline.dayBefore(7), signerId: personId('guhuaiyuan'),
    signedAt: at(9, '08:40'), handedBy: personId('zhoumin'), handedAt: at(9, out), takenBackBy: personId('shenqiushi'),
    folders: [{ dossierId: folder.id, pagesOut: folder.pages, returnedAt: at(9, back), pagesIn: folder.pages, conditionIn: 'good' as const }],
  })
  timeline.at(8, '09:30', ({ call }) => {
    call('zhoumin', 'fallback.enter', paper(0, folders[0]!, 'liruogu', '09:05', '11:30', '停电时核对授信条款'))
    if (contract) {
      call('zhoumin', 'fallback.enterList', {
        number: blank.list, from: 'department', to: 'administrator', departmentId: SAMPLE_DEPARTMENTS.findIndex(({ code }) => code === 'XS2') + 1, senderId: personId('zhaoyuan'), sentAt: at(9, '10:10'),
        receiverId: personId('chenliqun'), receivedAt: at(9, '10:25'), lines: [{ dossierId: contract.id, pages: contract.pages, remarks: '停电当日交接' }],
      })
    }
    call('zhoumin', 'fallback.post', {})
    call('zhoumin', 'fallback.enterNote', {
      number: blank.note, kind: 'damaged', dossierId: folders[0]!.id, happenedFrom: at(9, '12:00'), happenedTo: at(9, '15:30'), foundAt: at(9, '15:40'), foundBy: personId('liruogu'), what: '摸黑取卷，茶水洒在封皮上',
      holderId: personId('zhoumin'), measures: '当场吸干，摊开晾晒', witness: '王砺',
    })
    call('zhoumin', 'fallback.enter', paper(1, folders[1]!, 'liruogu', '09:20', '14:10', '停电时查担保合同'))
    call('zhoumin', 'fallback.enter', paper(2, folders[1]!, 'wangli', '13:40', '16:00', '停电时查对账单'))
  })
}

/** One folder has been checked, with its scans read as anybody's would be. */
export async function checkOneFolder(archive: Archive, dossiers: readonly PlannedDossier[]): Promise<void> {
  const folder = dossiers.find((dossier) => dossier.kind === 'credit' && dossier.documents.filter(({ isScanned }) => isScanned).length > 2)
  const actor = findActorByLogin(archive.store, 'chenliqun')
  if (!folder || !actor) return
  const moment = momentOf(archive.clock.now())
  const examined = await examine(makePreparation(archive, archive.store, actor, SAMPLE_SESSION, moment), [folder.id])
  archive.store.write((trx) => {
    const { context, appendAuditEntry } = makeContext(makePreparation(archive, trx, actor, SAMPLE_SESSION, moment), 'checks.run')
    const { number: label } = trx.prepare('SELECT number FROM dossier WHERE id = ?').get(folder.id) as { number: string }
    const subject = { scope: 'dossier' as const, dossierId: folder.id, label }
    recordReport(context, subject, writeReport(context, subject, examined), examined)
    appendAuditEntry()
  })
}
