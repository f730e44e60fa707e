import { Button, Skeleton } from '@mantine/core'
import { IconCertificate, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery, useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { Panel } from '../../ui/Panel.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { changeStanding, qualificationsQuery, type Evidence, type Qualified } from './queries.ts'
import styles from './qualifications.module.css'
import { askedWords, kindsWords } from './words.ts'

/** Archivists by whether they may act, and what each can show. */
export function StandingTab() {
  const text = useText()
  const may = useMay()
  const { data, error, refetch } = useQuery(qualificationsQuery)
  const [chosen, setChosen] = useState<number | null>(null)
  const [recording, setRecording] = useState(false)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy><Skeleton height="100%" /><Skeleton height={240} radius={8} /></div>
  const person = data.people.find(({ personId }) => personId === chosen) ?? data.people[0]
  return (
    <>
      <p className={styles.asked}>{askedWords(text, data.asked)}</p>
      {person === undefined
        ? <EmptyState icon={IconCertificate} title={text.qualifications.none} hint={text.qualifications.noneHint} />
        : (
          <div className={styles.page}>
            <div className={styles.table}><People people={data.people} chosen={person.personId} onChoose={(one) => setChosen(one.personId)} /></div>
            <div className={styles.side}>
              <Shown person={person} onRecord={may('qualifications.record') ? () => setRecording(true) : undefined} />
            </div>
            <EvidenceDialog person={recording ? person : null} onClose={() => setRecording(false)} />
          </div>
        )}
    </>
  )
}

function People({ people, chosen, onChoose }: { people: readonly Qualified[]; chosen: number; onChoose: (person: Qualified) => void }) {
  const { qualifications: text, common } = useText()
  const columns: Column<Qualified>[] = [
    { key: 'name', heading: text.person, width: 130, cell: ({ name }) => <span className={styles.name} title={name}>{name}</span> },
    { key: 'standing', heading: text.standing, cell: (person) => <StandingWords person={person} /> },
    {
      key: 'evidence', heading: text.evidence, width: 240,
      cell: ({ evidence }) => {
        const kinds = [...new Set(evidence.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ kind }) => text.kind[kind]))].join(common.listSeparator)
        return kinds === '' ? <span className={styles.quiet}>{text.noEvidence}</span> : <span title={kinds}>{kinds}</span>
      },
    },
  ]
  return <DataTable label={text.table} columns={columns} count={people.length} rowAt={(index) => people[index]} rowKey={({ personId }) => personId} selectedKey={chosen} onOpen={onChoose} />
}

/** Whether somebody may act as archivist: what lacks, or until when he may. */
function StandingWords({ person: { isArchivist, standing } }: { person: Qualified }) {
  const text = useText()
  const { data: status } = useQuery(statusQuery)
  const words = text.qualifications
  if (!isArchivist) return <span className={styles.quiet}>{words.notArchivist}</span>
  if (standing === null) return <span className={styles.good}>{words.valid}</span>
  if (!standing.isValid) return <span className={styles.over}>{words.lacking(kindsWords(text, standing.lacks))} · {words.resting}</span>
  if (standing.until === null) return <span className={styles.good}>{words.valid}</span>
  const isNear = status !== undefined && standing.until <= soonAfter(status.today)
  return <span className={isNear ? styles.near : styles.good}>{words.validUntil(standing.until)}</span>
}

const soonAfter = (today: string) => new Date(Date.parse(`${today}T00:00:00Z`) + 30 * 86_400_000).toISOString().slice(0, 10)

function Shown({ person, onRecord }: { person: Qualified; onRecord?: () => void }) {
  const { qualifications: text } = useText()
  const me = useSession()?.personId
  const may = useMay()
  const [withdrawing, setWithdrawing] = useState<Evidence | null>(null)
  const isOther = person.personId !== me
  return (
    <Panel
      title={`${person.name} · ${text.evidence}`}
      aside={onRecord && isOther && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={onRecord}>{text.record}</Button>}
    >
      {person.evidence.length === 0 ? <EmptyState title={text.noEvidence} hint={text.recordHint} /> : (
        <ul className={styles.pieces}>
          {person.evidence.map((piece) => (
            <li key={piece.id} className={piece.withdrawnAt === null ? styles.piece : `${styles.piece} ${styles.struck}`}>
              <span className={styles.kind}>{text.kind[piece.kind]}</span>
              <span className={styles.title}>{piece.title}</span>
              {piece.withdrawnAt === null && may('qualifications.withdraw') && isOther
                ? <Button size="xs" variant="subtle" aria-label={text.withdrawTitle(piece.title)} onClick={() => setWithdrawing(piece)}>{text.withdraw}</Button>
                : <span />}
              <span className={styles.note}>
                {[
                  piece.obtainedOn, piece.degree && text.degree[piece.degree], piece.score !== null && text.points(piece.score), !piece.isEnough && text.notEnough,
                  piece.issuedBy, piece.remarks, text.by(piece.recordedBy),
                ].filter(Boolean).join('　')}
              </span>
              {piece.withdrawnAt !== null && <span className={styles.note}>{text.withdrawn(localMinute(piece.withdrawnAt).slice(0, 10), piece.withdrawReason ?? '')}</span>}
            </li>
          ))}
        </ul>
      )}
      <ConfirmModal
        opened={withdrawing !== null} onClose={() => setWithdrawing(null)} title={text.withdrawTitle(withdrawing?.title ?? '')} action={text.withdraw} isDangerous reasonLabel={text.reason}
        onConfirm={(reason) => changeStanding('qualifications.withdraw', { id: withdrawing?.id ?? 0, reason })}
      >
        {text.withdrawHint}
      </ConfirmModal>
    </Panel>
  )
}
