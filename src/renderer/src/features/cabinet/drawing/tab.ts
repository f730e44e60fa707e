import { lastDigits, type Box, type Folder, type Standing } from '../geometry/index.ts'
import { OUT_CARD_DROP } from './body.ts'
import { fitted, typeSize, widthOf } from './lettering.ts'
import { drawMark, type Mark } from './marks.ts'
import { inkOn, type Palette } from './palette.ts'
import type { DrawnWords, Pen } from './scene.ts'

type Drawn = { readonly pen: Pen; readonly palette: Palette; readonly words: DrawnWords; readonly year: string }

/** A tab this wide has room for name, digits and mark at the smallest type, px. */
const ROOMY = 118

/** The tab of a folder in its place: grade on colour, name and last digits on paper, mark. Nothing under 10 px. */
export function drawTab(drawn: Drawn, standing: Standing, folder: Folder, isBold: boolean): void {
  const { pen, palette, words } = drawn
  const { tab, size: scale } = standing
  const name = folder.grade ?? 'none'
  castShadow(pen, tab, scale)
  pen.fillStyle = palette[name]
  trapezium(pen, tab, scale)
  pen.fill()
  if (name === 'none') {
    pen.strokeStyle = palette.noneLine
    pen.lineWidth = 1
    pen.stroke()
  }
  bevel(pen, palette, tab, scale)
  const letters = folder.grade ?? words.none
  pen.font = `700 ${typeSize((letters.length > 2 ? 10 : 11.5) * scale, 10)}px ${palette.fontUi}`
  // Side by side the papers begin at one height; where there is little room each grade takes no more than it needs.
  const gradeWidth = tab.width < ROOMY ? widthOf(pen, letters) + 12 * scale : 31 * scale
  pen.fillStyle = palette[`${name}On`]
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  const baseline = tab.y + tab.height * 0.5 + 4.4 * scale
  pen.fillText(letters, tab.x + 4 * scale + gradeWidth / 2, baseline)
  const insert: Box = {
    x: tab.x + 2 * scale + gradeWidth, y: tab.y + 3 * scale,
    width: tab.width - gradeWidth - 9 * scale, height: tab.height - 5 * scale,
  }
  pen.fillStyle = palette.insert
  pen.beginPath()
  pen.roundRect(insert.x, insert.y, insert.width, insert.height, 2 * scale)
  pen.fill()
  const mark = folder.state === 'moving' ? 'moving' : null
  printLabel(drawn, insert, { name: folder.shortName, digits: lastDigits(folder.number), mark, isBold, ink: palette.paperInk }, scale)
}

/** A day inside the year as `MM-DD`. */
const dayInside = (day: string, year: string): string => (day.startsWith(year) ? day.slice(5) : day)

/** The ticket that says who is out: pale, straight-sided with cut corners, the mark first, the due day last. */
export function drawOutCard(drawn: Drawn, standing: Standing, folder: Folder, ink: string): void {
  const { pen, palette, words, year } = drawn
  const { size: scale } = standing
  const isOverdue = folder.state === 'overdue'
  const tab = ticket(pen, standing)
  pen.fillStyle = palette.outCard
  pen.fill()
  pen.save()
  pen.setLineDash([4 * scale, 2.5 * scale])
  pen.strokeStyle = ink
  pen.lineWidth = isOverdue ? 1.4 : 1
  pen.stroke()
  pen.restore()
  const size = Math.max(15, 16.5 * scale)
  const middle = tab.y + (tab.height - 3 * scale) / 2
  drawMark(pen, palette, isOverdue ? 'overdue' : 'lent', words.mark[isOverdue ? 'overdue' : 'lent'], tab.x + 5 * scale + size / 2, middle, size)
  const box: Box = { x: tab.x + 8 * scale + size, y: tab.y, width: tab.width - size - 11 * scale, height: tab.height - 3 * scale }
  const due = folder.dueOn === null ? '' : dayInside(folder.dueOn, year)
  const text = inkOn(palette.outCard, palette.paperInk, palette.paper)
  printLabel(drawn, box, { name: folder.shortName, digits: due, ink: text, isDigitsFirst: true }, scale)
}

/** Outline of an out-card's tab: lower and straighter than a folder's, its corners cut. Answers the box it fills. */
export function ticket(pen: Pen, { tab, size }: Standing, grow = 0): Box {
  const drop = (OUT_CARD_DROP + 2) * size
  const box: Box = { x: tab.x + 3 * size - grow, y: tab.y + drop - grow, width: tab.width - 6 * size + grow * 2, height: tab.height + grow }
  const cut = 6 * size
  pen.beginPath()
  pen.moveTo(box.x, box.y + box.height)
  pen.lineTo(box.x, box.y + cut)
  pen.lineTo(box.x + cut, box.y)
  pen.lineTo(box.x + box.width - cut, box.y)
  pen.lineTo(box.x + box.width, box.y + cut)
  pen.lineTo(box.x + box.width, box.y + box.height)
  return box
}

