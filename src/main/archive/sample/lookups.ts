import type { PlannedDossier } from './dossiers.ts'
import type { SampleLogin } from './people.ts'
import type { Random } from './random.ts'
import type { Timeline } from './timeline.ts'

const PURPOSES = [
  '年度框架合同续签，核对授信额度与担保条款', '对账前核对上年发货与回款记录', '客户申请延长账期，复核财务报表', '准备信用领导小组例会材料',
  '核对营业执照变更后的开票信息', '起草催款函，查付款承诺原件', '年审评价，补充现场调查记录',
]

type Plan = {
  dossier: PlannedDossier
  applicant: SampleLogin
  manner: 'read' | 'borrow' | 'copy'
  /** Days ago it was filled in; the slip's last day counted from today. */
  filledAgo: number
  untilIn: number
  outcome: 'draft' | 'submitted' | 'refused' | 'signed' | 'out' | 'returned' | 'lost' | 'claimed'
  returnedAgo?: number
}

/** Enters slips of every kind and state around today: most long returned, some out, a few overdue or due today. */
export function planLookups(random: Random, timeline: Timeline, dossiers: readonly PlannedDossier[], shelved: ReadonlySet<PlannedDossier>): void {
  const free = dossiers.filter((dossier) => shelved.has(dossier) && dossier.openedAgo > 60 && dossier.level !== 'confidential')
  let next = 0
  const take = () => free[(next += 3) % free.length]!
  const openedBefore = (daysAgo: number, turn: number) => {
    const old = free.filter((dossier) => dossier.openedAgo > daysAgo + 30)
    return old[turn % old.length]!
  }
  const applicants: SampleLogin[] = ['liruogu', 'wangli', 'zhaoyuan', 'xuzhiyuan', 'wutong', 'hezhenbang', 'chenliqun']
  const plans: Plan[] = []
  for (let past = 0; past < 26; past += 1) {
    const filledAgo = 170 - past * 5
    plans.push({
      dossier: openedBefore(filledAgo, past), applicant: applicants[past % applicants.length]!, manner: past % 4 === 0 ? 'read' : past % 7 === 0 ? 'copy' : 'borrow',
      filledAgo, untilIn: -filledAgo + 8, outcome: past % 9 === 8 ? 'refused' : 'returned', returnedAgo: filledAgo - (past % 4 === 0 ? 0 : random.whole(1, 4)),
    })
  }
  const current: readonly (readonly [number, number, Plan['outcome'], Plan['manner']])[] = [
    [17, -6, 'out', 'borrow'], [13, -2, 'out', 'borrow'], [10, 0, 'out', 'borrow'], [3, 0, 'out', 'borrow'], [6, 2, 'out', 'borrow'],
    [5, 3, 'out', 'borrow'], [4, 4, 'claimed', 'borrow'], [3, 6, 'out', 'borrow'], [2, 7, 'out', 'borrow'], [24, -14, 'lost', 'borrow'],
    [1, 5, 'signed', 'borrow'], [1, 1, 'signed', 'read'], [0, 3, 'submitted', 'borrow'], [0, 0, 'submitted', 'read'], [0, 0, 'submitted', 'copy'],
    [1, 2, 'draft', 'borrow'], [2, 3, 'refused', 'borrow'],
  ]
  current.forEach(([filledAgo, untilIn, outcome, manner], index) => {
    plans.push({ dossier: take(), applicant: applicants[index % 5]!, manner, filledAgo, untilIn, outcome })
  })
  for (const plan of plans) enterSlip(random, timeline, plan)
}

function enterSlip(random: Random, timeline: Timeline, plan: Plan): void {
  const { dossier, applicant, filledAgo, outcome } = plan
  const slip = { id: 0 }
  timeline.at(filledAgo, '09:02', ({ call }) => {
    slip.id = call('zhoumin', 'lookups.create', {
      applicantId: APPLICANT_IDS[applicant], partyName: dossier.party.name, dossierIds: [dossier.id], purpose: random.pick(PURPOSES),
      manner: plan.manner, copyPages: plan.manner === 'copy' ? random.whole(2, 12) : null, untilOn: timeline.dayBefore(-Math.max(plan.untilIn, -filledAgo)),
      submit: outcome !== 'draft',
    }).id
  })
  if (outcome === 'draft' || outcome === 'submitted') return
  timeline.at(filledAgo, '09:40', ({ call }) => {
    const isRefused = outcome === 'refused'
    call('guhuaiyuan', 'lookups.sign', { id: slip.id, decision: isRefused ? 'refused' : 'agreed', reason: isRefused ? '用途与本部门业务无关，请先说明' : null })
  })
  if (outcome === 'refused' || outcome === 'signed') return
  const handedOut = { pages: 0 }
  timeline.at(filledAgo, '10:30', ({ call }) => {
    handedOut.pages = dossier.pages
    call('zhoumin', 'lookups.handOut', { id: slip.id, folders: [{ ...counted(dossier), pages: handedOut.pages }] })
  })
  if (outcome === 'returned') {
    timeline.at(plan.returnedAgo ?? filledAgo, '16:10', ({ call }) => {
      call(random.chance(0.3) ? 'shenqiushi' : 'zhoumin', 'lookups.takeBack', { ...counted(dossier), pages: handedOut.pages })
    })
  } else if (outcome === 'claimed') {
    timeline.at(1, '17:05', ({ call }) => call(applicant, 'lookups.claimReturned', { id: slip.id, dossierId: dossier.id, remarks: '已放回前台' }))
  } else if (outcome === 'lost') {
    timeline.at(5, '15:00', ({ call }) => {
      call('zhoumin', 'lookups.reportLost', { id: slip.id, dossierId: dossier.id, findings: '借阅人出差途中遗失，已报办公室' })
    })
  }
}

const counted = (dossier: PlannedDossier) => ({ dossierId: dossier.id, condition: 'good' as const, remarks: null })

/** Ids of the sample's people, in the order of `SAMPLE_PEOPLE`. */
const APPLICANT_IDS: Readonly<Partial<Record<SampleLogin, number>>> = {
  chenliqun: 3, liruogu: 4, wangli: 5, zhaoyuan: 6, xuzhiyuan: 7, wutong: 8, hezhenbang: 9,
}
