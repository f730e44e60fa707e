import type { clearances as contract } from '../../contract/clearances.ts'

/** Reference text: clearances, authorisations, access counts. */
export const clearances = {
  /** Its methods in the audit log. */
  method: {
    'clearances.list': '查看涉密资格', 'clearances.grant': '授予涉密资格', 'clearances.revoke': '撤销涉密资格',
    'authorisations.list': '查看查阅授权', 'authorisations.request': '申请查阅授权', 'authorisations.decide': '批查阅授权', 'authorisations.revoke': '收回查阅授权',
    'clearances.downgrade': '降低密级', 'clearances.accesses': '查看查阅次数',
  } satisfies Record<keyof typeof contract, string>,
  title: '涉密资格',
  asked: (clause: string) => `条款 ${clause}：按密级查阅，秘密、机密须有资格`,
  askedNothing: '所选制度不按密级限制查阅。',
  table: '涉密资格',
  person: '人员',
  level: '可查阅至',
  grants: '授予记录',
  grant: '授予',
  grantFor: (name: string) => `授予涉密资格 · ${name}`,
  levelLabel: '密级',
  from: '自',
  until: '至',
  unlimited: '长期',
  period: (from: string, until: string) => `${from} 至 ${until}`,
  reason: '依据',
  revoke: '撤销',
  revokeTitle: (name: string) => `撤销涉密资格 · ${name}`,
  revoked: (day: string, reason: string) => `${day} 撤销：${reason}`,
  by: (name: string) => `授予 ${name}`,
  authorisation: {
    title: '查阅授权',
    asked: (clause: string, role: string, level: string) => `条款 ${clause}：${level}以上档案，未经${role}授权不得查阅`,
    askedNothing: '所选制度不另要求授权。',
    request: '申请授权', requestTitle: (what: string) => `申请查阅授权 · ${what}`, everything: '职责内的全部档案', purpose: '用途', untilOn: '至', requested: '已提交申请', pending: (purpose: string, until: string) => `已申请，待批：${purpose}，至 ${until}`,
    agree: '同意', refuse: '不同意', refuseTitle: '不同意授权', revoke: '收回', revokeTitle: '收回授权', waiting: '待批', agreed: '已授权', refused: '未同意', revoked: '已收回', past: '已过期',
    none: '没有授权申请', noneHint: '查阅被拒时，可在档案页当场申请。', table: '查阅授权',
  },
  accesses: {
    title: '查阅记录', views: '查阅', scans: '阅览附件', prints: '打印', exports: '导出', copies: '复制页数', readers: '查阅人', none: '无人查阅', times: (count: number) => `${count} 次`, inLog: '在审计日志中查看',
  },
  downgrade: { plan: '到期降密', on: '降密日期', to: '降为', now: '降密', change: (to: string) => `定密时已定的降密日已到：密级降为${to}，自此按新密级查阅。`, planned: (on: string, to: string) => `${on} 降为${to}`, done: '已降密' },
  todo: { downgrade: (what: string) => `${what} 到期降密`, authorise: (what: string) => `${what} 查阅授权待批` },
}
