import { useQuery } from '@tanstack/react-query'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { BarCode, QrCode } from '../../ui/paper/Code.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import styles from './label.module.css'

type Drawer = Output<'shelving.drawers'>[number]

/** Labels of 90 × 50 mm, two in a row and five rows on a sheet. */
const PER_SHEET = 10

/** `room-1`, `cabinet-3`, `drawer-5`; null for anything else. */
export function readDrawerSelection(id: string): Input<'shelving.drawers'> | null {
  const parts = /^(room|cabinet|drawer)-([1-9]\d*)$/.exec(id)
  return parts ? { [`${parts[1]}Id`]: Number(parts[2]) } : null
}

/** Labels for the fronts of drawers: what stands there in large letters, and the code that a scan reads. */
export function DrawerLabelPrint({ of }: { of: Input<'shelving.drawers'> }) {
  const { print } = useText()
  const drawers = useQuery({ queryKey: ['print', 'shelving.drawers', of], queryFn: () => call('shelving.drawers', of), gcTime: 0 })
  const all = drawers.data ?? []
  const sheets = Array.from({ length: Math.ceil(all.length / PER_SHEET) }, (_, sheet) => all.slice(sheet * PER_SHEET, (sheet + 1) * PER_SHEET))
  return (
    <PrintFrame form="drawerLabel" subjectId={null} name={all[0]?.roomName ?? null} error={drawers.error} onRetry={() => void drawers.refetch()}>
      {sheets.length > 0 && sheets.map((row, index) => (
        <Sheet key={row[0]?.id} label={print.preview.sheetName(print.preview.drawerLabel, index + 1, sheets.length)} className={styles.batch}>
          <div className={styles.drawers}>{row.map((drawer) => <DrawerLabel key={drawer.id} drawer={drawer} />)}</div>
          <div className={styles.foot}><StampLines inline /></div>
        </Sheet>
      ))}
      {drawers.data?.length === 0 && <Sheet label={print.preview.drawerLabel} className={styles.batch}><p>{print.preview.notFound}</p></Sheet>}
    </PrintFrame>
  )
}

function DrawerLabel({ drawer }: { drawer: Drawer }) {
  const { cabinet } = useText()
  return (
    <div className={styles.drawer}>
      <div className={styles.drawerWords}>
        <div className={styles.drawerRoom}>{drawer.roomName}</div>
        <div className={styles.drawerName}>{cabinet.drawerTitle(drawer.cabinetCode, drawer.no)}</div>
        <div className={styles.drawerRange}>{drawer.label}</div>
      </div>
      <QrCode text={drawer.code} className={styles.drawerQr} />
      <div className={styles.drawerBars}><BarCode text={drawer.code} className={styles.drawerBar} /><div className={styles.code}>{drawer.code}</div></div>
    </div>
  )
}
