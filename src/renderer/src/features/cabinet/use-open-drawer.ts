import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Address, Go } from './address.ts'
import { findDrawer, firstDrawer, type CabinetFront } from './fronts.ts'
import { itemsOf } from './geometry/index.ts'
import { drawerQuery } from './queries.ts'

/** Which drawer of a room stands open, what is in it (`items` null until it is read), and which folder is looked at. */
export function useOpenDrawer(cabinets: readonly CabinetFront[], address: Address, go: Go) {
  const standing = findDrawer(cabinets, address.drawer) ?? findDrawer(cabinets, firstDrawer(cabinets)?.id ?? null)
  const openId = standing?.drawer.id ?? null
  const contents = useQuery({ ...drawerQuery(openId ?? 0), enabled: openId !== null })
  const items = useMemo(() => (contents.data ? itemsOf(contents.data) : null), [contents.data])
  const [looked, look] = useLooked(address.folder, openId, go)
  const opened = useMemo(() => {
    if (!items) return 0
    const at = items.findIndex(({ folder }) => folder !== null && folder.dossierId === looked)
    const first = items.findIndex(({ folder }) => folder !== null)
    return at >= 0 ? at : first >= 0 ? first : items.length
  }, [items, looked])
  return { standing, openId, contents, items, hidden: contents.data?.hiddenSlots.length ?? 0, opened, current: items?.[opened]?.folder ?? null, look }
}

/** The folder looked at: at once on the screen, a little later in the address. Another drawer begins anew. */
function useLooked(folder: number | null, drawerId: number | null, go: Go): [number | null, (dossierId: number) => void] {
  const [looked, setLooked] = useState(folder)
  const [seen, setSeen] = useState({ folder, drawerId })
  if (seen.folder !== folder || seen.drawerId !== drawerId) {
    setSeen({ folder, drawerId })
    setLooked(folder)
  }
  useEffect(() => {
    if (looked === folder || looked === null) return undefined
    const timer = setTimeout(() => go({ drawer: drawerId, folder: looked }, { replace: true }), 250)
    return () => clearTimeout(timer)
  }, [looked, folder, drawerId, go])
  return [looked, setLooked]
}
