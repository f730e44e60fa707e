import { Button, Drawer, Group, Stack } from '@mantine/core'
import { Link } from 'wouter'
import type { MethodName } from '../../../../shared/contract/index.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import { formatCount } from '../../ui/format.ts'
import styles from './AuditPage.module.css'
import { detailName, detailWords } from './detail.ts'
import type { AuditFilter, Entry } from './queries.ts'
import { Subject } from './Subject.tsx'

type Props = {
  entry: Entry | undefined
  onClose: () => void
  onOlder?: () => void
  onNewer?: () => void
  onFilter: (part: Partial<AuditFilter>) => void
}

/** One entry whole: who, when, what, the details as they were written, and the hash that seals it to the one before. */
export function EntryDrawer({ entry, onClose, onOlder, onNewer, onFilter }: Props) {
  const { audit } = useText()
  return (
    <Drawer opened={entry !== undefined} onClose={onClose} position="right" size={460} title={entry && audit.entry(formatCount(entry.seq))}>
      {entry && (
        <Stack gap="xl">
          <Facts entry={entry} />
          <Details entry={entry} />
          <section>
            <h3 className={styles.title}>{audit.wholeHash}</h3>
            <p className={styles.whole}>{entry.hash}</p>
          </section>
          <Group gap="sm">
            <Ways entry={entry} onFilter={onFilter} />
          </Group>
          <Group justify="space-between">
            <Button disabled={!onOlder} onClick={onOlder}>{audit.previous}</Button>
            <Button disabled={!onNewer} onClick={onNewer}>{audit.next}</Button>
          </Group>
        </Stack>
      )}
    </Drawer>
  )
}

function Facts({ entry }: { entry: Entry }) {
  const { audit } = useText()
  return (
    <dl className={styles.pairs}>
      <dt>{audit.at}</dt><dd><InstantText instant={entry.at} seconds /></dd>
      <dt>{audit.actor}</dt><dd>{entry.actorName || audit.nobody}</dd>
      <dt>{audit.methodHead}</dt><dd>{audit.method[entry.method as MethodName] ?? entry.method} <span className={styles.hash}>{entry.method}</span></dd>
      <dt>{audit.subject}</dt><dd><Subject entry={entry} /></dd>
      <dt>{audit.outcomeHead}</dt><dd className={entry.outcome === 'refused' ? styles.refused : undefined}>{audit.outcome[entry.outcome]}</dd>
    </dl>
  )
}

function Details({ entry }: { entry: Entry }) {
  const text = useText()
  const details = Object.entries(entry.detail)
  return (
    <section>
      <h3 className={styles.title}>{text.audit.detail}</h3>
      {details.length === 0 ? text.audit.noDetail : (
        <dl className={styles.pairs}>
          {details.map(([key, value]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{detailName(key, text)}</dt>
              <dd>{detailWords(value, text, key)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** From an entry to its subject's page, or to all entries about it or by the same person. */
function Ways({ entry, onFilter }: { entry: Entry; onFilter: Props['onFilter'] }) {
  const { audit } = useText()
  const may = useMay()
  const { subjectKind, subjectId, actorId } = entry
  const path =
    subjectId === null ? null
    : subjectKind === 'dossier' && may('dossiers.get') ? paths.dossier(subjectId)
    : subjectKind === 'party' && may('parties.get') ? paths.party(subjectId)
    : subjectKind === 'slip' && may('lookups.get') ? paths.slip(subjectId)
    : null
  return (
    <>
      {path !== null && <Button component={Link} to={path}>{audit.openSubject}</Button>}
      {subjectKind !== null && subjectId !== null && <Button onClick={() => onFilter({ subjectKind, subjectId })}>{audit.onlySubject}</Button>}
      {actorId !== null && <Button onClick={() => onFilter({ actorId })}>{audit.onlyActor}</Button>}
    </>
  )
}
