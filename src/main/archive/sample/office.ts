import type { SampleLogin } from './people.ts'
import type { Timeline } from './timeline.ts'

/** Who has promised to keep silent, and how long ago he signed, in days. */
const SIGNED: readonly (readonly [SampleLogin, number])[] = [
  ['zhoumin', 900], ['chenliqun', 896], ['liruogu', 640], ['wangli', 640], ['zhaoyuan', 610], ['wutong', 420], ['shenqiushi', 420],
]

/** What the office has on record of its people: trainings, agreements, a clearance; by the ids in the order of the sample. */
export function planOffice(timeline: Timeline, idOf: (login: SampleLogin) => number): void {
  timeline.at(700, '15:30', (now) => now.call('guhuaiyuan', 'trainings.record', {
    title: '客户信用风险识别', heldOn: timeline.dayBefore(702), hours: 6, trainer: '信用管理办公室', content: '授信资料审查要点，对账与催收中的证据保存。',
    attendees: (['chenliqun', 'wutong', 'liruogu', 'wangli', 'zhaoyuan'] as const).map((login) => ({ personId: idOf(login) })),
  }))
  timeline.at(130, '16:20', (now) => now.call('guhuaiyuan', 'trainings.record', {
    title: '档案检索与保密', heldOn: timeline.dayBefore(131), hours: 4, trainer: '孟知行', content: '扫描件著录，查询单办理，泄密案例。',
    attendees: [{ personId: idOf('wutong'), score: 88 }, { personId: idOf('xuzhiyuan'), score: 56 }, { personId: idOf('shenqiushi') }],
  }))
  for (const [login, daysAgo] of SIGNED) {
    timeline.at(daysAgo, '09:40', (now) => now.call('guhuaiyuan', 'agreements.record', { personId: idOf(login), signedOn: timeline.dayBefore(daysAgo) }))
  }
  timeline.at(300, '10:10', (now) => now.call('linnianzu', 'clearances.grant', { personId: idOf('chenliqun'), level: 'confidential', reason: '审查重点客户授信' }))
  timeline.at(120, '10:30', (now) => now.call('linnianzu', 'clearances.grant', {
    personId: idOf('zhoumin'), level: 'secret', reason: '保管涉密案卷', untilOn: timeline.dayBefore(-245),
  }))
}
