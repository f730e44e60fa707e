import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconBox, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { SPINE_WIDTHS } from '../../../../shared/contract/shelving.ts'
import { call } from '../../app/bridge.ts'
import { ScanField } from '../../app/ScanField.tsx'
import { useText } from '../../app/text.tsx'
import { formatCount } from '../../ui/format.ts'
import { useShelving } from './use-shelving.ts'
import styles from './shelving.module.css'

/** Shelving by scanner: the folder in hand, where it goes, and what was shelved this sitting. */
export function ShelvePanel() {
  const { shelving: { scan: words }, cabinet } = useText()
  const { folder, done, said, take, drop, undo, newBox } = useShelving()
  const waiting = useQuery({ queryKey: ['cabinet.unshelved'], queryFn: () => call('cabinet.unshelved', {}) }).data?.length ?? 0
  const placeWords = (place: NonNullable<NonNullable<typeof folder>['place']>) => cabinet.placeWords(place.roomName, place.cabinetCode, place.drawerNo, place.slot)
  return (
    <div className={styles.shelve}>
      <div className={styles.work}>
        <ScanField label={words.field} description={words.hint} onScan={take} />
        <div className={`${styles.said} ${said === null ? '' : said.isGood ? styles.good : styles.bad}`} role="status" aria-live="polite">{said?.words ?? words.waiting(formatCount(waiting))}</div>
        <section className={folder ? `${styles.hand} ${styles.held}` : styles.hand} aria-label={words.folder}>
          {folder === null ? <p className={styles.quiet}>{words.nothing}</p> : (
            <>
              <div className={styles.handNumber}>{folder.number}</div>
              <div className={styles.handName} title={folder.partyName}>{folder.partyName}</div>
              <dl className={styles.handPlaces}>
                {folder.place && <div>{words.now(placeWords(folder.place))}{folder.boxCode && `　${words.box(folder.boxCode)}`}</div>}
                {folder.place === null && <div>{folder.offered ? <><strong>{words.offered(placeWords(folder.offered))}</strong>　<kbd>Enter</kbd> {words.enter}</> : words.none}</div>}
              </dl>
              <div className={styles.handActions}>
                <Menu position="bottom-start">
                  <Menu.Target><Button leftSection={<IconBox size={16} aria-hidden />}>{words.newBox}</Button></Menu.Target>
                  <Menu.Dropdown>{SPINE_WIDTHS.map((mm) => <Menu.Item key={mm} onClick={() => newBox(mm)}>{words.spine(mm)}</Menu.Item>)}</Menu.Dropdown>
                </Menu>
                <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={drop}>{words.drop}</Button>
              </div>
            </>
          )}
        </section>
      </div>
      <section className={styles.done} aria-label={words.list}>
        <div className={styles.doneHead}>
          <strong>{words.list}</strong><span className={styles.quiet}>{done.length === 0 ? words.empty : words.count(done.length)}</span>
          <Button size="xs" ml="auto" leftSection={<IconArrowBackUp size={14} aria-hidden />} disabled={done.length === 0} onClick={undo}>{words.undo}</Button>
        </div>
        <ol className={styles.doneList}>
          {done.map((line) => (
            <li key={line.key}><strong>{line.number}</strong><span className={styles.name} title={line.name}>{line.name}</span><span>{line.place}{line.box && `　${words.box(line.box)}`}</span></li>
          ))}
        </ol>
      </section>
    </div>
  )
}
