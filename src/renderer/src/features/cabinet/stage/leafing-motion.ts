import type { View } from '../geometry/index.ts'

/** How long a drawer takes to go from one state to another, ms. */
export const LEAFING_TIME = 160

const easeOut = (share: number): number => 1 - (1 - share) ** 3

/** The view `passed` ms after it set out. Before the start it is where it was, after the time exactly where it goes. */
export function viewBetween(from: View, to: View, passed: number): View {
  if (passed >= LEAFING_TIME) return to
  const eased = easeOut(Math.max(passed, 0) / LEAFING_TIME)
  const between = (one: number, other: number) => one + (other - one) * eased
  return {
    opened: between(from.opened, to.opened), scroll: between(from.scroll, to.scroll), spreading: between(from.spreading, to.spreading),
  }
}

/** Carries a drawer's view to where it should be and has it drawn: at most once a frame, and not at all while it rests. */
export class LeafingMotion {
  #from: View
  #to: View
  #now: View
  #startedAt = Number.NEGATIVE_INFINITY
  #request: number | null = null
  readonly #draw: (view: View) => void

  constructor(view: View, draw: (view: View) => void) {
    this.#from = view
    this.#to = view
    this.#now = view
    this.#draw = draw
  }

  /** Sets out for a view; `atOnce` is there with the next drawing. */
  go(view: View, atOnce: boolean): void {
    this.#from = atOnce ? view : this.#now
    this.#to = view
    this.#startedAt = atOnce ? Number.NEGATIVE_INFINITY : performance.now()
    this.ask()
  }

  /** Draws once more where it stands: something else has changed. */
  ask(): void {
    this.#request ??= requestAnimationFrame((time) => {
      this.#request = null
      this.#now = viewBetween(this.#from, this.#to, time - this.#startedAt)
      this.#draw(this.#now)
      if (this.#now !== this.#to) this.ask()
    })
  }

  stop(): void {
    if (this.#request !== null) cancelAnimationFrame(this.#request)
    this.#request = null
  }
}
