import { TEST_PASSWORD } from '../builders/archive.ts'
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

export type Case = { id: number; number: string }
export const GROUP = ['creditadministrator', 'salesdirector'] as const
export const SPOT = (login: string) => ({ login, password: TEST_PASSWORD })

/** A list opened by the first archivist, appraised by credit administrator (who leads) and sales director. */
export async function openCase(desk: Desk, dossierIds: number[]): Promise<Case> {
  return await desk.callAs('archivist', 'disposal.open', { dossierIds, group: GROUP.map((login) => desk.people[login]) })
}

export async function appraise(desk: Desk, { id }: Case, dossierIds: number[]): Promise<void> {
  for (const login of GROUP) {
    await desk.callAs(login, 'disposal.opine', { id, opinions: dossierIds.map((dossierId) => ({ dossierId, opinion: 'destroy', reason: '期满，无保存价值' })) })
  }
  await desk.callAs('creditadministrator', 'disposal.submit', { id })
}

export async function approve(desk: Desk, { id }: Case): Promise<void> {
  await desk.callAs('officedirector', 'disposal.approve', { id, decision: 'agreed' })
  await desk.callAs('generalmanager', 'disposal.approve', { id, decision: 'agreed' })
}

/** Checked by the second archivist, who carries it out; watched by the sales director and a clerk. */
export async function watch(desk: Desk, { id }: Case, dossierIds: number[]): Promise<void> {
  await desk.callAs('archivist2', 'disposal.check', { id, dossierIds })
  await desk.callAs('archivist2', 'disposal.supervise', { id, onTheSpot: SPOT('salesdirector') })
  await desk.callAs('archivist2', 'disposal.supervise', { id, onTheSpot: SPOT('departmentclerk') })
}

export const carryOut = (desk: Desk, { id }: Case) => desk.callAs('archivist2', 'disposal.carryOut', { id, manner: '粉碎', place: '后院' })

export async function destroyAll(desk: Desk, dossierIds: number[]): Promise<Case> {
  const one = await openCase(desk, dossierIds)
  await appraise(desk, one, dossierIds)
  await approve(desk, one)
  await watch(desk, one, dossierIds)
  await carryOut(desk, one)
  return one
}
