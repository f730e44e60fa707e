import type { Stage } from '../regulations/duties-of-office.ts'
import { STAGES } from '../regulations/duties-of-office.ts'
import type { Reached } from './deadlines.ts'

/** A destroyed folder has been where it was before. */
export type Step = { readonly stage: Stage | 'destroyed'; readonly on: string }

const rank = (stage: Step['stage']) => (stage === 'destroyed' ? STAGES.length : STAGES.indexOf(stage))

/**
 * When a folder came to each place, from the places at which somebody answered for it (readers left out), in their order.
 * What was taken back does not count: a folder that is with its department has not left it, whatever happened before, and
 * one that was sent back half-way came to the later place only when it got there again.
 */
export function reachedOf(steps: readonly Step[]): Reached {
  const now = steps.at(-1)
  const since = (least: Stage): string | null => {
    if (!now || rank(now.stage) < rank(least)) return null
    let day: string | null = null
    for (let index = steps.length - 1; index >= 0 && rank(steps[index]!.stage) >= rank(least); index--) day = steps[index]!.on
    return day
  }
  /** Of a place that some ways pass by: only if the folder was really there. */
  const at = (place: Stage): string | null => {
    const from = since(place)
    const way = steps.slice(steps.findLastIndex(({ stage }) => rank(stage) < rank(place)) + 1)
    return from === null ? null : way.find(({ stage }) => stage === place)?.on ?? null
  }
  return { leftDepartment: since('administrator'), administrator: at('administrator'), office: at('office'), archiveRoom: since('archiveRoom') }
}
