import { bringGradesUp, gradesBehind } from '../ratings/standing.ts'
import type { Archive } from './archive.ts'

const broughtUp = new WeakMap<Archive, string>()

/**
 * What is kept of the day alone is brought up by the first call of each day, as an archive's opening does: a workstation
 * stays on for weeks.
 */
export async function turnDay(archive: Archive, today: string): Promise<void> {
  if (broughtUp.get(archive) === today) return
  if (gradesBehind(archive.store, today).length > 0) await archive.writeLock.run(() => bringGradesUp(archive.store, archive.clock.now()))
  broughtUp.set(archive, today)
}
