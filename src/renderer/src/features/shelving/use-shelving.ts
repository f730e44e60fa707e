import { useRef, useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'

export type InHand = NonNullable<Output<'shelving.find'>['folder']>
export type Done = { key: number; dossierId: number; number: string; name: string; place: string; box: string | null; /** Going into the box took it to another place too. */ wasMoved: boolean }
type Place = NonNullable<InHand['place']>

const MOVABLE = ['in', 'unshelved']

/**
 * One folder after another: its label, then where it goes (a drawer's label, a box's, or Enter for the slot offered). Scans
 * are worked off one by one in their order, however fast they come.
 */
export function useShelving() {
  const { shelving: { scan: words }, cabinet, common } = useText()
  const command = useRoomCommand()
  const errorWords = useErrorWords()
  const [folder, setFolder] = useState<InHand | null>(null)
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState<{ words: string; isGood: boolean } | null>(null)
  const hand = useRef<InHand | null>(null)
  const chain = useRef(Promise.resolve())
  const keys = useRef(0)

  const hold = (next: InHand | null) => {
    hand.current = next
    setFolder(next)
  }
  const placeWords = (place: Place) => cabinet.placeShort(place.cabinetCode, place.drawerNo, place.slot)
  const finish = (held: InHand, place: string, box: string | null, wasMoved = false) => {
    keys.current += 1
    const line = { key: keys.current, dossierId: held.dossierId, number: held.number, name: held.shortName, place, box, wasMoved }
    setDone((all) => [line, ...all])
    setSaid({ words: box === null ? words.placed(held.shortName, place) : words.boxed(held.shortName, box), isGood: true })
    hold(null)
  }
  const put = async (held: InHand, to: { drawerId: number; slot?: number }) => {
    finish(held, placeWords(await command('cabinet.place', { dossierId: held.dossierId, ...to })), null)
  }
  const step = async (code: string): Promise<void> => {
    const held = hand.current
    if (code === '') {
      if (!held) return setSaid({ words: words.nothing, isGood: false })
      return held.offered ? await put(held, { drawerId: held.offered.drawerId, slot: held.offered.slot }) : setSaid({ words: words.none, isGood: false })
    }
    const found = await call('shelving.find', { code })
    if (found.folder) {
      const { folder: next } = found
      if (!MOVABLE.includes(next.state)) return setSaid({ words: words.notMovable(next.shortName, common.folderState[next.state]), isGood: false })
      setSaid(null)
      return hold(next)
    }
    if (!held) return setSaid({ words: words.folderFirst(found.drawer?.code ?? found.box?.code ?? code), isGood: false })
    if (found.drawer) return await put(held, { drawerId: found.drawer.id })
    if (found.box) {
      const box = await command('shelving.intoBox', { boxId: found.box.id, dossierId: held.dossierId })
      finish(held, cabinet.drawerTitle(box.cabinetCode, box.drawerNo), box.code, held.place?.drawerId !== box.drawerId)
    }
  }
  const guarded = (work: () => Promise<void>, code = '') => {
    chain.current = chain.current.then(work).catch((error: unknown) => {
      const isNothing = error instanceof CallError && error.code === 'not-found' && code !== ''
      setSaid({ words: isNothing ? words.notFound(code) : errorWords(error), isGood: false })
    })
  }
  return {
    folder, done, said,
    take: (code: string) => guarded(() => step(code), code),
    drop: () => hold(null),
    undo: () => guarded(async () => {
      const [last] = done
      if (!last) return
      if (last.box !== null) await command('shelving.outOfBox', { dossierId: last.dossierId })
      if (last.box === null || last.wasMoved) await command('cabinet.undoMove', {})
      setDone((all) => all.filter(({ key }) => key !== last.key))
      setSaid({ words: words.undone(last.name), isGood: true })
    }),
    newBox: (spineMm: 20 | 30 | 40 | 50) => guarded(async () => {
      const held = hand.current
      if (!held) return
      if (held.place === null && held.offered) await command('cabinet.place', { dossierId: held.dossierId, drawerId: held.offered.drawerId, slot: held.offered.slot })
      const { code } = await command('shelving.addBox', { dossierId: held.dossierId, spineMm })
      const where = held.place ?? held.offered
      finish(held, where ? cabinet.drawerTitle(where.cabinetCode, where.drawerNo) : '', code, held.place === null)
    }),
  }
}
