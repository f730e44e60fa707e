import { Badge, Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowsDiff, IconHistory, IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { compareRegulations } from '../../../../shared/rules/regulations/compare.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { LineTable } from './LineTable.tsx'
import { bodyQuery, versionsQuery, type Version } from './queries.ts'
import { RegulationsHead } from './RegulationsHead.tsx'
import styles from './versions.module.css'

/** Every version this archive has worked under or will, who adopted it and why, and how each differs from the one before. */
export function VersionsPage() {
  const versions = useQuery(versionsQuery)
  const { data, error } = versions
  const [chosenId, choose] = useState<number | null>(null)
  const chosen = data?.find(({ id }) => id === chosenId) ?? data?.find(({ state }) => state === 'inForce') ?? data?.[0]
  return (
    <div className={styles.page}>
      <RegulationsHead view="versions" />
      {error && !data && <div className={styles.card}><ErrorState error={error} retry={() => void versions.refetch()} /></div>}
      {!error && !data && <Skeleton height="100%" mih={400} radius={8} />}
      {data && chosen && (
        <div className={styles.columns}>
          <VersionList versions={data} chosenId={chosen.id} onChoose={choose} />
          <Chosen key={chosen.id} version={chosen} before={standingBefore(data, chosen)} />
        </div>
      )}
    </div>
  )
}

/** The one that held before: withdrawn versions never did. */
function standingBefore(versions: readonly Version[], version: Version): Version | undefined {
  return versions.slice(versions.indexOf(version) + 1).find(({ state }) => state !== 'withdrawn')
}

const COLOURS: Record<Version['state'], string> = { inForce: 'ink', future: 'ink', past: 'gray', replaced: 'gray', withdrawn: 'gray' }

function VersionList({ versions, chosenId, onChoose }: { versions: readonly Version[]; chosenId: number; onChoose: (id: number) => void }) {
  const { regulations } = useText()
  const words = regulations.versions
  return (
    <nav className={styles.list} aria-label={regulations.tab.versions}>
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <button type="button" title={`${version.regulation} ${version.title}`} className={version.id === chosenId ? styles.chosen : undefined} aria-pressed={version.id === chosenId} onClick={() => onChoose(version.id)}>
              <span className={styles.top}>
                <span className={version.state === 'withdrawn' ? styles.struck : styles.day}>{version.effectiveOn}</span>
                {version.state !== 'future' && <span className={styles.until}>— {version.untilOn ?? (version.state === 'inForce' ? words.present : version.effectiveOn)}</span>}
                <Badge variant={version.state === 'inForce' ? 'filled' : 'light'} color={COLOURS[version.state]} className={styles.badge}>{words.state[version.state]}</Badge>
              </span>
              <span className={styles.name}>{version.regulation} {version.title}</span>
              {version.note !== null && <span className={styles.note}>{version.note}</span>}
              <span className={styles.runs}>{words.runs(formatCount(version.dossiers), formatCount(version.slips))}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Chosen({ version, before }: { version: Version; before: Version | undefined }) {
  const { regulations } = useText()
  const words = regulations.versions
  const may = useMay()
  const [isWithdrawing, setWithdrawing] = useState(false)
  return (
    <section className={styles.detail} aria-label={`${version.regulation} ${version.effectiveOn}`}>
      <header className={styles.head}>
        <div className={styles.who}>
          <h2 className={styles.title}>{version.regulation} {version.title}</h2>
          <p className={styles.facts}>
            {version.adoptedByName === null ? words.withArchive : `${version.adoptedByName}　${version.adoptedAt === null ? '' : localMinute(version.adoptedAt)}`}
            {version.note !== null && `　${version.note}`}
          </p>
          {version.withdrawnAt !== null && <p className={styles.facts}>{words.withdrawn(version.withdrawnByName ?? '', localMinute(version.withdrawnAt))}</p>}
        </div>
        <div className={styles.actions}>
          {version.state === 'future' && may('regulations.withdraw') && <Button variant="outline" color="seal" onClick={() => setWithdrawing(true)}>{regulations.withdraw.action}</Button>}
          {before && <Button component={Link} href={paths.regulationSides(`version:${before.id}`, `version:${version.id}`)} leftSection={<IconArrowsDiff size={18} aria-hidden />}>{words.compare}</Button>}
          <Button component={Link} href={paths.regulationEditFrom(`version:${version.id}`)} leftSection={<IconPencil size={18} aria-hidden />}>{words.edit}</Button>
        </div>
      </header>
      {before ? <Differences version={version} before={before} /> : <div className={styles.card}><EmptyState icon={IconHistory} title={words.first} /></div>}
      <Withdrawal version={version} opened={isWithdrawing} onClose={() => setWithdrawing(false)} />
    </section>
  )
}

function Differences({ version, before }: { version: Version; before: Version }) {
  const { regulations } = useText()
  const words = regulations.versions
  const now = useQuery(bodyQuery(`version:${version.id}`))
  const then = useQuery(bodyQuery(`version:${before.id}`))
  const error = now.error ?? then.error
  if (error) return <div className={styles.card}><ErrorState error={error} retry={() => void Promise.all([now.refetch(), then.refetch()])} /></div>
  if (!now.data || !then.data) return <Skeleton height="100%" mih={240} radius={8} />
  const different = compareRegulations(then.data, now.data).filter(({ isSame }) => !isSame)
  if (different.length === 0) return <div className={styles.card}><EmptyState icon={IconHistory} title={words.sameAsBefore} /></div>
  return (
    <>
      <p className={styles.count}>{words.differences(different.length)}</p>
      <LineTable lines={different} left={regulations.compare.version(before.effectiveOn)} right={regulations.compare.version(version.effectiveOn)} />
    </>
  )
}

function Withdrawal({ version, opened, onClose }: { version: Version; opened: boolean; onClose: () => void }) {
  const { regulations } = useText()
  const words = regulations.withdraw
  const client = useQueryClient()
  const withdraw = async (reason: string) => {
    await call('regulations.withdraw', { id: version.id, reason })
    await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('regulations') })
    notifications.show({ message: words.done })
  }
  return (
    <ConfirmModal opened={opened} onClose={onClose} title={words.title} action={words.action} isDangerous reasonLabel={words.reason} reasonMaxLength={300} onConfirm={withdraw}>
      {words.hint(version.effectiveOn)}
    </ConfirmModal>
  )
}
