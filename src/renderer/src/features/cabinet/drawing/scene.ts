import type { Item, Spread, Stage, Standing, View } from '../geometry/index.ts'
import type { Palette } from './palette.ts'

/** The words that are drawn. Everything else on a folder is its own name and number. */
export type DrawnWords = {
  readonly none: string
  readonly mark: Readonly<Record<'lent' | 'overdue' | 'moving' | 'missing' | 'unshelved', string>>
  readonly kind: Readonly<Record<'credit' | 'contract', string>>
  readonly number: (number: string) => string
  readonly retention: (years: number | null) => string
  readonly level: Readonly<Record<'public' | 'internal' | 'secret' | 'confidential', string>>
  readonly levelLabel: (level: string) => string
  readonly slot: (slot: number) => string
  /** On the plate behind the last folder. */
  readonly free: (count: number) => string
  /** On the card that stands for a folder that is out or missing. */
  readonly outCard: string
  readonly lentUntil: (day: string) => string
  readonly overdueSince: (day: string) => string
  readonly missing: string
}

/** Everything that decides how the folders of a drawer look at one moment. */
export type Scene = {
  readonly stage: Stage
  readonly items: readonly Item[]
  readonly view: View
  readonly spread: Spread | null
  readonly palette: Palette
  readonly words: DrawnWords
  /** This year, so that days inside it are shown without it. */
  readonly year: string
  /** Slots in all. */
  readonly capacity: number
  /** Device pixels to one px. */
  readonly ratio: number
  readonly isFocused: boolean
  /** Tab under the pointer. */
  readonly hovered: number | null
  /** The folder that is being carried: its place is drawn as an outline. */
  readonly carried: number | null
  /** The free slot aimed at. */
  readonly target: number | null
  /** No bodies yet: pale tabs while the folders are being read. */
  readonly isLoading: boolean
}

export type Pen = CanvasRenderingContext2D
export type Placed = { readonly index: number; readonly item: Item; readonly standing: Standing }
