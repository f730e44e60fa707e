import { authorOf } from './authors.ts'
import { periodsOf } from '../../../shared/rules/duties/periods.ts'
import { daysBetween } from '../../../shared/rules/lookups/days.ts'
import type { ContractEventKind } from '../../../shared/rules/contracts/events.ts'
import type { Regulation } from '../../../shared/rules/regulations/schema.ts'
import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import type { Timeline } from './timeline.ts'

/** What every period asked for since the regulation has been in force has been done in time, each a few days before its day. */
export function planPeriods(timeline: Timeline, regulation: Regulation, inForceFrom: string): void {
  const today = timeline.dayBefore(0)
  for (const duty of regulation.periodic) {
    for (const [index, period] of periodsOf(duty, inForceFrom, today).entries()) {
      const ago = daysBetween(period.dueOn, today) + 1 + (index % 3)
      if (period.endsOn >= today || ago < 1) continue
      timeline.at(ago, '15:05', ({ call }) => {
        call('chenliqun', 'duties.complete', { ruleId: duty.id, period: period.period, remarks: '已报集团公司企业管理部' })
      })
    }
  }
}

/** The papers of what happened to a contract after its folder was opened. */
const PAPERS: Readonly<Record<Exclude<ContractEventKind, 'signed'>, { itemCode: string; title: string; pages: number }>> = {
  changed: { itemCode: '9.3', title: '变更协议', pages: 2 },
  performed: { itemCode: '10.1', title: '标的验收记录', pages: 3 },
  terminated: { itemCode: '9.4', title: '解除协议', pages: 2 },
}

/** Most papers find their way into the folder within the month; every fourth is forgotten. */
export function filePapers(timeline: Timeline, dossier: PlannedDossier, event: { what: ContractEventKind; ago: number }, by: SampleLogin): void {
  if (event.what === 'signed' || Number(dossier.code.slice(-3)) % 4 === 2) return
  const paper = PAPERS[event.what]
  timeline.at(Math.max(0, Math.min(dossier.openedAgo, event.ago - 9)), '11:25', ({ call }) => {
    call(by, 'documents.add', {
      dossierId: dossier.id, ...paper, author: authorOf(paper.title, dossier.party.name), originality: 'original', datedOn: timeline.dayBefore(event.ago), expiresOn: null, remarks: null, uploads: [],
    })
    dossier.pages += paper.pages
  })
}
