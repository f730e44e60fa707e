import { leafedDepth, placeOfSlot, scaleAt, standingOf, visibleRange, xAt, yAt, type Standing } from '../geometry/index.ts'
import { drawBody, drawGap, drawOutCardBody, line } from './body.ts'
import { drawAbsent, drawCover } from './cover.ts'
import type { Palette } from './palette.ts'
import type { Pen, Placed, Scene } from './scene.ts'
import { drawHiddenTab, drawMissingTab, drawOutCard, drawTab, ticket, trapezium } from './tab.ts'

/** Draws the visible folders of a drawer, back to front, onto a cleared canvas. The cost follows what is seen. */
export function drawDrawer(pen: Pen, scene: Scene): void {
  const { stage, items, view, spread } = scene
  if (scene.isLoading) return drawWaiting(pen, scene)
  const [first, last] = visibleRange(stage, view, spread, items.length)
  const placed: Placed[] = []
  for (let index = first; index <= last; index += 1) {
    const item = items[index]
    if (item) placed.push({ index, item, standing: standingOf(stage, view, spread, index) })
  }
  pen.save()
  pen.beginPath()
  pen.rect(0, stage.slot.y + 2, stage.width, stage.front.y - stage.slot.y)
  pen.clip()
  drawFollower(pen, scene)
  const runs = spread?.runs ?? []
  let next = runs.length - 1
  const drawRunsBehind = (slot: number) => {
    for (let free = runs[next]; free && free.run.first > slot; free = runs[next]) {
      drawFreeRun(pen, scene, free)
      next -= 1
    }
  }
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const here = placed[at]
    if (!here) continue
    drawRunsBehind(here.item.slot)
    drawPlaced(pen, scene, here, placed[at - 1]?.standing ?? null)
  }
  drawRunsBehind(0)
  drawShade(pen, scene)
  pen.restore()
  drawSlotFlags(pen, scene)
  drawLetters(pen, scene, placed)
}

function drawPlaced(pen: Pen, scene: Scene, { index, item, standing }: Placed, before: Standing | null): void {
  const { palette, stage, view } = scene
  const { folder } = item
  const height = Math.min((before?.y ?? stage.front.y + 8) - standing.y, 400) + 8
  const visible = { standing, height: Math.max(height, 12) }
  if (index === scene.carried) return drawCarriedPlace(pen, palette, standing, visible.height)
  const drawn = { pen, palette, words: scene.words, year: scene.year }
  const openness = Math.max(0, 1 - Math.abs(index - view.opened)) * (1 - view.spreading)
  const isLooked = openness > 0.5
  const cover = folder && { pen, palette, words: scene.words, ratio: scene.ratio, folder, standing, height: visible.height, openness }
  if (folder === null || cover === null) {
    drawBody(pen, palette, visible, index)
    return drawHiddenTab(drawn, standing)
  }
  if (folder.state === 'missing') {
    drawGap(pen, palette, standing, visible.height)
    if (openness > 0) drawAbsent(cover, palette.manilaLip)
    drawMissingTab(drawn, standing, folder)
  } else if (folder.state === 'lent' || folder.state === 'overdue') {
    const ink = folder.state === 'overdue' ? palette.seal : palette.pri
    drawOutCardBody(pen, palette, visible, ink)
    if (openness > 0) drawAbsent(cover, ink)
    drawOutCard(drawn, standing, folder, ink)
  } else {
    drawBody(pen, palette, visible, index)
    if (openness > 0) drawCover(cover)
    drawTab(drawn, standing, folder, isLooked)
  }
  const isAbsent = folder.state === 'lent' || folder.state === 'overdue'
  if (isLooked) outlineLooked(pen, scene, standing, isAbsent)
  else if (index === scene.hovered) outline(pen, palette.pri, 1.2, standing, isAbsent)
}

