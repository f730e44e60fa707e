import type { Box, Folder, Standing } from '../geometry/index.ts'
import { barsOf } from './barcode.ts'
import { line } from './body.ts'
import { fitted, widthOf } from './lettering.ts'
import { inkOn, type Palette } from './palette.ts'
import type { DrawnWords, Pen } from './scene.ts'

type Cover = {
  readonly pen: Pen; readonly palette: Palette; readonly words: DrawnWords; readonly ratio: number
  readonly folder: Folder; readonly standing: Standing
  /** Down to the folder before it, px. */
  readonly height: number
  /** 0 shut, 1 open: the print comes out of the shade. */
  readonly openness: number
}

/** The printed cover of the folder that is looked at: kind, company, number, retention, level, and its barcode. */
export function drawCover(cover: Cover): void {
  const { pen, palette, folder, standing, height, openness } = cover
  const { left, right, y, size: scale } = standing
  pen.fillStyle = palette.cover
  pen.beginPath()
  pen.roundRect(left, y, right - left, height, [3 * scale, 3 * scale, 0, 0])
  pen.fill()
  const shade = pen.createLinearGradient(0, y, 0, y + height)
  shade.addColorStop(0, `${palette.manilaLip}cc`)
  shade.addColorStop(0.12, `${palette.manilaLip}00`)
  shade.addColorStop(0.7, `${palette.manilaEdge}00`)
  shade.addColorStop(1, `${palette.manilaEdge}aa`)
  pen.fillStyle = shade
  pen.fill()
  pen.save()
  pen.globalAlpha = openness * openness
  const box = { x: left + 18 * scale, y: y + 12 * scale, width: 118 * scale, height: 42 * scale }
  printKind(cover, box)
  const from = box.x + box.width + 18 * scale
  const barcode = printBarcode(cover, right - 18 * scale, y + 31 * scale)
  printTitle(cover, from, right - 18 * scale, y + 27 * scale)
  const facts = [cover.words.retention(folder.retentionYears), cover.words.levelLabel(cover.words.level[folder.level])]
  printFacts(cover, [cover.words.number(folder.number), ...facts], facts, from, barcode - 20 * scale, y + 48 * scale)
  pen.restore()
}

/**
 * What stands in the opening for a folder that is not there: the out-card with its day, or, for one that was looked for
 * and not found, an empty outline. No barcode: there is nothing here to scan.
 */
export function drawAbsent(cover: Cover, ink: string): void {
  const { pen, palette, words, folder, standing, height, openness } = cover
  const { left, right, y, size: scale } = standing
  const isMissing = folder.state === 'missing'
  const inset = (isMissing ? 40 : 26) * scale
  const box = { x: left + inset, y: y + 5 * scale, width: right - left - inset * 2, height: Math.max(height - 5 * scale, 8) }
  pen.save()
  if (!isMissing) {
    pen.fillStyle = palette.outCard
    pen.fillRect(box.x, box.y, box.width, box.height)
  }
  pen.globalAlpha = openness * openness
  pen.setLineDash([5 * scale, 3.5 * scale])
  pen.strokeStyle = isMissing ? palette.manilaLip : ink
  pen.lineWidth = 1.2
  pen.strokeRect(box.x + 6 * scale, box.y + 6 * scale, box.width - 12 * scale, box.height + 20)
  pen.setLineDash([])
  const text = isMissing ? palette.insert : inkOn(palette.outCard, palette.paperInk, palette.paper)
  const from = box.x + 24 * scale
  pen.fillStyle = text
  pen.textAlign = 'left'
  pen.font = `700 ${Math.round(17 * scale)}px ${palette.fontSerif}`
  pen.fillText(fitted(pen, folder.partyName, box.width - 48 * scale), from, y + 31 * scale)
  pen.font = `400 ${Math.max(11, 12.5 * scale)}px ${palette.fontSerif}`
  const due = folder.dueOn ?? ''
  const status = isMissing ? words.missing : folder.state === 'overdue' ? words.overdueSince(due) : words.lentUntil(due)
  const facts = isMissing ? [status, words.number(folder.number)] : [words.outCard, status, words.number(folder.number)]
  let x = from
  for (const fact of facts) {
    pen.fillText(fitted(pen, fact, box.x + box.width - 18 * scale - x), x, y + 51 * scale)
    x += widthOf(pen, fact) + 22 * scale
  }
  pen.restore()
}

