import { creditCodeFor } from '../../../shared/rules/parties/credit-code.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Random } from './random.ts'

/*
 * Fictional companies: coined two-character names that no register was asked about, real places, valid check characters.
 * A name that should happen to belong to somebody is chance.
 */

type Trade = { word: string; industry: string; products: string; scope: string }

const TRADES: readonly Trade[] = [
  { word: '锻造', industry: '锻件及粉末冶金', products: '锻件、法兰', scope: '锻件、法兰、管件的制造与销售；机械零部件加工。' },
  { word: '矿机', industry: '矿山机械', products: '刮板机、液压支架', scope: '矿山机械及配件的制造、维修与销售。' },
  { word: '建材', industry: '建筑材料', products: '水泥、骨料', scope: '建筑材料、混凝土制品的生产与销售。' },
  { word: '物流', industry: '道路货运', products: '大宗货运', scope: '道路普通货物运输；仓储服务；煤炭装卸。' },
  { word: '化工', industry: '基础化学', products: '甲醇、尿素', scope: '化工产品（不含危险品）的生产与销售。' },
  { word: '电气', industry: '输配电设备', products: '开关柜、变压器', scope: '高低压开关柜、变压器的制造与安装。' },
  { word: '能源', industry: '煤炭批发', products: '动力煤、焦煤', scope: '煤炭批发经营；能源技术咨询。' },
  { word: '热力', industry: '热力供应', products: '集中供热', scope: '城市集中供热；供热设备安装与维护。' },
  { word: '钢构', industry: '金属结构', products: '钢结构件', scope: '钢结构的设计、制作与安装。' },
  { word: '轴承', industry: '通用零部件', products: '滚动轴承', scope: '轴承及传动件的制造与销售。' },
  { word: '纺织', industry: '纺织', products: '棉纱、坯布', scope: '棉纱、坯布的织造与销售；进出口贸易。' },
  { word: '纸业', industry: '造纸', products: '瓦楞原纸', scope: '纸及纸制品的生产与销售。' },
  { word: '食品', industry: '食品加工', products: '面粉、杂粮', scope: '粮食加工品的生产与销售。' },
  { word: '仪表', industry: '仪器仪表', products: '流量计、传感器', scope: '自动化仪表的研发、制造与销售。' },
  { word: '水务', industry: '水的生产和供应', products: '矿井水处理', scope: '污水处理；矿井水综合利用工程。' },
  { word: '重工', industry: '重型装备', products: '破碎机、磨机', scope: '重型机械装备的制造、安装与维修。' },
]

const PLACES: readonly (readonly [province: string, city: string, short: string])[] = [
  ['山东', '济南', '山东'], ['山东', '枣庄', '枣庄'], ['河北', '唐山', '唐山'], ['河北', '邢台', '河北'], ['山西', '大同', '山西'],
  ['山西', '长治', '长治'], ['河南', '平顶山', '河南'], ['河南', '洛阳', '洛阳'], ['安徽', '淮北', '淮北'], ['安徽', '马鞍山', '安徽'],
  ['江苏', '徐州', '徐州'], ['江苏', '常州', '江苏'], ['陕西', '榆林', '陕西'], ['内蒙古', '鄂尔多斯', '内蒙古'], ['辽宁', '鞍山', '鞍山'],
  ['湖北', '黄石', '湖北'], ['湖南', '株洲', '株洲'], ['重庆', '重庆', '重庆'], ['新疆', '昌吉', '新疆'], ['浙江', '温州', '浙江'],
]

const FIRST = '安柏昌诚德鼎峰阜冠璟锦恒瀚弘宏瑞泰朗凯康科坤澜乐力联林嘉建江景钜君慧华汇和鸿海泓衡晟昱铂骏铭澄阔岚砺峥'
const SECOND = '岱峪泽源屹岳垚壑沃朴衢漠砼翎桓柘垣澍骁耀珂峤昶钧栩蔚旸楷霖昀'
const SUFFIXES = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '集团有限公司']
const FAMILY = '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const GIVEN = ['承泽', '嘉禾', '知远', '予安', '若谷', '敏', '振邦', '立群', '怀远', '念祖', '桂芳', '海燕', '建国', '秋实', '文博', '晓岚', '春生', '玉珍', '少华', '一鸣']
const BANKS = ['中国工商银行', '中国建设银行', '中国农业银行', '中国银行', '交通银行', '本地农村商业银行']

export type SampleParty = Input<'parties.add'> & { shortName: string; word: string }

export function personName(random: Random): string {
  return random.pick([...FAMILY]) + random.pick(GIVEN)
}

/** So many fictional parties, no name or code twice, sorted by nothing. Two have names that test the layout. */
export function makeParties(random: Random, count: number): SampleParty[] {
  const parties: SampleParty[] = []
  const taken = new Set<string>()
  while (parties.length < count) {
    const core = random.pick([...FIRST]) + random.pick([...SECOND])
    const trade = random.pick(TRADES)
    if (taken.has(core)) continue
    taken.add(core)
    parties.push(makeParty(random, parties.length, core, trade))
  }
  return parties
}

function makeParty(random: Random, index: number, core: string, trade: Trade): SampleParty {
  const [province, city, short] = PLACES[index % PLACES.length]!
  const isLong = index === 18 || index === 41
  const name = isLong
    ? `${province}维吾尔自治区${city}回族自治州${core}农业生产资料${trade.word}有限责任公司`.replace('内蒙古维吾尔', '内蒙古')
    : `${short}${core}${trade.word}${random.pick(SUFFIXES)}`
  const capitalWan = random.pick([50, 100, 300, 500, 800, 1000, 2000, 3000, 5200, 8000, 12000, 36000])
  const area = `0${random.whole(310, 990)}`
  const legal = personName(random)
  return {
    word: trade.word,
    kind: index % 5 === 4 ? 'supplier' : index % 17 === 16 ? 'both' : 'customer',
    name,
    shortName: core + trade.word,
    creditCode: creditCodeFor(index + 4107),
    companyType: name.includes('股份') ? '股份有限公司（非上市）' : '有限责任公司',
    legalRepresentative: legal,
    actualController: random.chance(0.5) ? legal : personName(random),
    registeredCapitalFen: capitalWan * 10_000 * 100,
    foundedOn: `${random.whole(1996, 2021)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`,
    scope: trade.scope,
    province,
    city,
    registeredAddress: `${province}${city}高新区${core}路 ${random.whole(2, 288)} 号`,
    businessAddress: `${city}工业园 ${random.pick(['甲', '乙', '丙'])} 区 ${random.whole(1, 40)} 栋`,
    phone: `${area}-${random.whole(2000000, 8999999)}`,
    fax: random.chance(0.4) ? `${area}-${random.whole(2000000, 8999999)}` : null,
    email: `office${index}@sample.invalid`,
    website: null,
    industry: trade.industry,
    sizeClass: capitalWan >= 12000 ? 'large' : capitalWan >= 2000 ? 'medium' : capitalWan >= 300 ? 'small' : 'micro',
    employees: random.whole(12, 1800),
    mainProducts: trade.products,
    marketShareBasisPoints: random.chance(0.3) ? random.whole(50, 2200) : null,
    remarks: null,
    contacts: [
      { name: personName(random), post: '财务部', phone: `1${random.whole(30, 99)}0000${random.whole(1000, 9999)}`, email: null },
      { name: personName(random), post: '采购部', phone: null, email: null },
    ],
    banks: [{ bank: `${random.pick(BANKS)}${city}支行`, account: `6200 0000 ${random.whole(1000, 9999)} ${random.whole(100, 999)}` }],
  }
}
