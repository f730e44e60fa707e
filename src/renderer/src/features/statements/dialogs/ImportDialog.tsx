import { Button, Checkbox, Loader, Modal, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OPINIONS } from '../../../../../shared/contract/statements.ts'
import { FORMATS, SHEETS } from '../../../../../shared/rules/statements/form.ts'
import { forms } from '../../../../../shared/rules/statements/forms.ts'
import { isAnnual, monthEnd } from '../../../../../shared/rules/statements/period.ts'
import { UNITS } from '../../../../../shared/rules/statements/units.ts'
import { statusQuery } from '../../../app/session.tsx'
import { useText } from '../../../app/text.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { changeStatements, type Preview } from '../queries.ts'
import styles from '../statements.module.css'
import type { StatementsParty } from '../StatementsTab.tsx'
import { useImport } from './use-import.ts'

type Props = { party: StatementsParty; onClose: () => void; onDone: (id: number) => void }

/** Statements from a file: what was recognised, by year, what was not, and where it belongs. */
export function ImportDialog({ party, onClose, onDone }: Props) {
  const { statements: { imports: words } } = useText()
  const importing = useImport(party.id)
  const { file, preview, error } = importing
  return (
    <Modal opened onClose={onClose} title={words.title} size={preview ? 760 : 520}>
      <Stack gap="md">
        {file === null && <FileDrop multiple={false} accept=".xlsx,.csv,.tsv,.txt" onFiles={([first]) => first && void importing.choose(first)}>{words.file}</FileDrop>}
        {file !== null && !preview && error === null && <div role="status" className={styles.importYear}><Loader size={18} aria-hidden />{words.reading}　{file.name}</div>}
        {error !== null && <><Refusal error={error} /><div><Button onClick={importing.reset}>{words.another}</Button></div></>}
        {file !== null && preview && error === null && <ImportForm importing={importing} preview={preview} party={party} onClose={onClose} onDone={onDone} />}
      </Stack>
    </Modal>
  )
}

type FormProps = Props & { importing: ReturnType<typeof useImport>; preview: Preview }

function ImportForm({ importing, preview, party, onClose, onDone }: FormProps) {
  const { statements: words } = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  const [left, setLeft] = useState<readonly string[]>([])
  const [opinion, setOpinion] = useState<(typeof OPINIONS)[number]>('none')
  const [auditor, setAuditor] = useState('')
  const [receivedOn, setReceivedOn] = useState(today)
  const { asked, upload, tell, isStale } = importing
  const years = preview.sets.filter(({ periodEnd, existing }) => existing !== 'confirmed' && !left.includes(periodEnd)).map(({ periodEnd }) => periodEnd)
  const needsYear = asked.periodEnd !== undefined || preview.problems.some(({ problem }) => problem === 'period-unknown')
  const run = async () => {
    const { ids } = await changeStatements('statements.import', { partyId: party.id, upload: upload!.token, ...asked, opinion, auditor, receivedOn, years })
    notifications.show({ message: words.imports.done(ids.length) })
    // The newest year, entered last, is what one looks at next.
    onDone(ids.at(-1)!)
  }
  return (
    <SaveForm action={words.imports.run(years.length)} isReady={years.length > 0 && receivedOn !== '' && !isStale} onClose={onClose} onSave={run}>
      <div className={styles.two}>
        <Select label={words.dialog.format} allowDeselect={false} data={FORMATS.map((value) => ({ value, label: words.format[value] }))} value={preview.format} onChange={(format) => format && tell({ format })} />
        <Select label={words.dialog.unit} allowDeselect={false} data={UNITS.map((value) => ({ value, label: words.unit[value] }))} value={preview.unit} onChange={(unit) => unit && tell({ unit })} />
        <Select label={words.dialog.opinion} allowDeselect={false} data={OPINIONS.map((value) => ({ value, label: words.opinion[value] }))} value={opinion} onChange={(chosen) => chosen && setOpinion(chosen)} />
        <TextInput label={words.dialog.auditor} maxLength={100} value={auditor} onChange={(event) => setAuditor(event.currentTarget.value)} />
        <DayInput label={words.dialog.receivedOn} required maxDate={today} value={receivedOn || null} onChange={(day) => setReceivedOn(day ?? '')} />
        {needsYear && <DayInput label={words.imports.periodEnd} description={words.imports.periodHint} maxDate={today} value={asked.periodEnd ?? null} onChange={(day) => tell({ periodEnd: day === null ? null : monthEnd(day) })} />}
      </div>
      <div className={styles.importYears} role="group" aria-label={words.imports.years}>
        {preview.sets.map(({ periodEnd, lines, faults, existing }) => (
          <div key={periodEnd} className={styles.importYear}>
            <Checkbox
              label={words.tab.year(periodEnd)} checked={years.includes(periodEnd)} disabled={existing === 'confirmed'}
              onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== periodEnd) : [...left, periodEnd])}
            />
            <span className={styles.quiet}>{words.imports.lines(lines.length)}</span>
            {!isAnnual(periodEnd) && <span className={styles.amber}>{words.tab.interimHint}</span>}
            {faults > 0 && <span className={styles.amber}>{words.tab.faults(faults)}</span>}
            {existing && <span className={existing === 'confirmed' ? styles.amber : styles.quiet}>{existing === 'confirmed' ? words.imports.isConfirmed : words.imports.replaces}</span>}
          </div>
        ))}
      </div>
      <Problems preview={preview} names={asked.names ?? {}} onTell={(names) => tell({ names })} />
    </SaveForm>
  )
}

