import type { INCIDENT_KINDS, incidents as contract } from '../../contract/incidents.ts'

const kind: Record<(typeof INCIDENT_KINDS)[number], string> = { missing: '缺失', damaged: '损坏', leaked: '泄密' }

/** Reference text: incidents. */
export const incidents = {
  title: '事故登记',
  kind,
  state: { open: '未结', closed: '已结' },
  /** Where the folder was by the custody ledger, and by what it had come there. */
  stage: {
    department: '部门', administrator: '信用管理员', office: '领导小组办公室', archiveRoom: '档案室', reader: '查阅人', destroyed: '已销毁',
  } as Record<string, string>,
  how: {
    opened: '立卷', received: '接收', takenIn: '上架', lent: '借出', returned: '归还', keeperChanged: '换管', destroyed: '销毁', undone: '退回', read: '查阅扫描件',
  } as Record<string, string>,
  action: { open: '登记事故', trace: '水印追查', print: '打印', save: '保存', close: '结案' },
  list: {
    number: '编号', kind: '类别', dossier: '档号', title: '题名', found: '发现', answerable: '当时责任人', openedBy: '登记', state: '状态', search: '编号、档号、单位', searchLabel: '查找事故', anyKind: '全部类别', anyState: '全部状态',
    from: '发现自', to: '至', counted: (count: string) => `${count} 起`, empty: '没有事故', emptyHint: '缺失、损坏、泄密都在这里登记，追到当时的责任人。', noMatch: '没有符合条件的事故',
  },
  open: {
    title: '登记事故', kind: '类别', dossier: '档号', dossierHint: '扫卷或输档号', noDossier: (code: string) => `没有“${code}”`, from: '发生自', to: '至', when: '发生时间', whenHint: '不知确切时间，写起止', foundOn: '发现日', what: '情况',
    people: '当时责任人', peopleHint: '按保管台账推算', nobody: '此前尚未立卷', badTime: '止早于起', confirm: '登记', opened: (number: string) => `已登记 ${number}`, offer: '登记事故', offered: (number: string) => `${number} 已报缺失`,
  },
  card: {
    what: '情况', happened: '发生', at: (at: string) => at, between: (from: string, to: string) => `${from} 至 ${to}`, found: '发现', foundBy: (day: string, name: string) => `${day}　${name}`, opened: '登记', document: '文件', stocktake: '盘点', slip: '查询单',
    reading: '查阅记录', people: '当时责任人', span: (from: string, to: string) => `${from} — ${to}`, until: '至今', findings: '查明', consequences: '处理', measures: '措施', findingsHint: '查找经过，原因，责任', consequencesHint: '对责任人和客户的处理', measuresHint: '防止再发生',
    closing: '结案意见', closed: '结案', notYet: '未写', unfinished: '查明、处理、措施写全后结案', byOther: '由办公室主任结案，登记人与责任人不能结', investigate: '调查处理', saved: '已保存', closedDone: '已结案', notFound: '没有这起事故',
  },
  trace: {
    title: '水印追查', field: '水印', hint: '照片上的字，照抄：姓名　单号　月-日 时:分', search: '追查', slip: '查询单', readings: '这一分钟的查阅', none: '这一分钟没有这张单的查阅记录', named: '与水印姓名一致', other: '姓名与水印不符', openIncident: '登记泄密',
    bad: '写全单号、日期和时刻', leaked: (watermark: string) => `外泄页水印：${watermark}`,
  },
  /** Its methods in the audit log. */
  method: {
    'incidents.list': '列出事故', 'incidents.get': '查看事故', 'incidents.answerable': '推算责任人', 'incidents.trace': '水印追查', 'incidents.open': '登记事故',
    'incidents.investigate': '写明事故', 'incidents.close': '事故结案',
  } satisfies Record<keyof typeof contract, string>,
}
