import { Button, Skeleton, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconAlertTriangle, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { CallError } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { FromPaper } from '../../ui/FromPaper.tsx'
import { People } from './People.tsx'
import { incidentQuery, type Incident } from './queries.ts'
import styles from './incidents.module.css'

/** One incident: what happened, who answered for the folder then, what was found out, and its end. */
export function IncidentPage() {
  const { incidents: text } = useText()
  const { id } = useParams<{ id: string }>()
  const incident = useQuery(incidentQuery(/^\d{1,15}$/.test(id) ? Number(id) : 0))
  const isGone = incident.error instanceof CallError && ['not-found', 'bad-input'].includes(incident.error.code)
  if (incident.data) return <Loaded key={incident.data.version} incident={incident.data} />
  return (
    <div className={styles.page}>
      <PageHead title={text.title} />
      {incident.error
        ? <div className={styles.card}>{isGone ? <EmptyState icon={IconAlertTriangle} title={text.card.notFound} /> : <ErrorState error={incident.error} retry={() => void incident.refetch()} />}</div>
        : <Skeleton radius={8} style={{ flex: 1 }} />}
    </div>
  )
}

function Loaded({ incident }: { incident: Incident }) {
  const { incidents: text } = useText()
  const command = useRoomCommand()
  const [isClosing, setClosing] = useState(false)
  const words = text.card
  return (
    <div className={styles.page}>
      <PageHead
        title={incident.number}
        lead={<><span className={`${styles.chip} ${styles[incident.kind]}`}>{text.kind[incident.kind]}</span>　<span className={incident.state === 'open' ? styles.amber : styles.quiet}>{text.state[incident.state]}</span></>}
      >
        <Button component={Link} href={paths.incidents} variant="subtle" leftSection={<IconArrowBackUp size={18} aria-hidden />}>{text.title}</Button>
        <Button component={Link} href={paths.print('incident', incident.id)} leftSection={<IconPrinter size={18} aria-hidden />}>{text.action.print}</Button>
        {incident.may.close && <Button variant="filled" onClick={() => setClosing(true)}>{text.action.close}</Button>}
      </PageHead>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel title={incident.title} aside={<Link className={styles.link ?? ''} to={paths.dossier(incident.dossierId)}>{incident.dossierNumber}</Link>}><Facts incident={incident} /><FromPaper form="incident" id={incident.id} /></Panel>
          <Panel title={words.people} aside={text.open.peopleHint}>
            {incident.people.length === 0 ? <p className={styles.quiet}>{text.open.nobody}</p> : <People people={incident.people} />}
          </Panel>
        </div>
        <Panel title={words.investigate}><Investigation incident={incident} /></Panel>
      </div>
      <ConfirmModal
        opened={isClosing} onClose={() => setClosing(false)} title={`${text.action.close}　${incident.number}`} action={text.action.close} reasonLabel={words.closing} reasonMaxLength={200}
        onConfirm={async (closing) => {
          await command('incidents.close', { id: incident.id, version: incident.version, closing })
          notifications.show({ message: `${incident.number} ${words.closedDone}` })
        }}
      />
    </div>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>

function Facts({ incident }: { incident: Incident }) {
  const { incidents: { card: words } } = useText()
  const [from, to] = [localMinute(incident.happenedFrom), localMinute(incident.happenedTo)]
  return (
    <dl className={styles.facts}>
      <Fact name={words.what}>{incident.what}</Fact>
      <Fact name={words.happened}>{from === to ? words.at(from) : words.between(from, to)}</Fact>
      <Fact name={words.found}>{words.foundBy(incident.foundOn, incident.foundByName)}</Fact>
      <Fact name={words.opened}>{words.foundBy(localMinute(incident.openedAt), incident.openedByName)}</Fact>
      {incident.documentTitle && <Fact name={words.document}>{incident.documentTitle}</Fact>}
      {incident.stocktake && <Fact name={words.stocktake}><Link to={paths.stocktake(incident.stocktake.id)}>{incident.stocktake.number}</Link></Fact>}
      {incident.slip && <Fact name={words.slip}><Link to={paths.slip(incident.slip.id)}>{incident.slip.number}</Link></Fact>}
      {incident.readingSeq !== null && <Fact name={words.reading}>#{incident.readingSeq}</Fact>}
      {incident.closedAt && <Fact name={words.closed}>{words.foundBy(localMinute(incident.closedAt), incident.closedByName ?? '')}</Fact>}
      {incident.closing && <Fact name={words.closing}>{incident.closing}</Fact>}
    </dl>
  )
}

const FIELDS = ['findings', 'consequences', 'measures'] as const

function Investigation({ incident }: { incident: Incident }) {
  const { incidents: { card: words, action } } = useText()
  const command = useRoomCommand()
  const [found, setFound] = useState({ findings: incident.findings ?? '', consequences: incident.consequences ?? '', measures: incident.measures ?? '' })
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  if (!incident.may.investigate) {
    return (
      <dl className={styles.facts}>
        {FIELDS.map((name) => <Fact key={name} name={words[name]}>{incident[name] ?? <span className={styles.quiet}>{words.notYet}</span>}</Fact>)}
      </dl>
    )
  }
  const isChanged = FIELDS.some((name) => found[name].trim() !== (incident[name] ?? ''))
  const isWhole = FIELDS.every((name) => (incident[name] ?? '') !== '')
  const save = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      await command('incidents.investigate', { id: incident.id, version: incident.version, ...found })
      notifications.show({ message: words.saved })
    } catch (error) {
      setRefusal(error)
    }
    setRunning(false)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && !isRunning) void save()
      }}
    >
      <Stack gap="md">
        {FIELDS.map((name) => (
          <Textarea
            key={name} label={words[name]} description={words[`${name}Hint`]} autosize minRows={3} maxLength={500} value={found[name]}
            onChange={(event) => { const { value } = event.currentTarget; setFound((was) => ({ ...was, [name]: value.replaceAll('\n', ' ') })) }}
          />
        ))}
        <Refusal error={refusal} />
        <div className={styles.saving}>
          <span className={styles.quiet}>{isWhole ? words.byOther : words.unfinished}</span>
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isChanged}>{action.save}</Button>
        </div>
      </Stack>
    </form>
  )
}
