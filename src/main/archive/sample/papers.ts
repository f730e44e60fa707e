import type { Font } from 'fontkit'
import { A4, makePdf, type Page } from './pdf.ts'
import type { SampleParty } from './companies.ts'
import type { Random } from './random.ts'

/** What a sample paper is about. Every figure on it is made up. */
export type Paper = {
  title: string
  party: SampleParty
  company: string
  number: string
  datedOn: string
  signers: readonly string[]
  pages: number
  /** Of a statement whose figures were entered: what it says. */
  statement?: { unit: string; day: string; rows: readonly (readonly [name: string, current: string, prior: string])[] } | null
}

const LEFT = 62
const RIGHT = A4.width - 62
const WIDTH = RIGHT - LEFT

/** The scan of one paper: a statement, a letter or a form, by its title. */
export function makePaper(font: Font, random: Random, paper: Paper): Buffer {
  const draw = /负债表|利润表|流量表/.test(paper.title) ? drawStatement : /合同|协议|通知函|委托书|承诺|报告/.test(paper.title) ? drawLetter : drawForm
  const count = Math.max(1, Math.min(paper.pages, 4))
  return makePdf(font, Array.from({ length: count }, (_unused, index) => (page: Page) => {
    if (index === 0) draw(page, random, paper)
    else drawContinuation(page, random, paper, index + 1)
    page.text(RIGHT, 806, `第 ${index + 1} 页  共 ${count} 页`, { size: 8.5, align: 'right', colour: '0.4 0.4 0.4' })
    page.text(LEFT, 806, '示例档案 内容均为虚构', { size: 8.5, colour: '0.4 0.4 0.4' })
  }))
}

