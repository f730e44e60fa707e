const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** Whole yuan above zero: zeros within are said once, those at the end not at all. */
function wholeYuan(yuan: number): string {
  const digits = String(yuan)
  let text = ''
  let isZeroDue = false
  let isGroupSaid = false
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[at])
    const place = digits.length - 1 - at
    if (digit === 0) isZeroDue = true
    else {
      text += `${isZeroDue ? '零' : ''}${DIGITS[digit]!}${PLACES[place % 4]!}`
      isZeroDue = false
      isGroupSaid = true
    }
    if (place % 4 === 0) {
      if (isGroupSaid) text += GROUPS[place / 4]!
      isGroupSaid = false
    }
  }
  return text
}

/** An amount in fen as bills and contracts write it: 壹佰贰拾万零伍佰元整, 叁元零柒分. Whole fen from zero, yuan of sixteen digits at most. */
export function chineseMoney(fen: number): string {
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan === 0 ? '' : `${wholeYuan(yuan)}元`
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]!}角` : whole === '' ? '' : '零'
  return `${whole}${tenths}${cent > 0 ? `${DIGITS[cent]!}分` : '整'}`
}