/** Rows that are not taken; a name nobody knows can be told where it belongs. */
function Problems({ preview, names, onTell }: { preview: Preview; names: Readonly<Record<string, string>>; onTell: (names: Record<string, string>) => void }) {
  const { statements: words } = useText()
  const problems = preview.problems.filter(({ problem }) => problem !== 'period-unknown')
  const told = Object.keys(names).filter((name) => !problems.some((problem) => problem.name === name))
  if (problems.length + told.length === 0) return <p className={styles.hint}>{words.imports.noProblems(preview.rows)}</p>
  const lines = SHEETS.map((sheet) => ({
    group: words.sheet[sheet], items: forms[preview.format][sheet].lines.map(({ number, code, name }) => ({ value: `${sheet}:${number}`, label: `${number} ${words.lineName(code, name)}` })),
  }))
  const choice = (name: string) => (
    <Select
      size="xs" aria-label={`${words.imports.belongs}：${name}`} placeholder={words.imports.choose} searchable clearable data={[{ group: '', items: [{ value: 'skip', label: words.imports.skip }] }, ...lines]} value={names[name] ?? null}
      maxDropdownHeight={240} onChange={(place) => onTell(Object.fromEntries([...Object.entries(names).filter(([other]) => other !== name), ...(place === null ? [] : [[name, place] as const])]))}
    />
  )
  return (
    <div>
      <p className={styles.hint} role="status">{words.imports.problems(problems.length)}</p>
      <div className={styles.problems} tabIndex={0} role="region" aria-label={words.imports.problems(problems.length)}>
        <table>
          <thead><tr><th scope="col" className={styles.rowColumn}>{words.imports.row}</th><th scope="col">{words.imports.name}</th><th scope="col" className={styles.whyColumn}>{words.imports.why}</th><th scope="col" className={styles.belongsColumn}>{words.imports.belongs}</th></tr></thead>
          <tbody>
            {told.map((name) => <tr key={name}><td /><td title={name}>{name}</td><td /><td>{choice(name)}</td></tr>)}
            {problems.map(({ problem, sheetName, row, name, cells }, index) => (
              <tr key={index}>
                <td title={sheetName ?? undefined}>{words.imports.sheetRow(sheetName ?? '', row)}</td>
                <td title={cells.join('　')}>{cells.filter(Boolean).join('　')}</td>
                <td>{words.problem[problem]}</td>
                <td>{problem === 'name-unknown' && name !== '' && choice(name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
