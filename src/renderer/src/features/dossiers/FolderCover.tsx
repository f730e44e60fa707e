import type { ReactNode } from 'react'
import { useText } from '../../app/text.tsx'
import { QrCode } from '../../ui/paper/Code.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import type { DossierOf } from './queries.ts'
import styles from './FolderCover.module.css'

/** The folder's printed cover on manila, as it lies in the drawer. */
export function FolderCover({ dossier }: { dossier: DossierOf }) {
  const { dossiers: { cover, placeLong }, common } = useText()
  const { firstDatedOn, lastDatedOn, place } = dossier
  const month = (day: string) => day.slice(0, 7)
  const span = firstDatedOn === null ? null
    : lastDatedOn === null || month(lastDatedOn) === month(firstDatedOn) ? month(firstDatedOn)
    : `${month(firstDatedOn)} — ${month(lastDatedOn)}`
  const fields: readonly [string, ReactNode][] = [
    [cover.number, dossier.number],
    [cover.openedBy, dossier.departmentName],
    [cover.period, span],
    [cover.retention, dossier.retentionYears === null ? cover.permanent : cover.years(dossier.retentionYears)],
    [cover.level, common.level[dossier.level]],
    [cover.count, cover.documents(dossier.documents, dossier.pages)],
    [cover.code, dossier.partyCreditCode],
    [cover.representative, dossier.legalRepresentative],
    [cover.capital, dossier.registeredCapitalFen === null ? null : cover.wan(wanFromFen(dossier.registeredCapitalFen))],
    [cover.founded, dossier.foundedOn],
    [cover.industry, dossier.industry],
    [cover.contact, dossier.contact],
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
              <dd>{value ?? cover.unknown}</dd>
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
