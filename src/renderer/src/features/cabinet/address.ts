import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useLocation, useSearch } from 'wouter'
import { paths } from '../../app/paths.ts'

/** Where one stands in the cabinet: in the query of the address, so that a reload and the back button keep it. */
export type Address = {
  readonly room: number | null
  readonly drawer: number | null
  readonly folder: number | null
  readonly view: 'cabinet' | 'list'
}

const idOf = (value: string | null): number | null => (value !== null && /^[1-9]\d{0,14}$/u.test(value) ? Number(value) : null)

/** Reads an address; what is not a number of ours is left out. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  return {
    room: idOf(query.get('room')), drawer: idOf(query.get('drawer')), folder: idOf(query.get('folder')),
    view: query.get('view') === 'list' ? 'list' : 'cabinet',
  }
}

/** Writes an address as a path with its query. */
export function writeAddress({ room, drawer, folder, view }: Address): string {
  const query = new URLSearchParams()
  if (room !== null) query.set('room', String(room))
  if (drawer !== null) query.set('drawer', String(drawer))
  if (folder !== null) query.set('folder', String(folder))
  if (view === 'list') query.set('view', view)
  return query.size === 0 ? paths.cabinet : `${paths.cabinet}?${query.toString()}`
}

export type Go = (change: Partial<Address>, how?: { replace?: boolean }) => void

/** The address and how to change part of it. */
export function useAddress(): [Address, Go] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const address = useMemo(() => readAddress(search), [search])
  // Where one stands now, not when `go` was handed on: a message with its undo is still there after the drawer has changed.
  const now = useRef(address)
  useLayoutEffect(() => { now.current = address })
  const go = useCallback<Go>(
    (change, how) => {
      const next = writeAddress({ ...now.current, ...change })
      if (next !== writeAddress(now.current)) navigate(next, how)
    },
    [navigate],
  )
  return [address, go]
}
