import { Badge, Button, Modal, Radio, Stack, TextInput } from '@mantine/core'
import { IconAdjustments, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type FileRead, readSchemeFile } from './file.ts'
import { changeSchemes, schemesQuery, type SchemeListed, type VersionListed } from './queries.ts'
import { RefusedFile } from './RefusedFile.tsx'
import styles from './schemes.module.css'

type Row = VersionListed & { scheme: SchemeListed }
const RUNNING = ['draft', 'submitted', 'reviewed']

/** Every rating scheme with its versions; from here a new one is begun, or read out of a file. */
export function SchemesPage() {
  const { schemes: text } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const list = useQuery(schemesQuery)
  const [file, setFile] = useState<FileRead | null>(null)
  const [error, setError] = useState<unknown>(null)
  const input = useRef<HTMLInputElement>(null)
  const rows: Row[] = (list.data ?? []).flatMap((scheme) => scheme.versions.map((version) => ({ ...version, scheme })))
  const prepare = async (row: Row) => {
    setError(null)
    try {
      const { id } = await changeSchemes('schemes.prepare', { schemeId: row.schemeId, fromId: row.id })
      go(paths.scheme(id))
    } catch (refusal) {
      setError(refusal)
    }
  }
  const columns = useColumns(prepare)
  return (
    <div className={styles.page}>
      <PageHead title={text.title}>
        {may('schemes.create') && (
          <>
            <Button leftSection={<IconUpload size={18} stroke={1.5} aria-hidden />} onClick={() => input.current?.click()}>{text.list.import}</Button>
            <input ref={input} type="file" accept=".json,application/json" hidden aria-label={text.list.import} onChange={(event) => { const chosen = event.currentTarget.files?.[0]; event.currentTarget.value = ''; if (chosen) void chosen.text().then((content) => setFile(readSchemeFile(content))) }} />
          </>
        )}
      </PageHead>
      <Refusal error={error} />
      {list.error && <div className={styles.empty}><ErrorState error={list.error} retry={() => void list.refetch()} /></div>}
      {!list.error && list.data?.length === 0 && <div className={styles.empty}><EmptyState icon={IconAdjustments} title={text.list.none} hint={text.list.noneHint} /></div>}
      {!list.error && list.data?.length !== 0 && (
        <DataTable label={text.list.label} columns={columns} count={list.isPending ? 4 : rows.length} rowAt={(index) => rows[index]} rowKey={({ id }) => id} rowHeight={44} onOpen={(row) => go(paths.scheme(row.id))} />
      )}
      {file !== null && ('refused' in file ? <RefusedFile file={file} onClose={() => setFile(null)} /> : <TakeIn scheme={file.scheme} code={file.code} list={list.data ?? []} onClose={() => setFile(null)} />)}
    </div>
  )
}

function useColumns(prepare: (row: Row) => Promise<void>): Column<Row>[] {
  const { schemes: text } = useText()
  // English words are longer than Chinese ones.
  const isWide = useLanguage().language === 'en'
  const may = useMay()
  const signed = (name: string | null, at: string | null) => (name === null ? <span className={styles.quiet}>—</span> : <span title={at ?? undefined}>{name}</span>)
  const isRunning = (row: Row) => row.scheme.versions.some(({ state }) => RUNNING.includes(state))
  return [
    { key: 'code', heading: text.list.code, width: 90, cell: (row) => row.scheme.code },
    { key: 'name', heading: text.list.name, cell: (row) => <strong title={row.name}>{row.name}</strong> },
    { key: 'for', heading: text.limits.forLabel, width: 92, cell: (row) => text.for[row.scheme.for] },
    { key: 'no', heading: text.list.version, width: 104, cell: (row) => text.version(row.no) },
    { key: 'state', heading: text.list.state, width: 112, cell: (row) => <Badge className={row.isInForce ? styles.forceBadge : undefined}>{row.isInForce ? text.inForce : text.state[row.state]}</Badge> },
    { key: 'from', heading: text.list.effective, width: isWide ? 138 : 112, cell: (row) => (row.preparedByName === null ? <span className={styles.quiet}>{text.withProgram}</span> : row.effectiveOn ?? <span className={styles.quiet}>—</span>) },
    { key: 'prepared', heading: text.list.prepared, width: 96, cell: (row) => signed(row.preparedByName, row.preparedAt) },
    { key: 'reviewed', heading: text.list.reviewed, width: 96, cell: (row) => signed(row.reviewedByName, row.reviewedAt) },
    { key: 'approved', heading: text.list.approved, width: 96, cell: (row) => signed(row.approvedByName, row.approvedAt) },
    { key: 'do', heading: '', width: isWide ? 136 : 124, align: 'end', cell: (row) => row.isInForce && may('schemes.prepare') && !isRunning(row) && <Button size="xs" onClick={(event) => { event.stopPropagation(); void prepare(row) }}>{text.list.newVersion}</Button> },
  ]
}

/** Where a scheme out of a file goes. */
function TakeIn({ scheme, code: suggested, list, onClose }: { scheme: Scheme; code: string; list: readonly SchemeListed[]; onClose: () => void }) {
  const { schemes: text } = useText()
  const [, go] = useLocation()
  const runningNo = (one: SchemeListed) => one.versions.find(({ state }) => RUNNING.includes(state))?.no ?? null
  const fitting = list.filter((one) => one.for === scheme.for)
  const same = fitting.find((one) => one.code === suggested && runningNo(one) === null)
  const [target, setTarget] = useState<string>(same ? String(same.id) : 'new')
  const [code, setCode] = useState('')
  const save = async () => {
    const note = null
    const { id } = target === 'new' ? await changeSchemes('schemes.create', { code, body: scheme, note }) : await changeSchemes('schemes.prepare', { schemeId: Number(target), body: scheme, note })
    go(paths.scheme(id))
  }
  return (
    <Modal opened onClose={onClose} title={`${text.list.import} · ${scheme.name}`} size={480}>
      <SaveForm action={text.list.create} isReady={target !== 'new' || /^[A-Z][A-Z0-9-]{1,9}$/.test(code)} onClose={onClose} onSave={save}>
        <Radio.Group label={text.list.imported} value={target} onChange={setTarget}>
          <Stack gap={8} mt={4}>{fitting.map((one) => {
            const no = runningNo(one)
            return <Radio key={one.id} value={String(one.id)} disabled={no !== null} label={text.list.asNext(one.code)} {...(no === null ? {} : { description: text.list.running(no) })} />
          })}<Radio value="new" label={text.list.asNew} /></Stack>
        </Radio.Group>
        {target === 'new' && <TextInput label={text.list.code} description={text.list.codeHint} required maxLength={10} value={code} onChange={(event) => setCode(event.currentTarget.value.toUpperCase())} />}
      </SaveForm>
    </Modal>
  )
}
