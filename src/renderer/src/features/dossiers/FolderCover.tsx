import type { ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { QrCode } from '../../ui/paper/Code.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import type { DossierOf } from './queries.ts'
import styles from './FolderCover.module.css'

type Fields = readonly (readonly [string, ReactNode])[]

/** On a contract's folder stands the contract, not the party. */
function contractFields({ subject, amountFen, handlerName, signedOn, performUntil, counterNumber }: NonNullable<DossierOf['contract']>, { contracts: { field, column }, dossiers: { cover } }: Text): Fields {
  return [
    [field.subject, subject], [field.amount, amountFen === null ? field.noAmount : cover.wan(wanFromFen(amountFen))], [field.handler, handlerName],
    [field.signedOn, signedOn], [field.performUntil, performUntil], [column.counterNumber, counterNumber],
  ]
}

/** The folder's printed cover on manila, as it lies in the drawer. */
export function FolderCover({ dossier }: { dossier: DossierOf }) {
  const text = useText()
  const { dossiers: { cover, placeLong }, common } = text
  const { firstDatedOn, lastDatedOn, place } = dossier
  const month = (day: string) => day.slice(0, 7)
  const span = firstDatedOn === null ? null
    : lastDatedOn === null || month(lastDatedOn) === month(firstDatedOn) ? month(firstDatedOn)
    : `${month(firstDatedOn)} — ${month(lastDatedOn)}`
  const fields: Fields = [
    [cover.number, dossier.number],
    [cover.openedBy, dossier.departmentName],
    [cover.period, span],
    [cover.retention, dossier.retentionYears === null ? cover.permanent : cover.years(dossier.retentionYears)],
    [cover.level, common.level[dossier.level]],
    [cover.count, cover.documents(dossier.documents, dossier.pages)],
    ...(dossier.contract ? contractFields(dossier.contract, text) : [
      [cover.code, dossier.partyCreditCode],
      [cover.representative, dossier.legalRepresentative],
      [cover.capital, dossier.registeredCapitalFen === null ? null : cover.wan(wanFromFen(dossier.registeredCapitalFen))],
      [cover.founded, dossier.foundedOn],
      [cover.industry, dossier.industry],
      [cover.contact, dossier.contact],
    ] as const),
  ]
  const isLong = [...dossier.partyName].length > 18
  return (
    <div className={styles.cover} role="group" aria-label={cover.title[dossier.kind]} tabIndex={0}>
      <div className={styles.frame}>
        <p className={styles.kind}>{cover.title[dossier.kind]}</p>
        <p className={isLong ? `${styles.party} ${styles.long}` : styles.party}>{dossier.partyName}</p>
        <dl className={styles.fields}>
          {fields.map(([label, value]) => (
            <div key={label} className={styles.field}>
              <dt><Spread>{label}</Spread></dt>
              <dd className={label === cover.code ? styles.whole : undefined}>{value ?? cover.unknown}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.foot}>
          <QrCode text={dossier.number} className={styles.code} />
          <p className={styles.filed}>
            {cover.filedBy}　{dossier.openedByName}<br />
            {dossier.openedOn}<br />
            {place && placeLong(place.cabinetCode, place.drawerNo, place.slot)}
          </p>
        </div>
      </div>
    </div>
  )
}
