import { Button, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconFileOff, IconPencilCheck, IconPrinter, IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { PROPERTIES } from '../../../../shared/rules/checks/items.ts'
import { call, CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatBytes, formatCount, localMinute } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { checkQuery, forgetChecks, useRunCheck, type CheckFinding, type CheckItem, type CheckReport } from './queries.ts'
import styles from './checks.module.css'

/** One report: the items by property, what each found and how it is mended, beside the report before it. */
export function CheckPage() {
  const { checks: text } = useText()
  const id = Number(useParams<{ id: string }>().id)
  const report = useQuery(checkQuery(id))
  const isGone = report.error instanceof CallError && report.error.code === 'not-found'
  if (report.data) return <Report key={id} report={report.data} />
  return (
    <div className={styles.page} aria-busy={report.isPending}>
      <PageHead title={text.title} />
      {isGone && <div className={styles.card}><EmptyState icon={IconFileOff} title={text.report.notFound} /></div>}
      {report.error && !isGone && <div className={styles.card}><ErrorState error={report.error} retry={() => void report.refetch()} /></div>}
      {report.isPending && <Skeleton height={480} radius={8} />}
    </div>
  )
}

function Report({ report }: { report: CheckReport }) {
  const { checks: text } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const { run, isRunning } = useRunCheck()
  const [attesting, setAttesting] = useState<CheckItem | null>(null)
  const subject = report.dossierId ?? report.transferId
  const attest = async (remarks: string) => {
    await call('checks.attest', { checkId: report.id, item: attesting!.code, remarks })
    await forgetChecks()
    notifications.show({ message: text.attest.done })
  }
  return (
    <div className={styles.page}>
      <PageHead
        title={report.number} lead={report.label || text.list.whole}
        beside={<span className={`${styles.chip} ${styles[report.verdict]}`}>{text.verdict[report.verdict]}</span>}
      >
        <Button component={Link} to={paths.checks} variant="subtle" leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}>{text.action.back}</Button>
        {report.dossierId !== null && may('dossiers.get') && <Button component={Link} to={paths.dossier(report.dossierId)}>{text.action.open}</Button>}
        {report.transferId !== null && may('transfers.get') && <Button component={Link} to={paths.transfer(report.transferId)}>{text.action.toTransfer}</Button>}
        {may('prints.record') && <Button leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} onClick={() => go(paths.print('fourProperties', report.id))}>{text.action.print}</Button>}
        {subject !== null && may('checks.run') && (
          <Button variant="filled" loading={isRunning} leftSection={<IconRefresh size={18} stroke={1.5} aria-hidden />} onClick={() => void run(report.dossierId === null ? 'transfer' : 'dossier', subject)}>
            {text.action.again}
          </Button>
        )}
      </PageHead>
      <Summary report={report} />
      <div className={styles.report}>
        {PROPERTIES.map((property) => {
          const items = report.items.filter((item) => item.property === property)
          return (
            <section key={property} className={styles.property} aria-labelledby={`property-${property}`}>
              <div className={styles.head}>
                <h2 id={`property-${property}`}>{text.property[property]}</h2>
                <span className={styles.quiet}>{text.report.sums(items.filter(({ outcome }) => outcome === 'passed').length, items.length)}</span>
              </div>
              <ul className={styles.items}>
                {items.map((item) => <Item key={item.code} item={item} onAttest={report.may.attest && may('checks.attest') ? () => setAttesting(item) : null} />)}
              </ul>
            </section>
          )
        })}
      </div>
      <ConfirmModal
        opened={attesting !== null} onClose={() => setAttesting(null)} title={text.attest.title} action={text.attest.confirm} reasonLabel={text.attest.remarks} reasonMaxLength={300}
        onConfirm={attest}
      >
        {text.attest.hint}
      </ConfirmModal>
    </div>
  )
}

