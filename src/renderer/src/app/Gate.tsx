import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { ErrorState } from '../ui/ErrorState.tsx'
import { closedDoor } from './closed-door.ts'
import { Frame } from './frame/Frame.tsx'
import { LockScreen } from './lock/LockScreen.tsx'
import { useIdleLock } from './lock/use-idle-lock.ts'
import { printRoute } from './routes.tsx'
import { archiveStateQuery, sessionQuery, type SessionPerson } from './session.tsx'
import { ChangePasswordPage } from './start/ChangePasswordPage.tsx'
import { DoorClosedPage } from './start/DoorClosedPage.tsx'
import { SignInPage } from './start/SignInPage.tsx'

const StartPage = lazy(async () => ({ default: (await import('../features/archive/index.ts')).StartPage }))

/** Which of the program's faces is shown: closed door, first run, sign-in, or the frame (behind the lock, if locked). */
export function Gate() {
  const state = useQuery(archiveStateQuery)
  const phase = state.data?.phase
  const session = useQuery({ ...sessionQuery, enabled: phase !== undefined && phase !== 'none' })
  const error = state.error ?? session.error
  if (error) {
    const closed = closedDoor(error)
    return closed ? <DoorClosedPage why={closed} /> : <ErrorState error={error} retry={() => void state.refetch().then(() => session.refetch())} />
  }
  if (!state.data || (phase !== 'none' && !session.data)) return null
  if (phase === 'none') return <Suspense><StartPage /></Suspense>
  const person = session.data?.person
  if (!person) return <SignInPage />
  return <SignedIn key={person.personId} person={person} isLocked={session.data?.isLocked ?? false} />
}

function SignedIn({ person, isLocked }: { person: SessionPerson; isLocked: boolean }) {
  // After a reload of a locked window nothing has been read yet, and nothing may be: the frame waits for the first unlocking.
  const [wasOpen, setWasOpen] = useState(!isLocked)
  if (!isLocked && !wasOpen) setWasOpen(true)
  useIdleLock(!isLocked && !person.mustChangePassword)
  if (person.mustChangePassword && !isLocked) return <ChangePasswordPage person={person} />
  return (
    <>
      {wasOpen && !person.mustChangePassword && (
        <Switch>
          <Route path={printRoute.pattern}><Suspense><printRoute.page /></Suspense></Route>
          <Route><Frame person={person} /></Route>
        </Switch>
      )}
      {isLocked && <LockScreen person={person} />}
    </>
  )
}
