import { queryOptions, useQuery } from '@tanstack/react-query'
import { contract, type MethodName, type Output } from '../../../shared/contract/index.ts'
import type { Role } from '../../../shared/roles.ts'
import { call } from './bridge.ts'

export type SessionPerson = Output<'session.signIn'>

/** Who is signed in at this window, and whether the screen is locked. */
export const sessionQuery = queryOptions({ queryKey: ['session.current'], queryFn: () => call('session.current', {}) })

/** The archive as the door sees it before anybody has signed in. */
export const archiveStateQuery = queryOptions({ queryKey: ['archive.state'], queryFn: () => call('archive.state', {}) })

/** What the status line says: company, regulation, audit head, last backup, today. */
export const statusQuery = queryOptions({ queryKey: ['archive.status'], queryFn: () => call('archive.status', {}) })

/** What waits for this person, in all his roles or in one, at most so many lines. */
export const overviewOf = (role: Role | null, most: number) =>
  queryOptions({ queryKey: ['home.overview', role, most], queryFn: () => call('home.overview', { role, most }) })
/** Lines that the first page asks for to begin with. */
export const FIRST_LINES = 200
/** The same in all roles: the first page shows it whole, the frame its number. */
export const overviewQuery = overviewOf(null, FIRST_LINES)

/** The signed-in person; null before sign-in. */
export const useSession = (): SessionPerson | null => useQuery(sessionQuery).data?.person ?? null

/** Whether a person with these roles may call the method, by the contract alone (the case itself may still refuse). */
export function mayCall(roles: readonly Role[], method: MethodName): boolean {
  const { who } = contract[method]
  return who === 'anyone' || who === 'member' || who.some((role) => roles.includes(role))
}

/** Whether the signed-in person's roles allow the method: what is not allowed is not offered. */
export function useMay(): (method: MethodName) => boolean {
  const roles = useSession()?.roles ?? []
  return (method) => mayCall(roles, method)
}
