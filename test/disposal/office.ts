import type { Desk } from '../dossiers/desk.ts'

const drawersOf = new WeakMap<Desk, number[]>()

/** A drawer with room, in a room of its own for old folders. */
async function oldDrawers(desk: Desk): Promise<number[]> {
  const known = drawersOf.get(desk)
  if (known) return known
  const { drawers } = await desk.furnish({ room: '老库', code: '90', drawers: 8 })
  drawersOf.set(desk, drawers)
  return drawers
}

export type OldDossier = { id: number; number: string; partyId: number; drawerId: number }

/** A credit dossier of 2014 on its shelf, whose ten years ended with 2024: nothing stands in the way of its destruction. */
export async function openOldDossier(desk: Desk, name: string, openedOn = '2014-05-06'): Promise<OldDossier> {
  const opened = await desk.open('salesperson', name, { openedOn })
  const drawers = await oldDrawers(desk)
  const drawerId = drawers[opened.id % drawers.length]!
  await desk.callAs('archivist', 'cabinet.place', { dossierId: opened.id, drawerId })
  return { ...opened, drawerId }
}
