import { describe, expect, test } from 'vitest'
import { searchWordsOf } from '../../src/shared/rules/parties/search-words.ts'
import { shortNameOf } from '../../src/shared/rules/parties/short-name.ts'

describe('readings of a name', () => {
  test.each([
    ['重庆长安汽车股份有限公司', 'chongqingchanganqichegufenyouxiangongsi', 'cqcaqcgfyxgs'],
    ['厦门银行', 'xiamenyinhang', 'xmyh'],
    ['单于科技', 'chanyukeji', 'cykj'],
    ['乐清市单氏食品', 'yueqingshishanshishipin', 'yqssssp'],
    ['长春一汽', 'changchunyiqi', 'ccyq'],
    ['大厦物业', 'dashawuye', 'dswy'],
    ['吕梁绿地', 'lvlianglvdi', 'llld'],
    ['ABC科技（上海）有限公司', 'abckejishanghaiyouxiangongsi', 'abckjshyxgs'],
    ['3M中国有限公司', '3mzhongguoyouxiangongsi', '3mzgyxgs'],
    ['惠民农民专业合作社', 'huiminnongminzhuanyehezuoshe', 'hmnmzyhzs'],
  ])('%s', (name, pinyin, initials) => {
    expect(searchWordsOf(name)).toMatchObject({ pinyin, initials })
  })
  test('a character of two readings is found by both first letters', () => {
    expect(searchWordsOf('重庆啤酒').otherInitials).toContain('zqpj')
    expect(searchWordsOf('长沙银行').otherInitials).toEqual(expect.arrayContaining(['zsyh', 'csyx']))
    expect(searchWordsOf('厦门航空').otherInitials).toContain('smhk')
  })
  test('what has no reading is left out, and a name without any sorts by itself', () => {
    expect(searchWordsOf('𠮷野家')).toMatchObject({ pinyin: 'yejia', initials: 'yj' })
    expect(searchWordsOf('！？')).toEqual({ pinyin: '!?', initials: '', otherInitials: [] })
  })
})

describe('the short name on a tab', () => {
  test.each([
    ['海南海汽运输集团股份有限公司', '海汽运输'],
    ['重庆长安汽车股份有限公司', '长安汽车'],
    ['新疆维吾尔自治区伊犁哈萨克自治州奎屯市农业生产资料有限责任公司', '农业生产资料'],
    ['杭州城市建设有限公司', '杭州城市建设'],
    ['中百超市有限公司景源里店', '中百超市'],
    ['广州市区块链有限公司', '区块链'],
    ['株洲中车有限公司', '株洲中车'],
    ['佳木斯市精诚新能源燃料有限公司', '精诚新能源'],
    ['重庆驰丰汽车运输有限责任公司长寿分公司', '驰丰汽车运输'],
    ['成都市宇超商贸有限责任公司', '宇超商贸'],
    ['中台精密机械(广州)有限公司', '中台精密机械'],
    ['李四', '李四'],
    ['北京市', '北京市'],
  ])('%s', (name, short) => {
    expect(shortNameOf(name)).toBe(short)
  })
})
