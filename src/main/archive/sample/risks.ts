import type { Archive } from '../archive.ts'
import { findActorByLogin } from '../../people/passwords.ts'
import { makeContext, makePreparation, momentOf } from '../../pipeline/make-context.ts'
import { scanJob } from '../../risks/warnings.ts'
import { PROGRAM_RULES } from '../../../shared/rules/risks/warnings.ts'
import type { PlannedDossier } from './dossiers.ts'
import { SAMPLE_SESSION, type Timeline } from './timeline.ts'

/** A bad customer whose term ends soon, one under watch, one proposed for the general manager to decide. */
export function planListings(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const credit = dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 200)
  const [first, second, third] = [credit[3], credit[8], credit[13]]
  if (!first || !second || !third) return
  const propose = (dossier: PlannedDossier, ago: number, more: { list: 'watch' | 'bad'; reason: 'overdue' | 'deterioration' | 'lawsuit'; detail: string; measure: 'observe' | 'restrict' | 'suspend'; until: number | null }, decides: boolean) => {
    timeline.at(ago, '10:40', (now) => {
      const { partyId } = now.call('chenliqun', 'dossiers.get', { id: dossier.id })
      const { list, reason, detail, measure, until } = more
      const { id } = now.call('chenliqun', 'listings.propose', { partyId, list, reason, detail, measure, untilOn: until === null ? null : timeline.dayBefore(-until) })
      if (decides) now.call('guhuaiyuan', 'listings.decide', { id, version: 1, decision: 'agreed', remarks: '同意，到期复核' })
    })
  }
  propose(first, 150, { list: 'bad', reason: 'overdue', detail: '二〇二五年货款 86 万元逾期九十天以上，三次催收未付', measure: 'suspend', until: 18 }, true)
  propose(second, 70, { list: 'watch', reason: 'deterioration', detail: '主要产品停产检修，月供货量下降四成', measure: 'observe', until: 110 }, true)
  propose(third, 2, { list: 'bad', reason: 'lawsuit', detail: '被第三方起诉并申请财产保全，标的 320 万元', measure: 'restrict', until: 180 }, false)
}

/** The company warns earlier than the program where its terms are short, and once more before a limit is full. */
export function planWarningRules(timeline: Timeline): void {
  const sooner = { when: 'longestOverdueDays > 15', name: '有应收逾期半个月以上', advice: '催收并取得付款承诺，满三十天停止发货' }
  const nearlyFull = { code: 'C01', aspect: 'conduct', severity: 'look', when: 'limitUse > 80% and beyondLimit = 0', isOn: true, name: '额度用到八成以上', advice: '新订单先看回款，必要时复核额度' } as const
  const rules = [...PROGRAM_RULES.map((rule) => (rule.code === 'W36' ? { ...rule, ...sooner } : rule)), nearlyFull]
  timeline.at(96, '15:20', (now) => {
    const { id, version } = now.call('chenliqun', 'warningRules.save', { rules })
    now.call('chenliqun', 'warningRules.propose', { id, version, reason: '账期多为三十天，逾期半个月就该催；额度将满的提前看回款' })
  })
  timeline.at(94, '09:10', (now) => void now.call('guhuaiyuan', 'warningRules.decide', { id: 1, version: 2, decision: 'agreed', remarks: '同意，一季度后看误报' }))
}

/** The book is asked once, as the credit administrator would ask it this morning. */
export async function scanOnce(archive: Archive): Promise<void> {
  const actor = findActorByLogin(archive.store, 'chenliqun')
  if (!actor) return
  const control = { progress: () => {}, throwIfCancelled: () => {} }
  const moment = momentOf(archive.clock.now())
  const scanned = await scanJob.prepare({ ...makePreparation(archive, archive.store, actor, SAMPLE_SESSION, moment), ...control }, {})
  archive.store.write((trx) => {
    const { context, appendAuditEntry } = makeContext(makePreparation(archive, trx, actor, SAMPLE_SESSION, moment), 'warnings.scan')
    scanJob.run({ ...context, ...control }, {}, scanned)
    appendAuditEntry()
  })
}
