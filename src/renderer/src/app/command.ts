import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { call } from './bridge.ts'

// What the room does shows everywhere: in the cabinet, in lists, on slips, on the first page.
const TOUCHED = /^(disposal|holds|stocktakes|incidents|shelving|cabinet|dossiers?|lookups|home|audit)\b/

/** Runs a command of the archive room and has everything that it may have changed read again. Refusals reach the caller. */
export function useRoomCommand(): <Name extends MethodName>(method: Name, input: Input<Name>) => Promise<Output<Name>> {
  const queryClient = useQueryClient()
  return useCallback(async (method, input) => {
    const value = await call(method, input)
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.test(String(queryKey[0])) })
    return value
  }, [queryClient])
}