/** What is looked at carries the accent; stronger while the drawer has the keyboard. */
function outlineLooked(pen: Pen, { palette, isFocused }: Scene, standing: Standing, isOutCard: boolean): void {
  if (!isOutCard) line(pen, palette.pri, 1, standing.left + 2, standing.right - 2, standing.y, 1.4)
  outline(pen, palette.pri, isFocused ? 2.4 : 1.6, standing, isOutCard)
}

function outline(pen: Pen, colour: string, width: number, standing: Standing, isOutCard: boolean): void {
  pen.strokeStyle = colour
  pen.lineWidth = width
  if (isOutCard) ticket(pen, standing, 1.5)
  else trapezium(pen, standing.tab, standing.size, 1.5)
  pen.stroke()
}

/** The place a carried folder was taken from. */
function drawCarriedPlace(pen: Pen, palette: Palette, standing: Standing, height: number): void {
  drawGap(pen, palette, standing, height)
  pen.save()
  pen.setLineDash([4, 3])
  outline(pen, palette.pri, 1.2, standing, false)
  pen.restore()
}

/** The plate that keeps folders upright, behind the last one: it says how much room is left. */
function drawFollower(pen: Pen, { stage, items, view, palette, words, capacity }: Scene): void {
  const { camera, unit } = stage
  const z = leafedDepth(stage, items.length + 1, view.opened) - view.scroll
  if (z > camera.units + 2 || items.length === 0) return
  const size = scaleAt(camera, z) * unit
  const left = xAt(camera, -stage.railInner * 0.985, z)
  const right = xAt(camera, stage.railInner * 0.985, z)
  const top = yAt(camera, z) - 34 * size
  pen.save()
  pen.globalAlpha = 1 - view.spreading
  const shade = pen.createLinearGradient(0, top, 0, top + 52 * size)
  shade.addColorStop(0, palette.steel4)
  shade.addColorStop(1, palette.steel6)
  pen.fillStyle = shade
  pen.beginPath()
  pen.roundRect(left, top, right - left, 56 * size, [5 * size, 5 * size, 0, 0])
  pen.fill()
  line(pen, palette.steel1, 0.8, left + 4, right - 4, top + 0.8, 1.2)
  const free = capacity - items.length
  if (free > 0) {
    pen.globalAlpha *= 0.85
    pen.fillStyle = palette.insert
    pen.font = `500 ${Math.max(11, 11.5 * size)}px ${palette.fontUi}`
    pen.textAlign = 'right'
    pen.textBaseline = 'alphabetic'
    pen.fillText(words.free(free), right - 16 * size, top + 15 * size)
  }
  pen.restore()
}

/** Free slots while a folder is being moved: the dark between two folders. */
function drawFreeRun(pen: Pen, { stage, view, palette }: Scene, { z, units }: { readonly z: number; readonly units: number }): void {
  const near = z - view.scroll - 0.5
  const far = near + units
  if (far < -3 || near > stage.camera.units + 6) return
  const top = yAt(stage.camera, far)
  const bottom = yAt(stage.camera, near)
  const half = stage.railInner
  pen.save()
  pen.globalAlpha = view.spreading
  pen.fillStyle = palette.slot
  pen.beginPath()
  pen.moveTo(xAt(stage.camera, -half, far), top)
  pen.lineTo(xAt(stage.camera, half, far), top)
  pen.lineTo(xAt(stage.camera, half, near), bottom)
  pen.lineTo(xAt(stage.camera, -half, near), bottom)
  pen.fill()
  pen.restore()
}

