/** Reference text: the first page. */
export const home = {
  title: '工作台',
  todo: '待办',
  group: { overdue: '逾期', today: '今天', soon: '30 天内', later: '以后' },
  what: {
    overdue: (what: string) => `${what} 未归还`,
    dueToday: (what: string) => `${what} 今日到期`,
    toSign: (what: string) => `${what} 待签批`,
    toHandOut: (what: string) => `${what} 待出库`,
    toConfirm: (what: string) => `${what} 待确认`,
    unshelved: (what: string) => `${what} 未上架`,
    expiring: (what: string) => `${what} 文件到期`,
    draft: (what: string) => `${what} 草稿`,
    refused: (what: string) => `${what} 已退回`,
    qualificationLacking: (what: string) => `${what} 任职资格未齐`,
    qualificationLapsing: (what: string) => `${what} 任职资格复核`,
    authoriseReading: (what: string) => `${what} 申请查阅授权`,
    downgrade: (what: string) => `${what} 到期降密`,
  },
  action: {
    remind: '催还', takeBack: '归还', sign: '签批', handOut: '出库', confirm: '确认', shelve: '上架', renewDocument: '查看', resume: '续填', revise: '改填', look: '查看', record: '登记', decide: '批示', downgrade: '降密',
  },
  due: { over: (days: number) => `逾 ${days} 天`, today: '今日', in: (days: number) => `${days} 天`, expired: (days: number) => `过期 ${days} 天` },
  more: (count: number) => `另有 ${count} 件，在各页处理`,
  empty: '没有待办',
  emptyHint: '逾期、签批、出库、到期的事会列在这里',
  import: '导入客户名单',
  reminded: (step: number) => `已记第 ${step} 次催还`,
  departments: { title: '部门齐全率', required: (count: string) => `应有 ${count} 件`, share: (present: string, required: string) => `${present} / ${required}` },
  loans: {
    title: '在借时长', out: (count: string) => `${count} 卷`, empty: '没有在借的卷',
    bucket: {
      out1to3: '1–3 天', out4to7: '4–7 天', out8to14: '8–14 天', out15plus: '15 天起', over1to3: '逾 1–3', over4to7: '逾 4–7', over8plus: '逾 8 起',
    },
    counted: (bucket: string, count: number) => `${bucket}：${count} 卷`,
  },
  totals: { label: '总数', parties: '往来单位', dossiers: '档案', complete: '齐全', unconfirmed: '待确认', out: '在借' },
}
