import { ActionIcon, Button, Modal, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { Input } from '../../../../shared/contract/index.ts'
import { ENDLESS, GUARANTEES, type GuaranteeKind, type NotCounted } from '../../../../shared/rules/limits/guarantees.ts'
import { useText } from '../../app/text.tsx'
import { fenFromWan } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { type ChosenPage, PageList } from '../ratings/index.ts'
import styles from './limits.module.css'
import { GuaranteePage } from './GuaranteePage.tsx'
import { type Limit, pagesQuery } from './queries.ts'
import { granted } from './words.ts'

export type Drafted = { key: number; kind: GuaranteeKind; amount: string; until: string | null; giver: string; page: ChosenPage | null; shown: Limit['guarantees'][number]['page']; counted: { countedFen: number; why: NotCounted | null } | null }
type Sent = Input<'limits.save'>['guarantees'][number]

const fenOf = (amount: string): number | null => {
  const read = fenFromWan(amount)
  return 'fen' in read ? read.fen : null
}
export const isWhole = ({ amount }: Drafted): boolean => (fenOf(amount) ?? 0) > 0
export const sentOf = ({ kind, amount, until, giver, page }: Drafted): Sent =>
  ({ kind, amountFen: fenOf(amount) ?? 0, until, giver: giver.trim() || null, page: page && { attachmentId: page.attachmentId, page: page.page } })

/** Guarantees as they are entered; what each counts for is known once they are kept. */
export function GuaranteesForm({ partyId, rows, onChange }: { partyId: number; rows: Drafted[]; onChange: (rows: Drafted[]) => void }) {
  const { limits: { guarantee: words, inWan }, schemes: { credit } } = useText()
  const [choosing, setChoosing] = useState<number | null>(null)
  const edit = (key: number, change: Partial<Drafted>) => onChange(rows.map((row) => (row.key === key ? { ...row, counted: null, ...change } : row)))
  const add = () => onChange([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, kind: 'cash', amount: '', until: null, giver: '', page: null, shown: null, counted: null }])
  return (
    <>
      {rows.length > 0 && (
        <table className={styles.table} aria-label={words.title}>
          <colgroup><col style={{ width: 132 }} /><col style={{ width: 116 }} /><col /><col style={{ width: 156 }} /><col style={{ width: 96 }} /><col style={{ width: 28 }} /></colgroup>
          <thead><tr><th scope="col">{words.kind}</th><th scope="col">{inWan(words.amount)}</th><th scope="col">{words.giver}</th><th scope="col">{words.until}</th><th scope="col" className={styles.right}>{words.counted}</th><td /></tr></thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.key}>
                <tr className={styles.of}>
                  <td><Select aria-label={words.kind} allowDeselect={false} value={row.kind} data={GUARANTEES.map((value) => ({ value, label: credit.guarantee[value] }))} onChange={(kind) => kind !== null && edit(row.key, { kind })} /></td>
                  <td><TextInput aria-label={words.amount} inputMode="decimal" classNames={{ input: styles.right }} value={row.amount} error={row.amount !== '' && !isWhole(row)} onChange={(event) => edit(row.key, { amount: event.currentTarget.value })} /></td>
                  <td><TextInput aria-label={words.giver} title={row.giver} maxLength={60} value={row.giver} onChange={(event) => edit(row.key, { giver: event.currentTarget.value })} /></td>
                  <td><DayInput aria-label={words.until} placeholder={ENDLESS.includes(row.kind) ? words.noUntil : undefined} value={row.until} onChange={(until) => edit(row.key, { until })} /></td>
                  <td className={styles.right}>{row.counted === null ? <span className={styles.quiet}>—</span> : row.counted.why === null ? granted(row.counted.countedFen) : <span className={styles.amber}>{words.whyNot[row.counted.why]}</span>}</td>
                  <td><ActionIcon variant="subtle" size={28} aria-label={words.remove(credit.guarantee[row.kind])} onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}><IconTrash size={16} aria-hidden /></ActionIcon></td>
                </tr>
                <tr><td colSpan={6}><PageLine row={row} onChoose={() => setChoosing(row.key)} /></td></tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Button size="xs" variant="subtle" mt={rows.length > 0 ? 8 : 0} leftSection={<IconPlus size={14} aria-hidden />} disabled={rows.length >= 20} onClick={add}>{words.add}</Button>
      {rows.length === 0 && <span className={styles.quiet}>　{words.none}</span>}
      {choosing !== null && <PageDialog partyId={partyId} chosen={rows.find(({ key }) => key === choosing)?.page ?? null} onClose={() => setChoosing(null)} onChoose={(page) => { edit(choosing, { page, shown: null }); setChoosing(null) }} />}
    </>
  )
}

/** The page behind it, as it was kept or as it was chosen just now. */
function PageLine({ row, onChoose }: { row: Drafted; onChoose: () => void }) {
  const { limits: { guarantee: words } } = useText()
  return (
    <span className={styles.behind}>
      <span className={styles.filed}>{words.page}</span>
      {row.page && (row.shown ? <GuaranteePage page={row.shown} /> : <span>{words.pageOf(row.page.title, row.page.page)}</span>)}
      <button type="button" className={styles.link} onClick={onChoose}>{row.page ? words.change : words.choose}</button>
    </span>
  )
}

function PageDialog({ partyId, chosen, onChoose, onClose }: { partyId: number; chosen: ChosenPage | null; onChoose: (page: ChosenPage) => void; onClose: () => void }) {
  const { limits: { guarantee: words } } = useText()
  const { data, error, refetch } = useQuery(pagesQuery(partyId))
  return (
    <Modal opened onClose={onClose} size={640} title={words.pageTitle}>
      <PageList pages={data} error={error} onRetry={() => void refetch()} isChosen={(attachmentId, page) => chosen?.attachmentId === attachmentId && chosen.page === page} onChoose={onChoose} />
    </Modal>
  )
}
