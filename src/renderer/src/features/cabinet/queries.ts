import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { call } from '../../app/bridge.ts'

// Other pages lend, return and open folders; coming back here always asks again, over what was last seen.
const again = { refetchOnMount: 'always' } as const

/** Every room with its counts. */
export const roomsQuery = queryOptions({ queryKey: ['cabinet.rooms'], queryFn: () => call('cabinet.rooms', {}), ...again })

/** The fronts of a room's cabinets: all that the row draws. */
export const roomQuery = (roomId: number) =>
  queryOptions({ queryKey: ['cabinet.room', roomId], queryFn: () => call('cabinet.room', { roomId }), ...again })

/** The folders of one drawer. */
export const drawerQuery = (drawerId: number) =>
  queryOptions({ queryKey: ['cabinet.drawer', drawerId], queryFn: () => call('cabinet.drawer', { drawerId }), ...again })

/** The card of one folder. */
export const folderQuery = (dossierId: number) =>
  queryOptions({ queryKey: ['cabinet.folder', dossierId], queryFn: () => call('cabinet.folder', { dossierId }), ...again })

/** Folders that wait for a place. */
export const unshelvedQuery = queryOptions({ queryKey: ['cabinet.unshelved'], queryFn: () => call('cabinet.unshelved', {}), ...again })

/** The slot the regulation's order offers: for one folder, or the first free one of a room. */
export const nextFreeSlotQuery = (input: { dossierId?: number; roomId?: number }) =>
  queryOptions({ queryKey: ['cabinet.nextFreeSlot', input], queryFn: () => call('cabinet.nextFreeSlot', input), staleTime: 0 })

/** Rows of one page of the list. */
export const LIST_PAGE = 100

/** One page of all folders by place. `total` comes with each. */
export const listPageQuery = (text: string, page: number) =>
  queryOptions({
    queryKey: ['dossiers.list', 'by place', text, page],
    queryFn: () => call('dossiers.list', { text, sort: 'place', offset: page * LIST_PAGE, limit: LIST_PAGE }),
    ...again,
  })

/** Everything that a move or a report changes is read again. */
export const forgetCabinet = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [method] }) => typeof method === 'string' && /^(cabinet|dossiers)\./u.test(method) })

