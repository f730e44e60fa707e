import type { IMPORT_FIELDS } from '../../contract/parties.ts'

export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Headings as people write them, without blanks, brackets and marks, in lower case. The first field that knows one takes it. */
const HEADINGS: Readonly<Record<Exclude<ImportField, 'skip'>, readonly string[]>> = {
  name: [
    '单位名称', '企业名称', '公司名称', '客户名称', '供应商名称', '往来单位', '往来单位名称', '往来单位全称', '名称', '全称', '单位全称', '公司全称', '企业全称', '客户全称', '客户',
    '供应商', '公司', '企业', '单位', '机构名称', '市场主体名称', '纳税人名称', '购货单位', '销货单位', 'name', 'companyname', 'company', 'partyname', 'party',
    'customername', 'customer', 'suppliername', 'supplier', 'vendor', 'vendorname', 'fullname', 'legalname',
  ],
  creditCode: [
    '统一社会信用代码', '统一信用代码', '社会信用代码', '信用代码', '统一代码', '统一社会信用代码或注册号', '统一社会信用代码注册号', '注册号', '工商注册号', '营业执照号', '营业执照号码',
    '营业执照注册号', '纳税人识别号', '税号', '代码', 'uscc', 'usci', 'creditcode', 'unifiedsocialcreditcode', 'socialcreditcode', 'registrationnumber',
    'taxnumber', 'taxid', 'code',
  ],
  // What another system calls it: whoever keeps a list of his own numbers it.
  outerCode: [
    '企业代号', '单位代号', '单位编号', '客户代号', '客户编号', '供应商代号', '供应商编号', '外部代码', '外部编号', 'outercode', 'externalcode', 'partycode', 'companycode', 'customercode', 'customerid',
    'customernumber', 'suppliercode', 'vendorcode',
  ],
  shortName: ['简称', '单位简称', '公司简称', '企业简称', '客户简称', '供应商简称', 'shortname', 'abbreviation', 'alias'],
  oldName: ['曾用名', '旧名', '原名', '原名称', '曾用名称', '历史名称', '变更前名称', 'oldname', 'formername', 'previousname'],
  kind: ['类别', '往来类别', '单位类别', '客户类别', '往来性质', '客商类别', 'kind', 'partykind', 'category'],
  companyType: ['单位类型', '企业类型', '公司类型', '主体类型', '市场主体类型', '企业性质', '单位性质', '公司性质', '经济性质', '经济类型', 'companytype', 'type'],
  legalRepresentative: [
    '法定代表人', '法人代表', '法人', '法定代表人姓名', '法人姓名', '负责人', '法定代表人负责人', '法定代表人或负责人', '经营者', 'legalrepresentative', 'legalperson',
    'representative',
  ],
  actualController: ['实际控制人', '实控人', '最终受益人', 'actualcontroller', 'controller'],
  registeredCapital: ['注册资本', '注册资金', '注册资本金', '资本金', '出资额', 'registeredcapital', 'capital'],
  foundedOn: [
    '成立日期', '注册日期', '成立时间', '注册时间', '设立日期', '设立时间', '创建日期', '开业日期', '登记日期', '成立年月日', 'regdate', 'registrationdate', 'foundedon',
    'founded', 'foundingdate', 'dateoffounding', 'established', 'establishedon', 'establishdate', 'incorporationdate',
  ],
  scope: ['经营范围', '业务范围', '主营业务', 'scope', 'businessscope'],
  province: ['省份', '省', '所在省', '所在省份', '所属省份', '省市自治区', '省自治区直辖市', 'province'],
  city: ['城市', '市', '所在市', '所在城市', '地市', '所属城市', '地级市', 'city'],
  registeredAddress: ['注册地址', '住所', '注册地', '企业地址', '登记住所', '营业执照地址', 'registeredaddress'],
  businessAddress: ['经营地址', '办公地址', '经营场所', '通讯地址', '通信地址', '联系地址', '地址', '单位地址', '公司地址', 'businessaddress', 'address', 'officeaddress'],
  phone: ['电话', '单位电话', '公司电话', '企业电话', '固定电话', '座机', '办公电话', '联系电话', 'phone', 'telephone', 'tel'],
  fax: ['传真', '传真号', '传真号码', 'fax'],
  email: ['电子邮箱', '邮箱', '电子邮件', '企业邮箱', '邮件', 'email', 'mail'],
  website: ['网址', '网站', '公司网址', '官网', 'website', 'url', 'homepage', 'site'],
  industry: ['行业', '所属行业', '行业类别', '行业名称', '行业分类', 'industry'],
  employees: ['职工人数', '员工人数', '从业人数', '人数', '员工数', '职工数', '参保人数', 'employees', 'headcount', 'staff'],
  mainProducts: ['主要产品', '主营产品', '产品', 'mainproducts', 'products'],
  contactName: ['联系人', '联系人姓名', '业务联系人', '对接人', 'contact', 'contactname', 'contactperson'],
  contactPhone: ['联系人电话', '联系人手机', '手机', '手机号', '手机号码', '移动电话', 'contactphone', 'mobile', 'mobilephone', 'cellphone'],
  bank: ['开户银行', '开户行', '往来银行', '银行', '开户行名称', 'bank', 'bankname'],
  bankAccount: ['账号', '银行账号', '帐号', '银行帐号', '开户账号', '银行账户', '账户', 'bankaccount', 'account', 'accountnumber'],
  departmentCode: ['部门代码', '部门', '归口部门', '所属部门', '部门编号', '责任部门', 'departmentcode', 'department', 'dept', 'deptcode'],
  salesperson: ['业务员', '业务人员', '经办人', '客户经理', '责任人', '业务负责人', 'salesperson', 'owner', 'salesrep'],
  firstBusinessOn: [
    '首次业务日期', '首次业务时间', '首次合作日期', '首次合作时间', '首次交易日期', '首次往来日期', '合作起始日期', '开始合作日期', '业务起始日期', '建立业务关系日期', 'firstbusiness',
    'firstbusinesson', 'firstbusinessdate', 'customersince', 'since',
  ],
  grade: ['等级', '信用等级', '评级', '信用级别', '级别', '资信等级', 'grade', 'creditgrade', 'rating', 'creditrating'],
  remarks: ['备注', '说明', '附注', 'remarks', 'remark', 'note', 'notes', 'comment', 'comments'],
}

