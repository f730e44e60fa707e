import { Button, Menu } from '@mantine/core'
import { IconArchive, IconArrowBackUp, IconBox, IconChecks, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { SPINE_WIDTHS } from '../../../../shared/contract/shelving.ts'
import { call } from '../../app/bridge.ts'
import { ScanField } from '../../app/ScanField.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatCount } from '../../ui/format.ts'
import { useShelving } from './use-shelving.ts'
import styles from './shelving.module.css'

/** More than this is not put away in one go; the count says how many there are. */
const MOST_WAITING = 200

/** Shelving by scanner: the folder in hand, where it goes, and what was shelved this sitting. */
export function ShelvePanel() {
  const { shelving: { scan: words }, cabinet } = useText()
  const { folder, done, said, take, drop, undo, newBox } = useShelving()
  const waiting = useQuery({ queryKey: ['cabinet.unshelved'], queryFn: () => call('cabinet.unshelved', {}) }).data
  const field = useRef<HTMLInputElement>(null)
  // A folder taken up or put away by a button or a menu: the scanner types on where it did.
  useEffect(() => field.current?.focus(), [folder])
  /** What a button did is over with the click: the next Enter is the scanner's again. */
  const then = (act: () => void) => () => {
    act()
    field.current?.focus()
  }
  const placeWords = (place: NonNullable<NonNullable<typeof folder>['place']>) => cabinet.placeWords(place.roomName, place.cabinetCode, place.drawerNo, place.slot)
  return (
    <div className={styles.shelve}>
      <div className={styles.work}>
        <ScanField label={words.field} description={words.hint} onScan={take} fieldRef={field} />
        <div className={`${styles.said} ${said === null ? '' : said.isGood ? styles.good : styles.bad}`} role="status" aria-live="polite">{said?.words ?? (folder ? words.whereTo : words.nothing)}</div>
        <section className={folder ? `${styles.hand} ${styles.held}` : styles.hand} aria-label={words.folder}>
          {folder === null ? <p className={styles.quiet}>{words.noFolder}</p> : (
            <>
              <div className={styles.handNumber}>{folder.number}</div>
              <div className={styles.handName} title={folder.partyName}>{folder.partyName}</div>
              <dl className={styles.handPlaces}>
                {folder.place && <div>{words.now(placeWords(folder.place))}{folder.boxCode && `　${words.box(folder.boxCode)}`}</div>}
                {folder.place === null && <div>{folder.offered ? <><strong>{words.offered(placeWords(folder.offered))}</strong>　<kbd>Enter</kbd> {words.enter}</> : words.none}</div>}
              </dl>
              <div className={styles.handActions}>
                <Menu position="bottom-start" onClose={() => field.current?.focus()}>
                  <Menu.Target><Button leftSection={<IconBox size={16} aria-hidden />}>{words.newBox}</Button></Menu.Target>
                  <Menu.Dropdown>{SPINE_WIDTHS.map((mm) => <Menu.Item key={mm} onClick={then(() => newBox(mm))}>{words.spine(mm)}</Menu.Item>)}</Menu.Dropdown>
                </Menu>
                <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={then(drop)}>{words.drop}</Button>
              </div>
            </>
          )}
        </section>
        <section className={styles.done} aria-label={words.waitingList}>
          <div className={styles.doneHead}><strong>{words.waitingList}</strong>{waiting && waiting.length > 0 && <span className={styles.quiet}>{words.waiting(formatCount(waiting.length))}</span>}</div>
          {waiting?.length === 0 && <EmptyState icon={IconChecks} title={words.noneWaiting} hint={words.noneWaitingHint} />}
          <ol className={styles.doneList}>
            {waiting?.slice(0, MOST_WAITING).map(({ dossierId, number, partyName }) => (
              <li key={dossierId}>
                <strong>{number}</strong><span className={styles.name} title={partyName}>{partyName}</span>
                <Button size="compact-xs" variant="subtle" tabIndex={-1} aria-label={`${words.takeUp} ${number}`} onClick={then(() => take(number))}>{words.takeUp}</Button>
              </li>
            ))}
          </ol>
        </section>
      </div>
      <section className={styles.done} aria-label={words.list}>
        <div className={styles.doneHead}>
          <strong>{words.list}</strong>{done.length > 0 && <span className={styles.quiet}>{words.count(done.length)}</span>}
          <Button size="xs" ml="auto" leftSection={<IconArrowBackUp size={14} aria-hidden />} disabled={done.length === 0} onClick={then(undo)}>{words.undo}</Button>
        </div>
        {done.length === 0 && <EmptyState icon={IconArchive} title={words.empty} hint={words.emptyHint} />}
        <ol className={styles.doneList}>
          {done.map((line) => (
            <li key={line.key}><strong>{line.number}</strong><span className={styles.name} title={line.name}>{line.name}</span><span>{line.place}{line.box && `　${words.box(line.box)}`}</span></li>
          ))}
        </ol>
      </section>
    </div>
  )
}