const chineseDay = (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
const money = (yuan: number) => yuan.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function heading(page: Page, paper: Paper): void {
  page.text(A4.width / 2, 92, paper.title, { size: 20, align: 'centre', spread: 4 })
  page.text(LEFT, 128, `编号 ${paper.number}`, { size: 9.5 })
  page.text(RIGHT, 128, chineseDay(paper.datedOn), { size: 9.5, align: 'right' })
}

function rows(page: Page, top: number, cells: readonly (readonly [string, string])[], height = 27): number {
  cells.forEach(([label, value], index) => {
    const y = top + index * height
    page.box(LEFT, y, 96, height)
    page.box(LEFT + 96, y, WIDTH - 96, height)
    page.text(LEFT + 48, y + height / 2 + 3.6, label, { align: 'centre', size: 10 })
    page.text(LEFT + 106, y + height / 2 + 3.6, value.slice(0, 34), { size: 10.5 })
  })
  return top + cells.length * height
}

function seal(page: Page, x: number, y: number, name: string): void {
  const red = '0.72 0.2 0.16'
  page.circle(x, y, 40, red, 1.8)
  page.text(x, y - 8, name.slice(0, 8), { size: 7.5, align: 'centre', colour: red })
  page.text(x, y + 8, '★', { size: 12, align: 'centre', colour: red })
  page.text(x, y + 26, '业务专用章', { size: 7, align: 'centre', colour: red })
}

function drawForm(page: Page, random: Random, paper: Paper): void {
  const { party } = paper
  heading(page, paper)
  const bottom = rows(page, 138, [
    ['客户名称', party.name], ['信用代码', party.creditCode ?? ''], ['法定代表人', party.legalRepresentative ?? ''],
    ['注册资本', `${((party.registeredCapitalFen ?? 0) / 1_000_000).toLocaleString('zh-CN')} 万元`], ['成立日期', party.foundedOn ?? ''],
    ['经营地址', party.businessAddress ?? ''], ['主营产品', party.mainProducts ?? ''], ['联系人', party.contacts?.[0]?.name ?? ''],
    ['往来银行', party.banks?.[0]?.bank ?? ''],
    ['申请额度', `人民币 ${money(random.pick([200_000, 500_000, 1_000_000, 2_600_000, 3_000_000]))} 元`],
    ['账期', `${random.pick([15, 30, 45, 60])} 天`],
  ])
  ;['经办意见', '部门意见', '信用管理意见'].forEach((label, index) => {
    const y = bottom + index * 78
    page.box(LEFT, y, 96, 78)
    page.box(LEFT + 96, y, WIDTH - 96, 78)
    page.text(LEFT + 48, y + 42, label, { align: 'centre', size: 10 })
    page.text(LEFT + 108, y + 24, random.pick(['往来正常，首批订单按期回款，同意。', '现场核实属实，资料齐备，同意上报。', '付款习惯良好，建议按规定额度执行。']), { size: 10.5 })
    page.text(RIGHT - 20, y + 62, `${paper.signers[index % paper.signers.length] ?? ''}  ${paper.datedOn}`, { align: 'right', colour: '0.12 0.22 0.5' })
  })
  seal(page, RIGHT - 90, bottom + 210, paper.company)
}

const STATEMENT_ROWS: Readonly<Record<string, readonly string[]>> = {
  资产负债表: ['货币资金', '应收账款', '预付款项', '存货', '流动资产合计', '固定资产', '在建工程', '无形资产', '资产总计', '短期借款', '应付账款', '应交税费', '流动负债合计', '长期借款', '负债合计', '实收资本', '盈余公积', '未分配利润', '所有者权益合计'],
  利润表: ['营业收入', '营业成本', '税金及附加', '销售费用', '管理费用', '财务费用', '营业利润', '营业外收入', '利润总额', '所得税费用', '净利润'],
  现金流量表: ['销售商品收到的现金', '收到的税费返还', '经营活动现金流入小计', '购买商品支付的现金', '支付给职工的现金', '支付的各项税费', '经营活动现金净流量', '投资活动现金净流量', '筹资活动现金净流量', '现金净增加额'],
}

function drawStatement(page: Page, random: Random, paper: Paper): void {
  heading(page, paper)
  page.text(LEFT, 148, `编制单位：${paper.party.name}`, { size: 10 })
  page.text(RIGHT, 148, `单位：${paper.statement?.unit ?? '元'}`, { size: 10, align: 'right' })
  const names = STATEMENT_ROWS[paper.title] ?? STATEMENT_ROWS.利润表!
  const scale = (paper.party.registeredCapitalFen ?? 1_000_000) / 100
  const drawn = names.map((name) => [name, money(scale * (0.2 + random.next())), money(scale * (0.2 + random.next()))] as const)
  const all = [['项目', '期末数', '期初数'] as const, ...(paper.statement?.rows ?? drawn)]
  const height = Math.min(26, 600 / all.length)
  if (paper.statement) page.text(A4.width / 2, 148, chineseDay(paper.statement.day), { size: 10, align: 'centre' })
  all.forEach(([name, current, prior], index) => {
    const y = 158 + index * height
    page.box(LEFT, y, 220, height)
    page.box(LEFT + 220, y, (WIDTH - 220) / 2, height)
    page.box(LEFT + 220 + (WIDTH - 220) / 2, y, (WIDTH - 220) / 2, height)
    page.text(LEFT + 10, y + height / 2 + 4, name)
    page.text(LEFT + 212 + (WIDTH - 220) / 2, y + height / 2 + 4, current, { align: 'right' })
    page.text(RIGHT - 8, y + height / 2 + 4, prior, { align: 'right' })
  })
  page.text(LEFT, 158 + all.length * height + 26, `单位负责人 ${paper.party.legalRepresentative ?? ''}      制表 ${paper.signers[0] ?? ''}`, { size: 10 })
}

const CLAUSES = [
  '双方本着诚实信用的原则，经协商一致，就供货与付款事项约定如下。', '标的物的规格、数量、单价以每批订单为准，质量执行国家现行标准。',
  '需方收货后三个工作日内验收，逾期未提出异议的视为合格。', '货款按月结算，需方于对账确认之日起按约定账期支付。',
  '逾期付款的，按逾期金额每日万分之三支付滞纳金。', '任何一方变更名称、法定代表人或账户的，应在十日内书面告知对方。',
  '因履行本约定发生争议的，双方先行协商，协商不成的由供方所在地法院管辖。', '本文一式四份，双方各执两份，自签字盖章之日起生效。',
]

function drawLetter(page: Page, random: Random, paper: Paper): void {
  heading(page, paper)
  page.text(LEFT, 168, `${paper.party.name}：`, { size: 11.5 })
  drawClauses(page, random, 200, 9)
  page.text(RIGHT - 40, 640, paper.company, { size: 11.5, align: 'right' })
  page.text(RIGHT - 40, 662, chineseDay(paper.datedOn), { size: 11.5, align: 'right' })
  seal(page, RIGHT - 110, 636, paper.company)
}

function drawContinuation(page: Page, random: Random, paper: Paper, number: number): void {
  page.text(A4.width / 2, 72, `${paper.title}（续 ${number - 1}）`, { size: 12, align: 'centre' })
  page.line(LEFT, 84, RIGHT, 84)
  drawClauses(page, random, 118, 16)
}

function drawClauses(page: Page, random: Random, top: number, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const sentence = CLAUSES[(index + random.whole(0, 1)) % CLAUSES.length]!
    const y = top + index * 42
    page.text(LEFT + 22, y, `${index + 1}、${sentence.slice(0, 36)}`, { size: 11.5 })
    if (sentence.length > 36) page.text(LEFT, y + 20, sentence.slice(36), { size: 11.5 })
  }
}
