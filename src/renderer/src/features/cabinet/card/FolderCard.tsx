import { localMinute } from '../../../ui/format.ts'
import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowsMove, IconClipboardList, IconDots, IconFolderOpen, IconMapPinCheck, IconMapPinQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode, type Ref } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../../../shared/contract/index.ts'
import { paths } from '../../../app/paths.ts'
import { useText } from '../../../app/text.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { GradeTag } from '../../../ui/GradeTag.tsx'
import { daysBetween } from '../days.ts'
import { isMovable, type Folder } from '../geometry/index.ts'
import { folderQuery } from '../queries.ts'
import styles from './FolderCard.module.css'

type Detail = Output<'cabinet.folder'>

type Props = {
  folder: Folder
  today: string
  mayLookUp: boolean
  mayMove: boolean
  mayReport: boolean
  onMove: () => void
  onReport: (what: 'missing' | 'found') => void
  ref?: Ref<HTMLElement>
}

/** The card of the folder looked at. What the drawer knows is there at once; the rest follows. */
export const FolderCard = memo(function FolderCard({ folder, today, mayLookUp, mayMove, mayReport, onMove, onReport, ref }: Props) {
  const { cabinet: text, common } = useText()
  // Leafing on, one passes many folders: what is not in the drawer is asked for the one where one stays.
  const [settled] = useDebouncedValue(folder.dossierId, 90)
  const { data, error, refetch } = useQuery({ ...folderQuery(folder.dossierId), enabled: settled === folder.dossierId })
  return (
    <section className={styles.card} aria-label={text.card} ref={ref}>
      <div className={styles.body}>
        <div className={styles.top}>
          <GradeTag grade={folder.grade} />
          <span className={`${styles.chip} ${styles[folder.state]}`}>{common.folderState[folder.state]}</span>
          <span className={styles.chip}>{common.level[folder.level]}</span>
          <span className={styles.number}>{folder.number}</span>
        </div>
        <h3 className={folder.partyName.length > 17 ? `${styles.name} ${styles.longName}` : styles.name}>{folder.partyName}</h3>
        {error ? <ErrorState error={error} retry={() => void refetch()} /> : <Facts detail={data ?? null} today={today} />}
      </div>
      <div className={styles.buttons}>
        {mayLookUp && (
          <Button variant="filled" component={Link} to={`${paths.lookups}?new=${folder.dossierId}`} leftSection={<IconClipboardList size={16} aria-hidden />}>{text.lookUp}</Button>
        )}
        <Button component={Link} to={paths.dossier(folder.dossierId)} leftSection={<IconFolderOpen size={16} aria-hidden />}>{text.open}</Button>
        {mayReport && folder.state === 'missing' ? (
          <Button onClick={() => onReport('found')} leftSection={<IconMapPinCheck size={16} aria-hidden />}>{text.reportFound}</Button>
        ) : mayMove && (
          <Button
            onClick={onMove} disabled={!isMovable(folder)} leftSection={<IconArrowsMove size={16} aria-hidden />}
            title={isMovable(folder) ? undefined : text.notMovable(common.folderState[folder.state])}
          >
            {folder.state === 'unshelved' ? text.shelve : text.move}
          </Button>
        )}
        {mayReport && folder.state === 'in' && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={32} variant="default" aria-label={common.more}><IconDots size={16} aria-hidden /></ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconMapPinQuestion size={16} aria-hidden />} onClick={() => onReport('missing')}>{text.reportMissing}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </section>
  )
})

function Facts({ detail, today }: { detail: Detail | null; today: string }) {
  const { cabinet: text } = useText()
  const isOut = detail !== null && (detail.state === 'lent' || detail.state === 'overdue')
  return (
    <>
      <dl className={styles.facts}>
        <Fact name={text.creditCode} waiting={!detail}>{detail?.partyCreditCode ?? text.noCreditCode}</Fact>
        <Fact name={text.opened} waiting={!detail}>{detail && <>{detail.openedOn}<Gap />{detail.openedByName}</>}</Fact>
        <Fact name={text.contents} waiting={!detail}>{detail && text.contentsCount(detail.documents, detail.pages)}</Fact>
      </dl>
      <Completeness detail={detail} />
      <dl className={styles.facts}>
        <Fact name={text.place} waiting={!detail}>
          {detail && (detail.place ? text.placeWords(detail.place.roomName, detail.place.cabinetCode, detail.place.drawerNo, detail.place.slot) : text.noPlace)}
        </Fact>
        <Fact name={text.holder} waiting={!detail}>
          {detail && <>{detail.holder}{detail.holderSince && <><Gap />{text.since(localMinute(detail.holderSince).slice(0, 10))}</>}</>}
        </Fact>
        {isOut && detail.dueOn && (
          <Fact name={text.due}>
            <span className={detail.state === 'overdue' ? styles.late : undefined}>{detail.dueOn}<Gap />{dueWords(detail.dueOn, today, text)}</span>
            {detail.slipId !== null && <><Gap /><Link to={paths.slip(detail.slipId)}>{text.slip}</Link></>}
          </Fact>
        )}
        <Fact name={text.lastLookup} waiting={!detail}>
          {detail && (detail.lastLookup
            ? <>{inYear(detail.lastLookup.on, today)}<Gap />{detail.lastLookup.reader}<Gap />{detail.lastLookup.slipNumber}</>
            : text.neverLookedUp)}
        </Fact>
      </dl>
    </>
  )
}

const Gap = () => <span className={styles.gap}> </span>

const inYear = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)

function dueWords(dueOn: string, today: string, text: ReturnType<typeof useText>['cabinet']): string {
  const days = daysBetween(today, dueOn)
  if (days < 0) return text.overdueDays(-days)
  return days === 0 ? text.dueTodayShort : text.dueInDays(days)
}

const Fact = ({ name, waiting = false, children }: { name: string; waiting?: boolean; children?: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{name}</dt>
    <dd>{waiting ? <Skeleton height={12} width="70%" mt={4} /> : children}</dd>
  </div>
)

/** One field for each required document; those missing are hollow and named. */
function Completeness({ detail }: { detail: Detail | null }) {
  const { cabinet: text, common } = useText()
  const { present = 0, required = 0 } = detail?.completeness ?? {}
  const words = common.completenessLabel(present, required)
  const missing = detail?.missing ?? []
  return (
    <div className={styles.completeness}>
      <div className={styles.share}>
        <span>{text.completeness}</span>
        {detail ? <strong>{text.completenessCount(present, required)}</strong> : <Skeleton height={12} width={40} />}
      </div>
      <div className={styles.bar} role="img" aria-label={detail ? words : text.completeness}>
        {Array.from({ length: Math.min(required, 40) }, (_, index) => <span key={index} className={index < present ? styles.there : styles.lacking} />)}
      </div>
      <p className={missing.length > 0 ? styles.missingNames : `${styles.missingNames} ${styles.complete}`} title={missing.join('、')}>
        {detail && (missing.length > 0 ? <><span className={styles.missingWord}>{text.missing}</span>{missing.join('、')}</> : text.nothingMissing)}
      </p>
    </div>
  )
}
