import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconBox, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { ScanField } from '../../app/ScanField.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './shelving.module.css'

type Box = Output<'shelving.boxes'>['rows'][number]

/** The boxes with what is in each and how full it is. */
export function BoxesPanel({ chosen, onChoose }: { /** The box whose contents are shown. */ chosen: number | null; onChoose: (id: number) => void }) {
  const { shelving: text, cabinet, common } = useText()
  const words = text.boxes
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const boxes = usePagedRows<Box>({ queryKey: ['shelving.boxes', sought], fetchPage: (offset, limit) => call('shelving.boxes', { text: sought, offset, limit }) })
  const isEmpty = !boxes.isPending && boxes.error === null && boxes.total === 0
  const columns: readonly Column<Box>[] = [
    { key: 'code', heading: words.code, width: 128, cell: (row) => <strong>{row.code}</strong> },
    { key: 'department', heading: words.department, cell: (row) => <span title={row.departmentName}>{row.departmentName}</span> },
    { key: 'year', heading: words.year, width: 60, cell: (row) => row.year },
    { key: 'kind', heading: words.kind, width: 80, cell: (row) => common.dossierKind[row.kind] },
    { key: 'retention', heading: words.retention, width: 78, cell: (row) => (row.retentionYears === null ? words.permanent : words.years(row.retentionYears)) },
    { key: 'folders', heading: words.folders, width: 58, align: 'end', cell: (row) => row.folders },
    { key: 'fill', heading: words.fill, width: 128, cell: (row) => <Fill box={row} /> },
    { key: 'place', heading: words.place, width: 64, cell: (row) => <span title={cabinet.drawerTitle(row.cabinetCode, row.drawerNo)}>{row.cabinetCode}-{row.drawerNo}</span> },
  ]
  return (
    <div className={styles.boxes}>
      <div className={styles.boxList}>
        <div className={styles.filters}>
          <TextInput aria-label={words.searchLabel} placeholder={words.search} value={typed} w={240} leftSection={<IconSearch size={16} aria-hidden />} onChange={(event) => setTyped(event.currentTarget.value)} />
          <span role="status" className={styles.quiet}>{words.counted(formatCount(boxes.total))}</span>
        </div>
        {boxes.error && <div className={styles.card}><ErrorState error={boxes.error} retry={boxes.refetch} /></div>}
        {isEmpty && <div className={styles.card}>{sought === '' ? <EmptyState icon={IconBox} title={words.empty} hint={words.emptyHint} /> : <EmptyState icon={IconBox} title={words.noMatch} />}</div>}
        {boxes.error === null && !isEmpty && (
          <DataTable label={text.tab.boxes} columns={columns} count={boxes.isPending ? 6 : boxes.total} rowAt={boxes.rowAt} rowKey={(row) => row.id} onVisible={boxes.onVisible} onOpen={(row) => onChoose(row.id)} selectedKey={chosen} />
        )}
      </div>
      {chosen === null ? <div className={styles.card}><EmptyState icon={IconBox} title={words.choose} hint={words.chooseHint} /></div> : <BoxCard key={chosen} id={chosen} />}
    </div>
  )
}

function Fill({ box }: { box: Box }) {
  const { shelving: { boxes: words } } = useText()
  const share = Math.min(1, box.filledMm / box.capacityMm)
  return (
    <span className={styles.fill} role="img" aria-label={words.fillLabel(box.filledMm, box.capacityMm)}>
      <span className={styles.track}><span className={share > 0.95 ? styles.full : styles.part} style={{ width: `${Math.max(4, share * 100)}%` }} /></span>
      <span className={styles.quiet}>{words.filled(box.filledMm, box.capacityMm)}</span>
    </span>
  )
}

function BoxCard({ id }: { id: number }) {
  const { shelving: { boxes: words }, cabinet } = useText()
  const command = useRoomCommand()
  const errorWords = useErrorWords()
  const [isMoving, setMoving] = useState(false)
  const box = useQuery({ queryKey: ['shelving.box', id], queryFn: () => call('shelving.box', { id }), staleTime: 0 })
  if (box.error) return <div className={styles.card}><ErrorState error={box.error} retry={() => void box.refetch()} /></div>
  if (!box.data) return <div className={styles.card} aria-busy />
  const { data } = box
  const takeOut = async (dossierId: number, number: string) => {
    try {
      await command('shelving.outOfBox', { dossierId })
      notifications.show({ message: words.takenOut(number) })
    } catch (error) {
      notifications.show({ color: 'seal', message: errorWords(error) })
    }
  }
  return (
    <section className={styles.boxCard} aria-label={words.contents(data.code)}>
      <div className={styles.boxHead}>
        <h2>{data.code}</h2>
        <span className={styles.quiet}>{data.firstNumber && data.lastNumber ? words.numbersSpan(data.firstNumber, data.lastNumber) : words.none}</span>
        <Fill box={data} />
        <span className={styles.quiet}>{data.roomName}　{cabinet.drawerTitle(data.cabinetCode, data.drawerNo)}　{data.spineMm} mm</span>
        <div className={styles.handActions}>
          <Button onClick={() => setMoving(true)}>{words.move}</Button>
          <Button component={Link} href={paths.print('boxSpine', id)} leftSection={<IconPrinter size={16} aria-hidden />}>{words.printSpine}</Button>
        </div>
      </div>
      {data.contents.length === 0 && <EmptyState icon={IconBox} title={words.none} hint={words.noneHint} />}
      <ol className={styles.doneList}>
        {data.contents.map((one) => (
          <li key={one.dossierId}>
            <strong>{one.number}</strong><span className={styles.name} title={one.partyName}>{one.shortName ?? one.partyName}</span><span className={styles.quiet}>{words.pages(one.pages, one.thicknessMm)}</span>
            <Button size="compact-xs" variant="subtle" aria-label={`${words.takeOut} ${one.number}`} onClick={() => void takeOut(one.dossierId, one.number)}>{words.takeOut}</Button>
          </li>
        ))}
      </ol>
      {isMoving && <MoveDialog box={data} onClose={() => setMoving(false)} />}
    </section>
  )
}

/** A box goes to the drawer whose label is scanned. */
function MoveDialog({ box, onClose }: { box: Box; onClose: () => void }) {
  const { shelving: { boxes: words, scan }, cabinet } = useText()
  const command = useRoomCommand()
  const [refusal, setRefusal] = useState<unknown>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const move = async (code: string) => {
    setRefusal(null)
    setProblem(null)
    try {
      const { drawer } = await call('shelving.find', { code })
      if (!drawer) return setProblem(scan.notFound(code))
      const moved = await command('shelving.moveBox', { boxId: box.id, drawerId: drawer.id })
      notifications.show({ message: words.moved(moved.code, cabinet.drawerTitle(moved.cabinetCode, moved.drawerNo)) })
      onClose()
    } catch (error) {
      if (error instanceof CallError && error.code === 'not-found') setProblem(scan.notFound(code))
      else setRefusal(error)
    }
  }
  return (
    <Modal opened onClose={onClose} size={400} title={words.moveTitle(box.code)}>
      <Stack gap="md">
        <ScanField label={words.moveField} error={problem} onScan={(code) => code !== '' && void move(code)} />
        <Refusal error={refusal} />
      </Stack>
    </Modal>
  )
}
