import { customPinyin, pinyin } from 'pinyin-pro'

/** What a name can be found and sorted by, besides itself. Lower case, letters and digits only; ü is v, as one types it. */
export type SearchWords = {
  /** Full pinyin, syllables joined: `chongqingchanganqiche…`. The order of every list. */
  pinyin: string
  /** First letters of the syllables: `cqcaqc…`. Letters and digits of a foreign word stand whole in both. */
  initials: string
  /** The same with one character read its other way (重 z for c), because not everybody reads a name as it is meant. */
  otherInitials: string[]
}

/** Names end in a few forms; their reading is certain, and taking them off first halves the work of an import. */
const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['股份有限公司', ['gu', 'fen', 'you', 'xian', 'gong', 'si']],
  ['有限责任公司', ['you', 'xian', 'ze', 'ren', 'gong', 'si']],
  ['有限公司', ['you', 'xian', 'gong', 'si']],
  ['专业合作社', ['zhuan', 'ye', 'he', 'zuo', 'she']],
])

/** Characters with a second reading that begins with another letter, as they occur in company names. */
const OTHER_INITIALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    行: 'xh', 长: 'cz', 重: 'cz', 厦: 'xs', 单: 'dsc', 乐: 'ly', 曾: 'zc', 解: 'jx', 查: 'cz', 盛: 'sc', 朝: 'cz', 藏: 'zc', 参: 'cs', 传: 'cz',
    种: 'zc', 调: 'td', 降: 'jx', 校: 'xj', 便: 'bp', 尉: 'wy', 蔚: 'wy', 仇: 'cq', 翟: 'zd', 覃: 'tq', 阿: 'ae', 铅: 'qy', 番: 'fp', 会: 'hk',
    莞: 'gw', 堡: 'bp', 系: 'xj', 属: 'sz', 车: 'cj', 召: 'zs', 奇: 'qj', 圈: 'qj', 茄: 'qj', 咖: 'kg', 泊: 'bp', 屏: 'pb', 秘: 'mb', 伽: 'gjq',
    贾: 'jg', 莘: 'sx', 荥: 'xy', 弹: 'td', 澄: 'cd', 提: 'td', 折: 'zs', 识: 'sz', 粘: 'zn', 轧: 'yz', 畜: 'xc', 率: 'ls', 宿: 'sx', 尾: 'wy',
    脯: 'fp', 埔: 'pb', 瀑: 'pb', 陂: 'bp', 辟: 'bp', 还: 'hx', 给: 'gj', 薄: 'bp', 臭: 'cx', 龟: 'gqj', 褚: 'cz', 晟: 'sc', 繁: 'fp',
  }),
)

/** Readings of places, families and trades that the dictionary gets wrong in a company's name. */
const READINGS: Readonly<Record<string, string>> = {
  乐清: 'yuè qīng', 单县: 'shàn xiàn', 单氏: 'shàn shì', 曾氏: 'zēng shì', 查氏: 'zhā shì', 解氏: 'xiè shì', 盖氏: 'gě shì', 都匀: 'dū yún',
  尉犁: 'yù lí', 蔚县: 'yù xiàn', 会稽: 'kuài jī', 参茸: 'shēn róng', 长兴: 'cháng xīng', 长安: 'cháng ān', 长丰: 'cháng fēng', 长虹: 'cháng hóng',
  长治: 'cháng zhì', 便宜坊: 'biàn yí fāng', 银行: 'yín háng', 商行: 'shāng háng', 车行: 'chē háng', 粮行: 'liáng háng', 药行: 'yào háng',
  重工: 'zhòng gōng', 重型: 'zhòng xíng', 种业: 'zhǒng yè', 种子: 'zhǒng zi', 种植: 'zhòng zhí', 调味: 'tiáo wèi', 乐器: 'yuè qì', 畜牧: 'xù mù',
  畜禽: 'chù qín', 轧钢: 'zhá gāng', 厦门: 'xià mén', 大厦: 'dà shà', 广厦: 'guǎng shà', 六安: 'lù ān', 台州: 'tāi zhōu', 丽水: 'lí shuǐ',
}

let isTaught = false
/** The dictionary is the library's own; it is corrected at the first name, not when this file is loaded. */
function teach(): void {
  if (isTaught) return
  isTaught = true
  customPinyin(READINGS)
}

/** The readings of a name. A character without a known reading is left out of them; it is still found by itself. */
export function searchWordsOf(name: string): SearchWords {
  teach()
  const text = name.normalize('NFKC').toLowerCase()
  let body = text
  let tail: readonly string[] = []
  for (const [ending, syllables] of ENDINGS) {
    if (!text.endsWith(ending)) continue
    body = text.slice(0, -ending.length)
    tail = syllables
    break
  }
  const characters = Array.from(body)
  const readings = pinyin(body, { toneType: 'none', type: 'array', v: true })
  let full = ''
  let initials = ''
  const turns: { at: number; letters: string }[] = []
  for (let index = 0; index < characters.length; index++) {
    const reading = (readings[index] ?? '').toLowerCase()
    if (!/^[a-z0-9]+$/.test(reading)) continue
    full += reading
    const letters = OTHER_INITIALS.get(characters[index]!)
    if (letters) turns.push({ at: initials.length, letters })
    initials += reading[0]!
  }
  for (const syllable of tail) {
    full += syllable
    initials += syllable[0]!
  }
  return { pinyin: full || text, initials, otherInitials: turns.flatMap((turn) => otherwise(initials, turn)).slice(0, MOST_OTHER_INITIALS) }
}

const MOST_OTHER_INITIALS = 4

function otherwise(initials: string, turn: { at: number; letters: string }): string[] {
  return Array.from(turn.letters)
    .filter((letter) => letter !== initials[turn.at])
    .map((letter) => initials.slice(0, turn.at) + letter + initials.slice(turn.at + 1))
}