const FIELD_OF: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(HEADINGS) as [ImportField, readonly string[]][]).flatMap(([field, words]) => words.map((word) => [word, field] as const)),
)

/** A heading without what varies: case, width, blanks, `*`, `：`, `_`, and what stands in brackets. */
export function bareHeading(heading: string): string {
  return heading.normalize('NFKC').toLowerCase().replaceAll(/[([【〔{][^)\]】〕}]*[)\]】〕}]/gu, '').replaceAll(/[\s*:_\-./、,;'"]+/gu, '')
}

/** The field a heading names by itself, or null. */
export function fieldOfHeading(heading: string): ImportField | null {
  return FIELD_OF.get(bareHeading(heading)) ?? null
}

/**
 * Tells what each column of a ledger fills: by the caller's map where it names the heading, else by what the heading says, once
 * each. Headings stand as `bareHeading` leaves them; a word that two fields claim is the later one's.
 */
export function columnMatcher<Field extends string>(headingsOf: Readonly<Partial<Record<Field, readonly string[]>>>): (headings: readonly string[], map?: Readonly<Record<string, Field>>) => Field[] {
  const fieldOf = new Map((Object.entries(headingsOf) as [Field, readonly string[]][]).flatMap(([field, words]) => words.map((word) => [word, field] as const)))
  return (headings, map = {}) => {
    const chosen = headings.map((heading) => (Object.hasOwn(map, heading) ? map[heading] : undefined))
    const taken = new Set<Field | undefined>(chosen)
    return headings.map((heading, index): Field => {
      if (chosen[index] !== undefined) return chosen[index]
      const field = fieldOf.get(bareHeading(heading))
      if (!field || taken.has(field)) return 'skip' as Field
      taken.add(field)
      return field
    })
  }
}

/**
 * How ledgers of every kind head the column that says whose a row is. Bare 单位 is not among them: beside a quantity it is the
 * unit. A ledger that means something else by one of these (客户 on an invoice is the buyer) says so after it.
 */
export const PARTY_HEADINGS: readonly string[] = [
  '往来单位', '往来单位名称', '往来单位全称', '单位名称', '单位全称', '单位代号', '单位代码', '单位编号', '企业', '企业名称', '企业全称', '企业代号', '公司', '公司名称', '公司全称', '客户', '客户名称', '客户全称',
  '客户代号', '客户编号', '供应商', '供应商名称', '供应商全称', '供应商代号', '供应商编号', '供货单位', '供货单位名称', '供方', '供方名称', '付款单位', '付款单位名称', '付款人', '付款方', '统一社会信用代码',
  '统一信用代码', '社会信用代码', '信用代码', '外部代码', '外部编号', 'party', 'partyname', 'partycode', 'customer', 'customername', 'customercode', 'customerid', 'customernumber', 'supplier', 'suppliername', 'suppliercode', 'vendor',
  'vendorname', 'vendorcode', 'company', 'companyname', 'companycode', 'payer', 'uscc', 'creditcode', 'unifiedsocialcreditcode', 'outercode', 'externalcode',
]

/** The fields asked for that no column fills; of several given together one is enough. */
export const missingOf = <Field extends string>(fields: readonly Field[], asked: readonly (readonly Field[])[]): Field[][] => asked.filter((any) => !any.some((field) => fields.includes(field))).map((any) => [...any])

export type Columns = {
  /** What each column fills, in the order of the table; `skip` for those that fill nothing. */
  fields: ImportField[]
  /** Headings of the caller's map that the table does not have. */
  unknown: string[]
  /** Fields that two columns of the caller's map would fill. */
  doubled: ImportField[]
}

/**
 * What each column fills: by the caller's map where it names the heading, otherwise by what the heading says. A field is
 * filled by one column; where two headings say the same the first has it. 联系电话 beside 联系人 is the contact's.
 */
export function matchColumns(headings: readonly string[], map: Readonly<Record<string, ImportField>> = {}): Columns {
  const wanted = new Map(Object.entries(map).map(([heading, field]) => [bareHeading(heading) || heading.trim(), field]))
  const chosen = headings.map((heading) => map[heading] ?? wanted.get(bareHeading(heading) || heading.trim()))
  const known = new Set(headings.map((heading) => bareHeading(heading) || heading.trim()))
  const taken = new Set<ImportField>()
  const doubled = new Set<ImportField>()
  for (const field of chosen) {
    if (!field || field === 'skip') continue
    if (taken.has(field)) doubled.add(field)
    taken.add(field)
  }
  const fields = headings.map((heading, index): ImportField => {
    if (chosen[index]) return chosen[index]
    const field = fieldOfHeading(heading)
    if (!field || taken.has(field)) return 'skip'
    taken.add(field)
    return field
  })
  giveContactItsPhone(headings, fields, chosen)
  return {
    fields,
    unknown: Object.keys(map).filter((heading) => !known.has(bareHeading(heading) || heading.trim())),
    doubled: [...doubled],
  }
}

function giveContactItsPhone(headings: readonly string[], fields: ImportField[], chosen: readonly (ImportField | undefined)[]): void {
  if (!fields.includes('contactName') || fields.includes('contactPhone')) return
  const contact = headings.findIndex((heading, index) => bareHeading(heading) === '联系电话' && !chosen[index])
  if (contact < 0) return
  const wasPhone = fields[contact] === 'phone'
  fields[contact] = 'contactPhone'
  if (!wasPhone) return
  const other = headings.findIndex((heading, index) => fields[index] === 'skip' && !chosen[index] && fieldOfHeading(heading) === 'phone')
  if (other >= 0) fields[other] = 'phone'
}

const FEN_IN: Readonly<Record<string, bigint>> = { '': 100n, 百: 10_000n, 千: 100_000n, 万: 1_000_000n, 十万: 10_000_000n, 百万: 100_000_000n, 千万: 1_000_000_000n, 亿: 10_000_000_000n }
const FOREIGN = /美元|欧元|港元|港币|日元|英镑|澳元|加元|韩元|卢布|usd|eur|hkd|jpy|gbp|[$€£]/iu
const UNIT = /(百万|千万|十万|百|千|万|亿)?元|[([【](百万|千万|十万|千|万|亿)[)\]】]|yuan|cny|rmb/iu

/**
 * Fen in one unit of an amount: as its heading says (`金额（万元）`, `金额/千元`), else as it stands above the table (`单位：万元`), else
 * yuan. Null where another currency is named.
 */
export function moneyUnitOf(heading: string, above = ''): bigint | null {
  const stated = /单位\s*:?\s*(\S{1,10})/u.exec(above.normalize('NFKC'))?.[1] ?? ''
  for (const text of [heading.normalize('NFKC'), stated]) {
    if (FOREIGN.test(text)) return null
    const unit = UNIT.exec(text)
    if (unit) return FEN_IN[unit[1] ?? unit[2] ?? '']!
  }
  return 100n
}

/** Fen in one unit of a money column: by the heading (万元, 亿元, 元), else 万元, the unit in which capital is registered. */
export function fenPerUnit(heading: string): bigint {
  const text = heading.normalize('NFKC')
  if (/亿/u.test(text)) return 10_000_000_000n
  if (/万/u.test(text)) return 1_000_000n
  if (/元|yuan|cny|rmb/iu.test(text)) return 100n
  return 1_000_000n
}
