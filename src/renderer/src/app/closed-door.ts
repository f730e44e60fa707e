import { CallError } from './bridge.ts'

/** Whether the door itself turned this browser away, before the archive was asked anything. */
export function closedDoor(error: unknown): 'unreachable' | 'refused' | null {
  if (!(error instanceof CallError)) return null
  if (error.details['unreachable'] === true) return 'unreachable'
  const { status } = error.details
  if (status === 401 || status === 403) return 'refused'
  return error.code === 'forbidden' || error.code === 'not-signed-in' ? 'refused' : null
}
