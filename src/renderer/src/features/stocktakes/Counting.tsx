import { ActionIcon, Button, Modal, Stack, Textarea, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconClipboardText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ScanField } from '../../app/ScanField.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import type { CountedDrawer, Scan, Stocktake } from './queries.ts'
import { useScanning, type Last } from './use-scanning.ts'
import styles from './stocktakes.module.css'

/** Scanning drawer by drawer: the drawers at left, the one in hand at right with what has been scanned in it. */
export function Counting({ stocktake, round }: { stocktake: Stocktake; round: 1 | 2 }) {
  const { stocktakes: { count: words }, cabinet } = useText()
  const scanning = useScanning(stocktake, round)
  const { drawer, choose, take, last, problem, waiting } = scanning
  const [isPasting, setPasting] = useState(false)
  const scanned = (one: CountedDrawer) => (round === 1 ? one.first : one.second) ?? 0
  const total = stocktake.counted.reduce((sum, one) => sum + scanned(one), 0)
  return (
    <div className={styles.counting}>
      <div className={styles.drawerList}>
        <div className={styles.listHead}>
          <strong>{words.drawers}</strong>
          <span className={styles.quiet}>{round === 1 ? words.scanned(formatCount(total), formatCount(stocktake.expected)) : words.scannedOnly(formatCount(total))}</span>
        </div>
        <DataTable<CountedDrawer>
          label={words.drawers} count={stocktake.counted.length} rowAt={(index) => stocktake.counted[index]} rowKey={(one) => one.id} onOpen={choose} selectedKey={drawer?.id ?? null}
          rowHeight={34}
          columns={[
            { key: 'code', heading: words.drawers, cell: (one) => <><strong>{one.cabinetCode}-{one.no}</strong>　<span className={styles.quiet}>{one.label}</span></> },
            {
              key: 'scanned', heading: words.scannedOnly(''), width: 104, align: 'end',
              cell: (one) => <span className={scanned(one) === 0 ? styles.quiet : round === 1 && scanned(one) === one.expected ? styles.green : undefined}>
                {round === 1 ? words.scanned(formatCount(scanned(one)), formatCount(one.expected)) : formatCount(scanned(one))}
              </span>,
            },
          ]}
        />
      </div>
      <div className={styles.hand}>
        <div className={styles.handHead}>
          <div className={styles.plate}>
            <span className={styles.plateName}>{drawer ? cabinet.drawerTitle(drawer.cabinetCode, drawer.no) : words.noDrawer}</span>
            {drawer && <span className={styles.plateCode}>{drawer.roomName}　{drawer.label}　{drawer.code}</span>}
          </div>
          <Button variant="subtle" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setPasting(true)} disabled={!drawer}>{words.paste}</Button>
        </div>
        <ScanField label={words.field} description={round === 1 ? words.hint : words.blindHint} error={problem} onScan={take} />
        <LastScan last={last} waiting={waiting} />
        {drawer && <ScanList scanning={scanning} />}
      </div>
      {isPasting && <PasteDialog onClose={() => setPasting(false)} onPaste={scanning.record} />}
    </div>
  )
}

/** The last scan, so large that it is seen from where one stands with the scanner. */
function LastScan({ last, waiting }: { last: Last | null; waiting: number }) {
  const { stocktakes: { count: words, verdict } } = useText()
  const isOff = last !== null && last.verdict !== null && last.verdict !== 'inPlace'
  return (
    <div className={`${styles.last} ${last === null ? styles.lastNone : isOff ? styles.lastOff : styles.lastGood}`} role="status" aria-live="polite">
      {last === null ? <span>{words.none}</span> : (
        <>
          <span className={styles.lastCode}>{last.code}</span>
          <span className={styles.lastTitle} title={last.title ?? ''}>{last.title}</span>
          <span className={styles.lastWords}>
            {last.verdict === null ? words.recorded : verdict[last.verdict]}
            {last.verdict === 'elsewhere' && `　${last.home === null ? words.noHome : words.home(last.home)}`}
            {last.isAgain && `　${words.again}`}
          </span>
        </>
      )}
      {waiting > 0 && <span className={styles.quiet}>{words.waiting(waiting)}</span>}
    </div>
  )
}

function ScanList({ scanning }: { scanning: ReturnType<typeof useScanning> }) {
  const { stocktakes: { count: words, verdict, finding } } = useText()
  const scans = useQuery(scanning.scans)
  if (scans.error) return <ErrorState error={scans.error} retry={() => void scans.refetch()} />
  // The newest on top: it is the one just put back.
  const rows = (scans.data ?? []).toReversed()
  return (
    <DataTable<Scan>
      label={words.list} count={rows.length} rowAt={(index) => rows[index]} rowKey={(one) => one.id} rowHeight={34}
      columns={[
        { key: 'order', heading: <span className="visually-hidden">{words.list}</span>, width: 44, align: 'end', cell: (one) => <span className={styles.quiet}>{rows.length - rows.indexOf(one)}</span> },
        { key: 'code', heading: finding.number, width: 172, cell: (one) => one.code },
        { key: 'title', heading: finding.name, cell: (one) => <span title={one.title ?? ''}>{one.title}</span> },
        { key: 'verdict', heading: words.books, width: 210, cell: (one) => one.verdict !== null && (
          <span className={one.verdict === 'inPlace' ? styles.green : styles.amber}>{verdict[one.verdict]}{one.verdict === 'elsewhere' && `　${one.home ?? words.noHome}`}</span>
        ) },
        { key: 'strike', heading: <span className="visually-hidden">{words.strike}</span>, width: 60, cell: (one) => (
          <Tooltip label={words.strike}>
            <ActionIcon variant="subtle" size={26} aria-label={`${words.strike} ${one.code}`} onClick={() => void scanning.strike(one)}><IconArrowBackUp size={16} aria-hidden /></ActionIcon>
          </Tooltip>
        ) },
      ]}
    />
  )
}

/** What a scanner with a memory has collected: one code a line, in its order. */
function PasteDialog({ onClose, onPaste }: { onClose: () => void; onPaste: (codes: string[]) => void }) {
  const { stocktakes: { count: words }, common } = useText()
  const [pasted, setPasted] = useState('')
  const codes = pasted.split(/\s+/u).filter(Boolean)
  return (
    <Modal opened onClose={onClose} size={440} title={words.pasteTitle}>
      <Stack gap="md">
        <Textarea label={words.pasteHint} data-autofocus rows={10} value={pasted} onChange={(event) => setPasted(event.currentTarget.value)} />
        <div className={styles.foot}>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button
            variant="filled" disabled={codes.length === 0 || codes.length > 1000}
            onClick={() => {
              onPaste(codes)
              onClose()
            }}
          >
            {words.pasteConfirm}　{codes.length}
          </Button>
        </div>
      </Stack>
    </Modal>
  )
}
