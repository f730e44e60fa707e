import type { Sheet } from '../../src/shared/rules/statements/form.ts'
import { figuresOf, type StatementLine } from '../../src/shared/rules/statements/forms.ts'
import type { StatementSet } from '../../src/shared/rules/statements/check.ts'

/** `[line, current, prior]` in yuan. */
type Row = readonly [line: number, current: number | null, prior: number | null]
const sheet = (name: Sheet, rows: readonly Row[]): StatementLine[] =>
  rows.map(([line, current, prior]) => ({ sheet: name, line, current: current === null ? null : current * 100, prior: prior === null ? null : prior * 100 }))

/** A small company worked out by hand: profit 90, of which 10 paid out; cash 80 → 120. */
export const SMALL_LINES: readonly StatementLine[] = [
  ...sheet('balance', [
    [1, 120, 80], [4, 300, 260], [5, 20, 15], [8, 10, 12], [9, 250, 230], [10, 100, 90], [12, 150, 140], [15, 700, 597],
    [18, 500, 480], [19, 150, 120], [20, 350, 360], [25, 50, 55], [29, 400, 415], [30, 1100, 1012],
    [31, 200, 220], [33, 250, 240], [34, 30, 20], [35, 15, 12], [36, 25, 20], [39, 30, 30], [41, 550, 542],
    [42, 100, 100], [46, 100, 100], [47, 650, 642], [48, 300, 300], [49, 10, 10], [50, 20, 10], [51, 120, 50], [52, 450, 370], [53, 1100, 1012],
  ]),
  ...sheet('income', [
    [1, 1500, 1300], [2, 1150, 1010], [3, 10, 9], [11, 80, 75], [14, 120, 110], [18, 20, 22], [19, 18, 20], [21, 120, 74],
    [22, 5, 3], [24, 5, 2], [30, 120, 75], [31, 30, 19], [32, 90, 56],
  ]),
  ...sheet('cash', [
    [1, 1650, 1400], [2, 5, null], [3, 1200, 1080], [4, 180, 160], [5, 95, 80], [6, 70, 50], [7, 110, 30], [12, 20, 15], [13, -20, -15],
    [14, 180, 30], [16, 200, null], [17, 20, 20], [18, 10, null], [19, -50, 10], [20, 40, 25], [21, 80, 55], [22, 120, 80],
  ]),
]

/** A company under the general standards, worked out by hand: profit 300, of which 100 paid out; cash 500 → 640. */
export const GENERAL_LINES: readonly StatementLine[] = [
  ...sheet('balance', [
    [1, 640, 500], [4, 120, 100], [5, 900, 800], [6, 40, null], [7, 60, 50], [8, 30, 25], [9, 710, 675], [10, 50, null], [13, 10, 10], [14, 2560, 2160],
    [18, 200, 200], [22, 1500, 1560], [23, 80, 20], [26, 60, 70], [27, 190, 200], [30, 10, 10], [31, 25, 20], [33, 2065, 2080], [34, 4625, 4240],
    [35, 700, 750], [38, 100, 80], [39, 620, 540], [41, 110, 90], [42, 60, 55], [43, 45, 40], [44, 50, 45], [46, 80, 40], [48, 1765, 1640],
    [49, 500, 460], [53, 50, 60], [56, 30, 0], [59, 580, 520], [60, 2345, 2160],
    [61, 1000, 1000], [65, 200, 200], [66, 20, 20], [67, 5, 5], [68, 15, 15], [69, 130, 100], [70, 950, 780], [71, 2280, 2080], [72, 4625, 4240],
  ]),
  ...sheet('income', [
    [1, 5000, 4600], [2, 3900, 3620], [3, 40, 36], [4, 210, 190], [5, 260, 240], [6, 150, 120], [7, 70, 80], [8, 66, 75], [9, 5, 4],
    [10, 20, 10], [11, 15, 12], [12, 15, 12], [16, -12, -8], [17, -10, -6], [18, 2, 0], [19, 385, 322], [20, 8, 5], [21, 3, 7], [22, 390, 320],
    [23, 90, 75], [24, 300, 245], [25, 300, 245],
  ]),
  ...sheet('cash', [
    [1, 5400, 5000], [2, 20, 15], [3, 40, 30], [4, 5460, 5045], [5, 4200, 3980], [6, 460, 430], [7, 230, 210], [8, 180, 160], [9, 5070, 4780], [10, 390, 265],
    [13, 10, 5], [16, 10, 5], [17, 170, 150], [21, 170, 150], [22, -160, -145],
    [24, 650, 700], [26, 650, 700], [27, 560, 620], [28, 170, 140], [29, 10, 10], [30, 740, 770], [31, -90, -70], [33, 140, 50], [34, 500, 450], [35, 640, 500],
  ]),
]

export const setOf = (format: StatementSet['format'], lines: readonly StatementLine[]): StatementSet => ({ format, unit: 'yuan', figures: figuresOf(lines) })
export const small = setOf('small', SMALL_LINES)
export const general = setOf('general', GENERAL_LINES)

/** The same lines with one amount another. */
export function withAmount(lines: readonly StatementLine[], place: { sheet: Sheet; line: number; column: 'current' | 'prior' }, fen: number | null): StatementLine[] {
  const is = (line: StatementLine) => line.sheet === place.sheet && line.line === place.line
  const changed = { ...(lines.find(is) ?? { sheet: place.sheet, line: place.line, current: null, prior: null }), [place.column]: fen }
  return [...lines.filter((line) => !is(line)), changed]
}
