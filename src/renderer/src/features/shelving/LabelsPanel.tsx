import { Button, Select, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { SPINE_WIDTHS } from '../../../../shared/contract/shelving.ts'
import { call, CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './shelving.module.css'

type What = 'unshelved' | 'drawer' | 'list'

/** Chooses what labels are printed for; the sheets themselves are a print page. */
export function LabelsPanel() {
  return <div className={styles.labels}><FolderLabels /><DrawerLabels /></div>
}

function useDrawerChoice() {
  const drawers = useQuery({ queryKey: ['shelving.drawers'], queryFn: () => call('shelving.drawers', {}) }).data ?? []
  return drawers
}

function FolderLabels() {
  const { shelving: { labels: words } } = useText()
  const errorWords = useErrorWords()
  const [, navigate] = useLocation()
  const drawers = useDrawerChoice()
  const [what, setWhat] = useState<What>('unshelved')
  const [form, setForm] = useState('30')
  const [drawerId, setDrawerId] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const show = async () => {
    setProblem(null)
    if (what === 'unshelved') return navigate(paths.print('spine', `${form}_unshelved`))
    if (what === 'drawer') return drawerId && navigate(paths.print('spine', `${form}_drawer-${drawerId}`))
    const numbers = [...new Set(typed.split(/[\s,，、]+/u).filter(Boolean))].slice(0, 200)
    const ids: number[] = []
    const none: string[] = []
    try {
      for (const code of numbers) {
        const id = await call('shelving.find', { code: code.slice(0, 60) }).then(({ folder }) => folder?.dossierId ?? null, (error: unknown) => {
          if (error instanceof CallError && error.code === 'not-found') return null
          throw error
        })
        if (id === null) none.push(code)
        else ids.push(id)
      }
    } catch (error) {
      return setProblem(errorWords(error))
    }
    if (none.length > 0) setProblem(words.notFound(none.join('　')))
    else if (ids.length > 0) navigate(paths.print('spine', `${form}_list-${ids.join('.')}`))
  }
  return (
    <Panel title={words.folders} aside={words.hint}>
      <Stack gap="md">
        <SegmentedControl aria-label={words.what} value={what} onChange={(value) => setWhat(value)} data={(['unshelved', 'drawer', 'list'] as const).map((value) => ({ value, label: words[value] }))} />
        {what === 'drawer' && (
          <Select label={words.drawerField} searchable value={drawerId} onChange={setDrawerId} data={drawers.map((drawer) => ({ value: String(drawer.id), label: `${drawer.roomName}　${drawer.cabinetCode}-${drawer.no}　${drawer.label}` }))} limit={60} />
        )}
        {what === 'list' && <Textarea label={words.listField} rows={6} value={typed} error={problem} onChange={(event) => setTyped(event.currentTarget.value)} />}
        <Select
          label={words.form} value={form} allowDeselect={false} onChange={(value) => setForm(value ?? '30')}
          data={[...SPINE_WIDTHS.map((mm) => ({ value: String(mm), label: words.spine(mm) })), { value: 'code', label: words.code }]}
        />
        <div className={styles.foot}>
          <Button variant="filled" leftSection={<IconPrinter size={16} aria-hidden />} disabled={(what === 'drawer' && drawerId === null) || (what === 'list' && typed.trim() === '')} onClick={() => void show()}>{words.preview}</Button>
        </div>
      </Stack>
    </Panel>
  )
}

function DrawerLabels() {
  const { shelving: { labels: words } } = useText()
  const [, navigate] = useLocation()
  const drawers = useDrawerChoice()
  const rooms = [...new Map(drawers.map((drawer) => [drawer.roomId, drawer.roomName]))]
  const [room, setRoom] = useState<string | null>(null)
  const [drawerId, setDrawerId] = useState<string | null>(null)
  const roomId = Number(room ?? rooms[0]?.[0] ?? 0)
  const inRoom = drawers.filter((drawer) => drawer.roomId === roomId)
  return (
    <Panel title={words.furniture} aside={words.whole}>
      <Stack gap="md">
        <Select label={words.room2} value={String(roomId)} allowDeselect={false} data={rooms.map(([id, name]) => ({ value: String(id), label: name }))} onChange={(value) => { setRoom(value); setDrawerId(null) }} />
        <Select label={words.drawerField} placeholder={words.allCabinets} clearable searchable value={drawerId} onChange={setDrawerId} data={inRoom.map((drawer) => ({ value: String(drawer.id), label: `${drawer.cabinetCode}-${drawer.no}　${drawer.label}` }))} limit={60} />
        <div className={styles.foot}>
          <span className={styles.quiet}>{words.count(drawerId === null ? inRoom.length : 1)}</span>
          <Button variant="filled" leftSection={<IconPrinter size={16} aria-hidden />} disabled={inRoom.length === 0} onClick={() => navigate(paths.print('drawerLabel', drawerId === null ? `room-${roomId}` : `drawer-${drawerId}`))}>{words.preview}</Button>
        </div>
      </Stack>
    </Panel>
  )
}
