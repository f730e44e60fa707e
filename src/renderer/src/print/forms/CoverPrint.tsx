import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { BarCode, QrCode } from '../../ui/paper/Code.tsx'
import { fitText } from '../parts/fit.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { dossierQuery, type PrintedDossier } from '../queries.ts'
import styles from './cover.module.css'

/** 案卷封面 with the fields of GB/T 11822: number, title, filing unit, span of dates, retention, level; and the codes. */
export function CoverPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const dossier = useQuery(dossierQuery(id))
  return (
    <PrintFrame
      form="cover" subjectId={id} name={dossier.data?.number ?? null} error={company.error ?? dossier.error}
      onRetry={() => void Promise.all([company.refetch(), dossier.refetch()])}
    >
      {company.data && dossier.data && <CoverSheet company={company.data.company} dossier={dossier.data} />}
    </PrintFrame>
  )
}

function CoverSheet({ company, dossier }: { company: string; dossier: PrintedDossier }) {
  const { print, common } = useText()
  const words = print.cover
  const { contract } = dossier
  // A contract's folder is titled by what it is about; whose it is stands among the fields.
  const title = contract?.subject ?? dossier.partyName
  const { pt } = fitText(title, 140, [{ pt: 26, lines: 2 }, { pt: 22, lines: 3 }, { pt: 16, lines: 5 }])
  return (
    <Sheet label={print.preview.sheetName(print.preview.cover, 1, 1)} className={styles.sheet}>
      <div className={styles.frame}>
        <div className={styles.inner}>
          <div className={styles.number}><Spread>{words.number}</Spread>　<strong>{dossier.number}</strong></div>
          <div className={styles.company}>{company}</div>
          <div className={styles.kind}>{words.kind[dossier.kind]}</div>
          <div className={styles.party} style={{ fontSize: `${pt}pt` }}>{title}</div>
          <dl className={contract ? `${styles.fields} ${styles.many}` : styles.fields}>
            {contract && <ContractFields dossier={dossier} contract={contract} />}
            <Field label={words.unit}>{dossier.departmentName}</Field>
            <Field label={words.period}>
              <FormDay day={dossier.firstDatedOn ?? dossier.openedOn} />{dossier.lastDatedOn && <> {words.until} <FormDay day={dossier.lastDatedOn} /></>}
            </Field>
            <Field label={words.retention}>{dossier.retentionYears === null ? words.permanent : words.years(dossier.retentionYears)}</Field>
            <Field label={words.level}>{common.level[dossier.level]}</Field>
            <Field label={words.amount}>{print.slip.documents(dossier.documents)}　{print.slip.pageCount(dossier.pages)}</Field>
            {!contract && <Field label={words.creditCode}>{dossier.partyCreditCode}</Field>}
          </dl>
          <div className={styles.foot}>
            <QrCode text={dossier.number} className={styles.qr} />
            <StampLines />
            <BarCode text={dossier.number} className={styles.bar} />
          </div>
        </div>
      </div>
    </Sheet>
  )
}

function ContractFields({ dossier, contract }: { dossier: PrintedDossier; contract: NonNullable<PrintedDossier['contract']> }) {
  const { print: { cover: { contract: words } }, contracts } = useText()
  const { performFrom, performUntil, state } = contract
  const endedOn = state === 'terminated' ? contract.terminatedOn : contract.performedOn
  return (
    <>
      <Field label={words.party}>{dossier.partyName}</Field>
      <Field label={words.amount}>{contract.amountFen === null ? contracts.field.noAmount : words.yuan(yuanFromFen(contract.amountFen))}</Field>
      <Field label={words.handler}>{contract.handlerName}</Field>
      <Field label={words.signed}><FormDay day={contract.signedOn} /></Field>
      {(performFrom ?? performUntil) !== null && <Field label={words.performance}>{performFrom} — {performUntil}</Field>}
      {endedOn !== null && <Field label={words.ended}>{contracts.state[state]}　<FormDay day={endedOn} /></Field>}
    </>
  )
}

const Field = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.field}>
    <dt><Spread>{label}</Spread></dt>
    <dd>{children}</dd>
  </div>
)