function Summary({ report }: { report: CheckReport }) {
  const { checks: text } = useText()
  const { former } = report
  return (
    <div className={styles.summary}>
      <strong>{text.report.sums(report.passed, report.items.length)}</strong>
      <span>{text.report.amount(formatCount(report.dossiers), formatCount(report.documents), formatCount(report.files), formatBytes(report.bytes))}</span>
      <span className={styles.quiet}>{report.byName}　{localMinute(report.at)}　{text.report.auditSeq(report.auditSeq)}</span>
      {former === null ? <span className={styles.quiet}>{text.report.noFormer}</span> : (
        <span className={styles.delta}>
          <Link to={paths.check(former.id)}>{text.report.former(former.number, localMinute(former.at))}</Link>
          {former.mended > 0 && <span className={styles.mended}>{text.report.mended(former.mended)}</span>}
          {former.added > 0 && <span className={styles.added}>{text.report.added(former.added)}</span>}
          {former.mended + former.added === 0 && <span className={styles.quiet}>{text.report.same}</span>}
        </span>
      )}
    </div>
  )
}

function Item({ item, onAttest }: { item: CheckItem; onAttest: (() => void) | null }) {
  const { checks: text } = useText()
  const words = text.item[item.code]
  const { attestation } = item
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.code}>{item.code}</span>
        <div>
          <div className={styles.name}>{words.name}{item.isRequired && <span className={styles.tag}>{text.report.required}</span>}</div>
          <div className={styles.what}>{words.what}</div>
        </div>
        <span className={styles.figure}>{item.outcome !== 'notCarriedOut' && text.report.checked(formatCount(item.checked))}</span>
        <span className={item.findings > 0 ? `${styles.figure} ${styles.found}` : styles.figure}>{item.findings > 0 && text.report.found(formatCount(item.findings))}</span>
        <span className={styles.state}><span className={`${styles.chip} ${styles[item.outcome]}`}>{text.outcome[item.outcome]}</span></span>
      </div>
      {item.outcome === 'notCarriedOut' && (
        <div className={styles.hand}>
          {attestation
            ? <span>{text.report.attested(attestation.byName, localMinute(attestation.at))}　{attestation.remarks}</span>
            : <>{text.byHand}{onAttest && <Button size="xs" leftSection={<IconPencilCheck size={16} stroke={1.5} aria-hidden />} onClick={onAttest}>{text.action.attest}</Button>}</>}
        </div>
      )}
      {item.shown.length > 0 && <Findings item={item} />}
    </li>
  )
}

function Findings({ item }: { item: CheckItem }) {
  const { checks: text } = useText()
  const rest = item.findings - item.shown.length
  return (
    <table className={styles.findings} aria-label={`${item.code} ${text.report.finding}`}>
      <thead><tr><th scope="col">{text.list.subject}</th><th scope="col">{text.report.line}</th><th scope="col">{text.report.finding}</th><th scope="col">{text.report.remedy}</th></tr></thead>
      <tbody>
        {item.shown.map((finding, index) => <Row key={index} finding={finding} />)}
        {rest > 0 && <tr><td colSpan={4} className={styles.quiet}>{text.report.more(formatCount(rest))}</td></tr>}
      </tbody>
    </table>
  )
}

/** Where it is, what it is, how it is mended; the number leads to where that is done. */
function Row({ finding }: { finding: CheckFinding }) {
  const { checks: text, common } = useText()
  const may = useMay()
  const { dossierId, dossierNumber } = finding
  const where = finding.file === null || finding.file === finding.document ? finding.document : `${finding.document}　${finding.file}`
  return (
    <tr>
      <td>{dossierId === null ? text.report.general : may('dossiers.get') ? <Link to={paths.dossier(dossierId)}>{dossierNumber}</Link> : dossierNumber}</td>
      <td>{where ?? <span className={styles.quiet}>{common.none}</span>}</td>
      <td>{finding.isNew && <span className={styles.new}>{text.report.isNew}</span>}{text.finding[finding.rule](finding.facts)}</td>
      <td className={styles.remedy}>{text.remedy[finding.rule]}</td>
    </tr>
  )
}
