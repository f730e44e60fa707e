/*
 * A company's name is place + firm name + trade + form (企业名称登记管理规定, article 6): 海南 · 海汽 · 运输集团 · 股份有限公司.
 * What people call it is the firm name, with a little of the trade.
 */

const MOST_CHARACTERS = 6

const FORMS = [
  '股份有限公司', '有限责任公司', '股份公司', '集团公司', '总公司', '分公司', '有限公司', '控股公司', '公司', '合伙企业', '农民专业合作社',
  '专业合作社', '合作社', '事务所', '个体工商户', '集团', '控股',
]
const PROVINCES = [
  '北京', '天津', '上海', '重庆', '河北', '山西', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北',
  '湖南', '广东', '海南', '四川', '贵州', '云南', '陕西', '甘肃', '青海', '台湾', '内蒙古', '广西', '西藏', '宁夏', '新疆', '香港', '澳门',
]
const PROVINCE = new RegExp(`^(?:${PROVINCES.join('|')})(?:维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|省|市)?`, 'u')
/** A place that says what it is: 深圳市, 伊犁哈萨克自治州, 昆山县, 浦东新区; not 超市, 城市, 社区. */
const PLACE = new RegExp(
  `^(?:${[
    String.raw`\p{Script=Han}{2,9}?(?:自治州|自治县|自治旗|地区|新区|开发区)`,
    String.raw`(?:\p{Script=Han}{2,5}?(?<![超城都夜菜股上])|成都|昌都)市`,
    String.raw`\p{Script=Han}{2,4}?(?:县|(?<![小社片景园校街])区)`,
    '(?:锡林郭勒|兴安|阿拉善)盟',
  ].join('|')})`,
  'u',
)
/** What a firm does: the first to go where a name is too long for a tab. */
const TRADES = [
  '房地产', '进出口', '新材料', '旅行社', '加油站', '农资', '贸易', '商贸', '工贸', '经贸', '科技', '技术', '机械', '机电',
  '电子', '电气', '电器', '食品', '实业', '产业', '工程', '建设', '建筑', '安装', '装饰', '材料', '建材', '化工', '运输',
  '物流', '货运', '汽车', '置业', '地产', '投资', '咨询', '服务', '销售', '开发', '制造', '加工', '生产', '设备', '医药',
  '药业', '药品', '药房', '农业', '养殖', '种植', '纺织', '服饰', '服装', '制衣', '印刷', '包装', '矿业', '能源', '燃气',
  '燃料', '供应', '零售', '批发', '连锁', '信息', '网络', '软件', '文化', '传播', '传媒', '广告', '教育', '旅游', '酒店',
  '餐饮', '管理', '企业', '经营', '发展', '专业', '综合', '制品', '五金', '家具', '家居', '环保', '园林', '绿化', '系统',
  '智能', '集团',
]

/**
 * What fits on a folder's tab: 2 to 6 characters of the company's own name, without place and form; where that is longer,
 * without its trade, and cut at last. Derived when shown, never stored: a short name somebody gave goes first.
 */
export function shortNameOf(companyName: string): string {
  const name = companyName.normalize('NFKC').replaceAll(/[(（][^)）]*[)）]/gu, '').replaceAll(/\s+/gu, ' ').trim()
  const bare = withoutPlace(withoutForm(name)) || name || companyName.trim()
  return Array.from(withoutTrade(bare)).slice(0, MOST_CHARACTERS).join('').trim()
}

function withoutTrade(name: string): string {
  let rest = name
  while (Array.from(rest).length > MOST_CHARACTERS) {
    const trade = TRADES.find((ending) => rest.endsWith(ending) && rest.length - ending.length >= 2)
    if (!trade) return rest
    rest = rest.slice(0, -trade.length)
  }
  return rest
}

/** The parent's name where a branch is named after it: 某某有限公司第二营业部. */
function withoutForm(name: string): string {
  let rest = /^(.{2,}?)(?:股份有限公司|有限责任公司|有限公司)/u.exec(name)?.[1] ?? name
  for (;;) {
    const form = FORMS.find((ending) => rest.endsWith(ending) && Array.from(rest).length - Array.from(ending).length >= 2)
    if (!form) return rest
    rest = rest.slice(0, -form.length)
  }
}

/** Places are taken off only while at least two characters remain, and never one whose ending is part of a firm's name. */
function withoutPlace(name: string): string {
  let rest = take(name, PROVINCE)
  for (let depth = 0; depth < 3; depth++) {
    const shorter = take(rest, PLACE)
    if (shorter === rest) break
    rest = shorter
  }
  return rest
}

function take(name: string, place: RegExp): string {
  const found = place.exec(name)?.[0]
  return found && Array.from(name).length - Array.from(found).length >= 2 ? name.slice(found.length) : name
}
