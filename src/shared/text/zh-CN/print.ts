type Half = { part: string; keeper: string }

/** Reference text: printed forms, and the page that shows them before they are printed. */
export const print = {
  preview: {
    contractLedger: '合同台账', ageing: '应收账龄表',
    transfer: '档案移交清单', keeperChange: '离任移交清单',
    spine: '卷脊标签', drawerLabel: '屉签', boxSpine: '档案盒脊', stocktake: '盘点表', incident: '事故登记表', destructionList: '销毁清册',
    fourProperties: '四性检测报告', blankSlip: '空白单', ratingReport: '评级报告', ratingForm: '评级审批表', limitForm: '授信额度审批表', limitNotice: '授信通知函', limitLedger: '额度台账',
    slip: '档案查询单', register: '借阅登记簿', cover: '案卷封面', contents: '卷内文件目录', label: '盒脊与条码标签', auditHead: '审计链首', regulation: '制度条款执行表', agreement: '保密承诺书',
    print: '打印', pdf: '存为 PDF', back: '返回', printed: (times: number) => (times === 0 ? '未打印过' : `已打印 ${times} 次`),
    recorded: '打印与存 PDF 各记入审计链一次', unrecorded: '未登记的打印不出纸面内容。请用页面上的“打印”。',
    loading: '正在排版', unknownForm: '没有这种表格', notFound: '没有可打印的内容',
    sheetName: (form: string, page: number, pages: number) => `${form} 第 ${page} 张，共 ${pages} 张`,
    saved: (file: string) => `已存为 ${file}`,
  },
  fourProperties: { reviewer: '复核人' },
  room: '客户信用档案室',
  stamp: {
    chain: (seq: number, head: string) => `审计链 #${seq}　${head}`,
    pendingChain: '审计链 #　　　　———-———',
    printed: (by: string, at: string, copy: number) => `打印 ${by}　${at}　第 ${copy} 次`,
    pendingPrinted: '打印　　　　　第　次',
  },
  page: (page: number, pages: number) => `第 ${page} 页　共 ${pages} 页`,
  year: '年', month: '月', day: '日', hour: '时',
  slip: {
    title: '档案查询单', annex: '档案查询单附页', number: '单号', filled: '填单',
    halves: [{ part: '第一联', keeper: '档案室存' }, { part: '第二联', keeper: '查阅人持' }] as [Half, Half],
    applicant: '查阅人', unit: '单位', phone: '电话', party: '客户名称', level: '密级', dossier: '档号', amount: '件数页数', place: '存放位置',
    purpose: '用途', manner: '方式', copyPages: '页', until: '归还期限', signature: '签字', seal: '（盖章处）', archivistLines: ['档案', '管理员'] as [string, string],
    handover: '交接记录', out: '借出', back: '归还', pages: '页数', good: '完好', damaged: '缺损', receipt: '签收',
    documents: (count: number) => `${count} 件`, pageCount: (count: number) => `${count} 页`,
    placed: (cabinet: string, drawer: number, slot: number) => `柜 ${cabinet} · 屉 ${drawer} · ${slot}`,
    together: (dossiers: number, documents: number, pages: number) => `共 ${dossiers} 卷　${documents} 件　${pages} 页`,
    seeAnnex: '详见附页', wholeOnAnnex: '……（全文见附页）', returnedOf: (back: number, all: number) => `已还 ${back} / ${all} 卷`,
    agreed: '同意', refused: '不同意', onPaper: (hash: string) => `纸面签字　文摘 ${hash}`, inProgram: (hash: string, spot: boolean) => `${spot ? '当场口令签批' : '程序内签批'}　文摘 ${hash}`,
    state: {
      draft: '草稿　未提交', submitted: '未签批　不得出库', refused: '已退回　不作借阅凭据', cancelled: '已作废', signed: null, out: null, returned: null,
    },
    rule: '不得转借、拆卷、涂改；逾期次日起催还', cut: '沿线裁开　A5 × 2', sequence: '序号', title2: '题名',
  },
  register: {
    title: '档案借阅登记簿', period: (from: string, to: string) => `${from} — ${to}`, lines: (count: number) => `共 ${count} 笔`,
    columns: {
      sequence: '序号', handedAt: '借阅日期', applicant: '借阅人', unit: '单位', phone: '电话', dossier: '档号', title: '题名', level: '密级',
      place: '存放位置', purpose: '用途', manner: '方式', signedBy: '审批人', dueOn: '应还日期', receipt: '借阅人签字', returnedAt: '归还日期',
      condition: '是否完好', takenBackBy: '接收人', remarks: '备注',
    },
    pagesDiffer: (out: number, back: number) => `${out} → ${back} 页`,
  },
  contractLedger: {
    title: '合同台账', lines: (count: string) => `共 ${count} 份`, all: '全部合同', pageSum: '本页小计', total: '总计', yuan: '金额单位：元',
    bothSums: (sale: string, purchase: string) => `销售 ${sale}　采购 ${purchase}`, amountFrom: (amount: string) => `${amount} 万元以上`, amountTo: (amount: string) => `${amount} 万元以下`,
    signedFrom: (day: string) => `${day} 起签订`, signedTo: (day: string) => `${day} 止签订`, text: (words: string) => `含“${words}”`,
    party: '指定单位',
  },
  ageing: { title: '应收账龄表', lines: (count: string) => `共 ${count} 家`, all: '全部客户' },
  cover: {
    kind: { credit: '客户信用档案', contract: '合同档案' }, number: '档号', title: '案卷题名', unit: '立卷单位', period: '起止日期',
    retention: '保管期限', level: '密级', amount: '件数页数', years: (years: number) => `${years} 年`, permanent: '永久',
    creditCode: '信用代码', until: '至',
    contract: { party: '对方单位', amount: '合同金额', handler: '承办人', signed: '签订日期', performance: '履行期限', ended: '履行终止', yuan: (amount: string) => `${amount} 元` },
  },
  contents: {
    title: '卷内文件目录', number: '档号', party: '案卷题名',
    columns: {
      sequence: '序号', code: '文件编号', author: '责任者', title: '文件题名', date: '日期', pages: '页数', remarks: '备注',
    },
    total: '合计', original: '原件', copy: '复件', continued: '续页',
  },
  label: {
    spine: (millimetres: number) => `盒脊 ${millimetres} mm`, barcode: '条码标签 70 × 37 mm', retention: '保管期限', number: '档号',
    year: (year: number) => `${year} 年`,
  },
  agreement: {
    title: '保密承诺书',
    opening: (name: string, unit: string, company: string) => `本人${name}${unit === '' ? '' : `（${unit}）`}因工作需要使用${company}的客户信用档案，现承诺：`,
    promises: [
      '只在获准的范围和期限内查阅，用途与查询单所填一致。',
      '不抄录、拍摄、复制或外传档案内容；确需复制的，经签批后在档案室办理。',
      '不向无关人员谈论客户的信用、额度、账款和经营情况，离岗、离职后依然如此。',
      '借出的案卷妥善保管，按期原样归还；发现缺页、损坏、遗失或泄露，当日报告档案管理员。',
      '本人的登录口令不告诉他人；以本人名义的每次查阅由程序记录，由本人负责。',
    ],
    closing: (clause: string | null) => `违反以上承诺，愿按单位规定${clause === null ? '' : `（条款 ${clause}）`}承担责任。`,
    signer: '承诺人签字', receiver: '经办人签字', number: '编号 BM-',
  },
  regulation: {
    title: '制度条款执行表', version: (id: string, title: string, day: string) => `${id} ${title}　${day} 起施行`, asOf: (day: string) => `截至 ${day}`, share: (percent: string) => `未逾期 ${percent}`,
    columns: { id: '条', summary: '要求', by: '执行', cases: '所辖', inOrder: '合规', dueSoon: '临近', overdue: '逾期' }, total: '合计（同一事项计一次）', notYet: (names: string) => `尚未启用：${names}`, continued: '续页',
  },
  transfer: {
    title: '档案移交清单', number: '清单号', from: '移交', to: '接收', on: '移交日期', draft: '草稿　双方未签字', waiting: '接收方未签字', withdrawn: '已撤回　不作交接凭据',
    columns: {
      sequence: '序号', number: '档号', title: '题名（客户名称）', year: '年度', retention: '保管期限', level: '密级', documents: '件数', pages: '页数', medium: '载体', result: '核对结果',
      stage: '所在', remarks: '备注',
    },
    paper: '纸质', both: '纸质、电子', total: (folders: number) => `合计　${folders} 卷`, accepted: '接收', refused: (reason: string) => `退回　${reason}`,
    sums: (accepted: number, refused: number) => `接收 ${accepted} 卷　退回 ${refused} 卷`, differs: (listed: number, counted: number) => `${listed} → ${counted}`,
    sender: '移交人', receiver: '接收人', witness: '监交人', signature: '签字', date: '日期', copies: [{ part: '第一联', keeper: '移交方存' }, { part: '第二联', keeper: '接收方存' }] as [Half, Half],
    rule: '逐卷清点，接收人核对一卷，责任转移一卷；退回的仍由移交人负责。', remarks: '备注',
  },
  keeperChange: {
    title: '离任移交清单', leaving: '离任人', successor: '接任人', rule: '所列案卷自签字时起由接任人负责；借出的案卷仍由借阅人负责。',
  },
  destructionList: {
    title: '档案销毁清册', fonds: '全宗名称', number: '清册编号', amount: '销毁数量', amounts: (folders: number, documents: number, pages: number) => `${folders} 卷　${documents} 件　${pages} 页`, basis: '依据', members: '鉴定小组成员',
    head: '鉴定小组负责人', approver: '批准人', supervisor: (turn: number) => `监销人（${'一二三四五'[turn - 1] ?? turn}）`, destroyed: '销毁方式与时间', carrier: '经办人', keep: '本清册永久保存。',
    inProgram: (at: string, digest: string) => `${at} 凭口令签字　${digest}`, total: (folders: number) => `合计　${folders} 卷`, gone: (day: string) => `已销毁　${day}`, years: (years: string) => `${years} 年`,
    columns: { sequence: '序号', title: '文件题名', year: '所属年度', number: '档号', due: '应保管期限', kept: '已保管期限', pages: '页数', remarks: '备注' },
  },
  stocktake: {
    title: '档案盘点表', drawers: '屉数', first: '初盘人', second: '复盘人', director: '办公室主任', signature: '签字', counted: (at: string) => `清点止于 ${at}`, inProgram: (at: string) => `程序内签字 ${at}`,
    columns: { sequence: '序号', kind: '差异', number: '档号', title: '题名', home: '账上位置', seen: '所见', resolution: '处理', by: '经办', remarks: '说明' },
  },
  incident: { title: '档案事故登记表', number: '档号', kind: '类别', dossier: '案卷题名', linked: '相关', director: '办公室主任签字' },
  boxSpine: { year: '年度', unit: '机构', from: '起', to: '止', box: '盒号', contents: '盒内目录', pages: (pages: number) => `${pages} 页` },
  auditHead: {
    title: '审计链首', entry: '条目序号', head: '链　　首', at: '打印时间', by: '打　　印', pending: '———', copy: (by: string, copy: number) => `${by}　第 ${copy} 次`,
    printer: '打印人签字', witness: '见证人签字',
    note: '此纸与档案分开保存。核验审计链时输入条目序号与链首：若其后的条目被截去或改写，程序即指出第一处断点。',
  },
}