/** The tab of a folder that was looked for and not found: dashed, dark, with no folder under it. */
export function drawMissingTab(drawn: Drawn, standing: Standing, folder: Folder): void {
  const { pen, palette, words } = drawn
  const { tab, size: scale } = standing
  trapezium(pen, tab, scale)
  pen.fillStyle = palette.slot
  pen.fill()
  pen.save()
  pen.setLineDash([3.5 * scale, 2.5 * scale])
  pen.strokeStyle = palette.manilaLip
  pen.lineWidth = 1.2
  pen.stroke()
  pen.restore()
  const size = Math.max(17, 18 * scale)
  drawMark(pen, palette, 'missing', words.mark.missing, tab.x + 11 * scale + size / 2, tab.y + tab.height / 2, size)
  const box: Box = { x: tab.x + 14 * scale + size, y: tab.y, width: tab.width - size - 22 * scale, height: tab.height }
  printLabel(drawn, box, { name: folder.shortName, digits: lastDigits(folder.number), ink: palette.insert }, scale)
}

/** The tab of a folder the reader may not know: blank. */
export function drawHiddenTab({ pen, palette }: Drawn, { tab, size: scale }: Standing): void {
  castShadow(pen, tab, scale)
  trapezium(pen, tab, scale)
  pen.fillStyle = palette.manila3
  pen.fill()
  pen.strokeStyle = palette.manilaEdge
  pen.lineWidth = 0.8
  pen.stroke()
}

type Label = {
  readonly name: string
  readonly digits: string
  readonly ink: string
  readonly mark?: Mark | null
  readonly isBold?: boolean
  /** The digits are what matters: the name gives way to them, down to about two characters. */
  readonly isDigitsFirst?: boolean
}

/** Name, then digits if there is room for both; otherwise the name alone. */
function printLabel({ pen, palette, words }: Drawn, box: Box, { name, digits, ink, mark = null, isBold = false, isDigitsFirst = false }: Label, scale: number): void {
  const size = mark ? Math.max(15, 16.5 * scale) : 0
  const room = box.width - 9 * scale - (mark ? size + 2 * scale : 0)
  const left = box.x + 5 * scale
  const baseline = box.y + box.height / 2 + 4.6 * scale
  const type = typeSize(12.5 * scale, 11)
  const nameFont = `${isBold ? 700 : 500} ${type}px ${palette.fontUi}`
  const digitFont = `400 ${typeSize(11 * scale, 10)}px ${palette.fontUi}`
  pen.font = digitFont
  const digitsWidth = digits === '' ? 0 : widthOf(pen, digits) + 4 * scale
  pen.font = nameFont
  const isBoth = digitsWidth > 0 && (widthOf(pen, name) + digitsWidth <= room || (isDigitsFirst && room - digitsWidth > type * 2.6))
  const shown = fitted(pen, name, isBoth ? room - digitsWidth : room)
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = ink
  pen.fillText(shown, left, baseline)
  if (isBoth) {
    const from = left + widthOf(pen, shown) + 4 * scale
    pen.font = digitFont
    pen.save()
    pen.globalAlpha *= 0.8
    pen.fillText(digits, from, baseline)
    pen.restore()
  }
  if (mark) drawMark(pen, palette, mark, words.mark[mark], box.x + box.width - size / 2 - 1, box.y + box.height / 2, size)
}

/** Outline of a tab: slanted sides, rounded shoulders, a small flare where it meets the folder. */
export function trapezium(pen: Pen, { x, y, width, height }: Box, scale: number, grow = 0): void {
  const slant = 7 * scale
  const round = 4.5 * scale
  const left = x - grow
  const right = x + width + grow
  const top = y - grow
  const bottom = y + height + 0.5
  pen.beginPath()
  pen.moveTo(left - 2 * scale, bottom)
  pen.lineTo(left + slant - round * 0.35, top + round)
  pen.quadraticCurveTo(left + slant, top, left + slant + round, top)
  pen.lineTo(right - slant - round, top)
  pen.quadraticCurveTo(right - slant, top, right - slant + round * 0.35, top + round)
  pen.lineTo(right + 2 * scale, bottom)
  pen.closePath()
}

function castShadow(pen: Pen, tab: Box, scale: number): void {
  pen.save()
  pen.globalAlpha *= 0.16
  pen.fillStyle = '#000000'
  trapezium(pen, { x: tab.x + 1.5 * scale, y: tab.y - 1.2 * scale, width: tab.width, height: tab.height }, scale)
  pen.fill()
  pen.restore()
}

/** Light on the upper edge, shade on the right side: a tab is pressed card, not a flat label. */
function bevel(pen: Pen, palette: Palette, { x, y, width, height }: Box, scale: number): void {
  pen.save()
  pen.globalAlpha *= 0.35
  pen.strokeStyle = palette.paper
  pen.lineWidth = 1
  pen.beginPath()
  pen.moveTo(x + 11 * scale, y + 0.7)
  pen.lineTo(x + width - 11 * scale, y + 0.7)
  pen.stroke()
  pen.globalAlpha *= 0.5
  pen.strokeStyle = '#000000'
  pen.beginPath()
  pen.moveTo(x + width - 5.5 * scale, y + 5 * scale)
  pen.lineTo(x + width + 1 * scale, y + height)
  pen.stroke()
  pen.restore()
}
