import { notifications } from '@mantine/notifications'
import { call } from './bridge.ts'
import { forgetReadings, queryClient } from './query-client.ts'
import { archiveStateQuery, sessionQuery, type SessionPerson } from './session.tsx'
import { forgetUnsaved } from './unsaved.ts'

/** Somebody has signed in at this window. What was read for whoever sat here before is forgotten. */
export function sitDown(person: SessionPerson): void {
  const before = queryClient.getQueryData(sessionQuery.queryKey)?.person
  if (before?.personId !== person.personId) {
    forgetReadings()
    notifications.clean()
  }
  queryClient.setQueryData(sessionQuery.queryKey, { person, isLocked: false })
  void queryClient.invalidateQueries({ queryKey: archiveStateQuery.queryKey })
  // What was refused while the screen was locked is read again.
  void queryClient.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
}

/** Signs out and forgets what was read, and what was typed and not saved. */
export async function standUp(): Promise<void> {
  const before = queryClient.getQueryData(sessionQuery.queryKey)?.person
  await call('session.signOut', {})
  queryClient.setQueryData(sessionQuery.queryKey, { person: null, isLocked: false })
  forgetReadings()
  try {
    await queryClient.invalidateQueries({ queryKey: archiveStateQuery.queryKey })
  } finally {
    // Only now the pages that keep what is typed are gone.
    if (before) forgetUnsaved(before.personId)
  }
}

/** Reads anew what the door and the session are, after the archive itself was made, restored or changed. */
export async function lookAgain(): Promise<void> {
  forgetReadings()
  forgetUnsaved()
  await queryClient.invalidateQueries({ queryKey: archiveStateQuery.queryKey })
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
}