/** Flags on the right rim: the numbers of the free slots; that of the one aimed at filled, with a line across. */
function drawSlotFlags(pen: Pen, { stage, spread, view, palette, words, target }: Scene): void {
  if (!spread) return
  pen.save()
  pen.globalAlpha = view.spreading
  pen.font = `600 11px ${palette.fontUi}`
  pen.textAlign = 'center'
  for (const { run, z, units } of spread.runs) {
    const isAimed = target !== null && target >= run.first && target <= run.last
    const middle = z - 0.5 + units / 2 - view.scroll
    const place = isAimed ? placeOfSlot(stage, spread, view.scroll, target) : { z: middle, y: yAt(stage.camera, middle) }
    if (!place || place.y < stage.slot.y + 8 || place.y > stage.front.y - 4) continue
    if (isAimed) {
      pen.fillStyle = palette.pri
      pen.fillRect(xAt(stage.camera, -stage.folderHalf, place.z), place.y - 1.5, 2 * stage.folderHalf * scaleAt(stage.camera, place.z), 3)
    }
    const label = isAimed ? words.slot(target) : run.first === run.last ? String(run.first) : `${run.first}–${run.last}`
    const width = pen.measureText(label).width + 12
    const right = xAt(stage.camera, stage.railOuter, place.z) + 8
    pen.beginPath()
    pen.roundRect(right - width, place.y - 9, width, 18, 3)
    pen.fillStyle = isAimed ? palette.pri : palette.insert
    pen.fill()
    pen.strokeStyle = palette.paperPri
    pen.lineWidth = 1
    pen.stroke()
    pen.fillStyle = isAimed ? palette.priOn : palette.paperPri
    pen.fillText(label, right - width / 2, place.y + 4)
  }
  pen.restore()
}

/** The back of the drawer lies under the cabinet. */
function drawShade(pen: Pen, { stage, palette }: Scene): void {
  const top = stage.slot.y
  const bottom = yAt(stage.camera, stage.camera.units * 0.72)
  const shade = pen.createLinearGradient(0, top, 0, bottom)
  shade.addColorStop(0, `${palette.slot}d9`)
  shade.addColorStop(0.3, `${palette.slot}38`)
  shade.addColorStop(1, `${palette.slot}00`)
  pen.globalCompositeOperation = 'source-atop'
  pen.fillStyle = shade
  pen.fillRect(0, top, stage.width, bottom - top)
  pen.globalCompositeOperation = 'source-over'
}

/** Flags on the left rim where a letter begins; the letter of the foremost folder is always there. */
function drawLetters(pen: Pen, { stage, items, palette }: Scene, placed: readonly Placed[]): void {
  const seen = new Set<string>()
  let lowest = Number.POSITIVE_INFINITY
  for (const { index, item, standing } of placed) {
    const letter = item.folder?.letter
    if (letter === undefined || standing.z < -0.5 || standing.z > stage.camera.units + 0.5) continue
    const isFirst = seen.size === 0 || items[index - 1]?.folder?.letter !== letter
    if (!isFirst || seen.has(letter)) continue
    seen.add(letter)
    const y = Math.min(yAt(stage.camera, standing.z), stage.front.y - 11)
    if (lowest - y < 19) continue
    lowest = y
    const x = xAt(stage.camera, -stage.railOuter, standing.z) + 7
    pen.fillStyle = palette.pri
    pen.beginPath()
    pen.roundRect(x - 16, y - 9, 22, 18, 2)
    pen.fill()
    pen.fillStyle = palette.priOn
    pen.font = `600 12px ${palette.fontUi}`
    pen.textAlign = 'center'
    pen.textBaseline = 'alphabetic'
    pen.fillText(letter, x - 5, y + 4.4)
  }
}

/** Pale folders without names while the drawer is being read. */
function drawWaiting(pen: Pen, { stage, palette }: Scene): void {
  const view = { opened: 1000, scroll: 0, spreading: 0 }
  pen.save()
  pen.globalAlpha = 0.35
  for (let index = Math.floor(stage.camera.units); index >= 0; index -= 1) {
    const standing = standingOf(stage, view, null, index)
    drawBody(pen, palette, { standing, height: 14 }, index)
    pen.fillStyle = palette.manila3
    trapezium(pen, standing.tab, standing.size)
    pen.fill()
  }
  pen.restore()
}
