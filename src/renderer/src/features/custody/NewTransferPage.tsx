import { Button, Checkbox, Select, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowsExchange, IconFolderOff, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { MOST_LINES } from '../../../../shared/contract/custody.ts'
import { DOSSIER_KINDS } from '../../../../shared/contract/dossiers.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CandidateTable } from './CandidateTable.tsx'
import { candidatesQuery, transferQuery, useCommand, waysQuery, type Candidate, type Transfer, type Way } from './queries.ts'
import { wayWords } from './words.ts'
import styles from './custody.module.css'

const keyOf = ({ from, to, departmentId }: Way) => `${from} ${to} ${departmentId ?? ''}`

/** A new list, or a draft changed (`?change=12`): which way, which folders; what is due is chosen already. */
export function NewTransferPage() {
  const { custody } = useText()
  const changing = /^[1-9]\d*$/.exec(new URLSearchParams(useSearch()).get('change') ?? '')?.[0]
  const ways = useQuery(waysQuery)
  const transfer = useQuery({ ...transferQuery(Number(changing ?? 0)), enabled: changing !== undefined })
  const error = ways.error ?? transfer.error
  const isWaiting = ways.isPending || (changing !== undefined && transfer.isPending)
  return (
    <div className={styles.page}>
      <PageHead title={transfer.data ? custody.create.changeTitle(transfer.data.number) : custody.create.title} />
      {error && <div className={styles.card}><ErrorState error={error} retry={() => void ways.refetch()} /></div>}
      {!error && isWaiting && <Skeleton height={420} radius={8} />}
      {!error && ways.data && !isWaiting && (
        ways.data.length === 0
          ? <div className={styles.card}><EmptyState icon={IconArrowsExchange} title={custody.empty.ways} hint={custody.empty.waysHint} /></div>
          : <Choosing key={changing} ways={ways.data} transfer={transfer.data ?? null} />
      )}
    </div>
  )
}

function Choosing({ ways, transfer }: { ways: readonly Way[]; transfer: Transfer | null }) {
  const text = useText()
  const { custody, common } = text
  const words = custody.create
  const own = transfer && ways.find((way) => way.from === transfer.fromStage && way.to === transfer.toStage && way.departmentId === transfer.departmentId)
  const [way, setWay] = useState(keyOf(own ?? ways[0]!))
  const [year, setYear] = useState('')
  const [kind, setKind] = useState<(typeof DOSSIER_KINDS)[number] | null>(null)
  const [sought, setSought] = useState('')
  const [settled] = useDebouncedValue(sought.trim(), 150)
  const chosenWay = ways.find((one) => keyOf(one) === way) ?? ways[0]!
  const { from, to, departmentId } = chosenWay
  const candidates = useQuery(candidatesQuery({
    from, to, departmentId, kind, year: /^\d{4}$/.test(year) ? Number(year) : null, text: settled,
  }))
  const rows = useMemo(() => candidates.data?.rows ?? [], [candidates.data])
  const { chosen, toggle, set, pages } = useChosen(rows, way, transfer)
  return (
    <>
      <div className={styles.filters}>
        <Select
          aria-label={words.way} w={300} data={ways.map((one) => ({ value: keyOf(one), label: wayWords(text, one) }))} value={way} allowDeselect={false}
          disabled={transfer !== null} onChange={(value) => value !== null && setWay(value)}
        />
        <TextInput aria-label={words.year} placeholder={words.anyYear} w={96} maxLength={4} inputMode="numeric" value={year} onChange={(event) => setYear(event.currentTarget.value)} />
        <FilterSelect label={words.anyKind} width={120} value={kind} onChange={setKind} data={DOSSIER_KINDS.map((value) => ({ value, label: common.dossierKind[value] }))} />
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} w={200} leftSection={<IconSearch size={16} aria-hidden />} value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Checkbox
          label={words.chooseDue} checked={rows.some(isReadyAndDue) && rows.filter(isReadyAndDue).every((row) => chosen.has(row.dossierId))}
          disabled={!rows.some(isReadyAndDue)} onChange={(event) => set(event.currentTarget.checked ? rows.filter(isReadyAndDue) : [])}
        />
        {candidates.data && <span className={styles.total}>{words.shown(formatCount(rows.length), formatCount(candidates.data.total))}</span>}
      </div>
      {candidates.error && <div className={styles.card}><ErrorState error={candidates.error} retry={() => void candidates.refetch()} /></div>}
      {candidates.isPending && <Skeleton height={360} radius={8} />}
      {candidates.data && rows.length === 0 && <div className={styles.card}><EmptyState icon={IconFolderOff} title={custody.empty.candidates} hint={custody.empty.candidatesHint} /></div>}
      {candidates.data && rows.length > 0 && <CandidateTable rows={rows} chosen={chosen} onToggle={toggle} />}
      <Footer way={chosenWay} chosen={chosen} pages={pages} transfer={transfer} />
    </>
  )
}

const isReadyAndDue = (row: Candidate) => row.obstacle === null && row.due?.isDue === true

/** The chosen folders of a way: first those of the draft, or what is due. Another way begins anew. */
function useChosen(rows: readonly Candidate[], way: string, transfer: Transfer | null) {
  const [picked, setPicked] = useState<{ way: string; pages: ReadonlyMap<number, number> } | null>(null)
  const first = () => new Map(transfer
    ? transfer.lines.map((line) => [line.dossierId, line.pages] as const)
    : rows.filter(isReadyAndDue).slice(0, MOST_LINES).map((row) => [row.dossierId, row.pages] as const))
  const chosen = picked?.way === way ? picked.pages : first()
  const toggle = (row: Candidate) => {
    const next = new Map(chosen)
    if (next.has(row.dossierId)) next.delete(row.dossierId)
    else if (next.size < MOST_LINES) next.set(row.dossierId, row.pages)
    setPicked({ way, pages: next })
  }
  const set = (all: readonly Candidate[]) => setPicked({ way, pages: new Map(all.slice(0, MOST_LINES).map((row) => [row.dossierId, row.pages])) })
  return { chosen, toggle, set, pages: [...chosen.values()].reduce((sum, pages) => sum + pages, 0) }
}

function Footer({ way, chosen, pages, transfer }: { way: Way; chosen: ReadonlyMap<number, number>; pages: number; transfer: Transfer | null }) {
  const { custody, common } = useText()
  const words = custody.create
  const command = useCommand()
  const [, go] = useLocation()
  const [remarks, setRemarks] = useState(transfer?.remarks ?? '')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const save = async () => {
    setRunning(true)
    setRefusal(null)
    const list = { dossierIds: [...chosen.keys()], remarks: remarks.trim() || null }
    try {
      if (transfer) await command('transfers.change', { id: transfer.id, version: transfer.version, ...list })
      const made = transfer ?? await command('transfers.create', { from: way.from, to: way.to, departmentId: way.departmentId, ...list })
      notifications.show({ message: transfer ? words.changed : words.made(made.number) })
      go(paths.transfer(made.id))
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <div className={styles.bottom}>
      <span className={styles.chosen} role="status">{words.chosen(chosen.size, pages)}</span>
      <Refusal error={refusal} />
      <TextInput aria-label={words.remarks} placeholder={words.remarks} w={260} maxLength={300} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      <Button onClick={() => go(transfer ? paths.transfer(transfer.id) : paths.transfers)}>{common.cancel}</Button>
      <Button variant="filled" loading={isRunning} disabled={chosen.size === 0} onClick={() => void save()}>{transfer ? common.save : words.title}</Button>
    </div>
  )
}