function printKind({ pen, palette, words, folder, standing: { size: scale } }: Cover, box: Box): void {
  pen.strokeStyle = palette.paperRule
  pen.lineWidth = 1
  pen.strokeRect(Math.round(box.x) + 0.5, Math.round(box.y) + 0.5, Math.round(box.width), Math.round(box.height))
  line(pen, palette.paperRule, 0.8, box.x + 8 * scale, box.x + box.width - 8 * scale, Math.round(box.y + box.height * 0.52) + 0.5, 1)
  pen.fillStyle = palette.paperInk
  pen.textAlign = 'center'
  pen.font = `400 ${Math.max(11, 13 * scale)}px ${palette.fontSerif}`
  pen.letterSpacing = '1px'
  pen.fillText(fitted(pen, words.kind[folder.kind], box.width - 8), box.x + box.width / 2, box.y + box.height * 0.36)
  pen.letterSpacing = '0px'
  pen.font = `400 ${Math.max(10, 11.5 * scale)}px ${palette.fontSerif}`
  pen.fillText(fitted(pen, `${folder.year} · ${folder.departmentName}`, box.width - 10), box.x + box.width / 2, box.y + box.height * 0.86)
}

/** The whole name, smaller when it is long; cut off only below 13 px. */
function printTitle({ pen, palette, folder, standing: { size: scale } }: Cover, from: number, to: number, baseline: number): void {
  pen.textAlign = 'left'
  pen.fillStyle = palette.paperInk
  let size = Math.round(20 * scale)
  pen.font = `700 ${size}px ${palette.fontSerif}`
  while (size > 13 && widthOf(pen, folder.partyName) > to - from) {
    size -= 1
    pen.font = `700 ${size}px ${palette.fontSerif}`
  }
  pen.fillText(fitted(pen, folder.partyName, to - from), from, baseline)
}

/** In a narrow drawer the number stands under the bars alone. */
function printFacts({ pen, palette, standing: { size: scale } }: Cover, all: string[], fewer: string[], from: number, to: number, baseline: number): void {
  pen.font = `400 ${Math.max(11, 12.5 * scale)}px ${palette.fontSerif}`
  pen.fillStyle = palette.paperInk
  const gap = 22 * scale
  const extent = (texts: string[]) => texts.reduce((sum, text) => sum + widthOf(pen, text) + gap, -gap)
  let x = from
  for (const text of extent(all) <= to - from ? all : fewer) {
    pen.fillText(fitted(pen, text, to - x), x, baseline)
    x += widthOf(pen, text) + gap
  }
}

/** Bars on whole device pixels, so that a scanner held to the screen can read them. Answers where they begin. */
function printBarcode({ pen, palette, ratio, folder, standing: { size: scale } }: Cover, right: number, top: number): number {
  const symbol = barsOf(folder.number)
  if (!symbol) return right
  const module = Math.max(1, Math.round(ratio * 0.9)) / ratio
  const snap = (value: number) => Math.round(value * ratio) / ratio
  const left = snap(right - symbol.modules * module)
  const y = snap(top)
  const height = snap(21 * scale)
  pen.fillStyle = palette.paperInk
  for (const [start, width] of symbol.bars) pen.fillRect(left + start * module, y, width * module, height)
  pen.font = `400 ${Math.max(10, 10.5 * scale)}px ${palette.fontUi}`
  pen.letterSpacing = '1px'
  pen.textAlign = 'center'
  pen.fillText(folder.number, left + (symbol.modules * module) / 2, y + height + 11.5 * scale)
  pen.letterSpacing = '0px'
  return left
}
