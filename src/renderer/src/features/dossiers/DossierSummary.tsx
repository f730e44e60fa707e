import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import { localMinute } from '../../ui/format.ts'
import { Accesses, Downgrade } from '../clearances/index.ts'
import { dossierChanged, type DossierOf } from './queries.ts'
import styles from './DossierPage.module.css'

/** What stands beside the catalogue until a document is chosen: the dossier in words, and what it still lacks. */
export function DossierSummary({ dossier }: { dossier: DossierOf }) {
  const { dossiers: { summary, cover, placeLong, noPlace, listSeparator }, clearances } = useText()
  const client = useQueryClient()
  const { place, lastLookup } = dossier
  const groups: readonly (readonly [string, ReactNode][])[] = [
    [
      [summary.place, place ? `${place.roomName} · ${placeLong(place.cabinetCode, place.drawerNo, place.slot)}` : noPlace],
      [summary.documents, cover.documents(dossier.documents, dossier.pages)],
      [summary.period, dossier.firstDatedOn === null ? summary.noDates : [...new Set([dossier.firstDatedOn, dossier.lastDatedOn])].join(' — ')],
      [summary.openedBy, `${dossier.openedOn}　${dossier.openedByName}`],
      [summary.confirmedBy, dossier.confirmedAt === null ? summary.nobody : `${localMinute(dossier.confirmedAt).slice(0, 10)}　${dossier.confirmedByName ?? ''}`],
      [summary.lastLookup, lastLookup ? summary.lookup(lastLookup.on, lastLookup.reader, lastLookup.slipNumber) : summary.neverLooked],
      [summary.retention, dossier.retentionYears === null ? cover.permanent : cover.years(dossier.retentionYears)],
      [summary.levelReason, dossier.levelReason],
      [clearances.downgrade.plan, dossier.downgradeOn && dossier.downgradeTo && <Downgrade key="downgrade" dossier={dossier} on={dossier.downgradeOn} to={dossier.downgradeTo} onDone={() => dossierChanged(client, dossier.id)} />],
    ],
    [
      [summary.party, <Link key="party" to={paths.party(dossier.partyId)} className={styles.link}>{dossier.partyName}</Link>],
      [summary.code, dossier.partyCreditCode],
      [summary.representative, dossier.legalRepresentative],
      [summary.capital, dossier.registeredCapitalFen === null ? null : cover.wan(wanFromFen(dossier.registeredCapitalFen))],
      [summary.founded, dossier.foundedOn],
      [summary.industry, dossier.industry],
      [summary.contact, dossier.contact],
    ],
  ]
  return (
    <section className={styles.summary} aria-labelledby="summary-title" tabIndex={0}>
      <h2 id="summary-title">{summary.title}</h2>
      <p className={styles.hint}>{summary.pick}</p>
      {groups.map((facts, index) => (
        <dl key={index}>
          {facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        </dl>
      ))}
      {dossier.missing.length > 0 && (
        <>
          <h3>{summary.missing}</h3>
          <p className={styles.missing}>{dossier.missing.join(listSeparator)}</p>
        </>
      )}
      <Accesses dossierId={dossier.id} />
      {dossier.remarks !== null && (
        <>
          <h3>{summary.remarks}</h3>
          <p className={styles.remarks}>{dossier.remarks}</p>
        </>
      )}
    </section>
  )
}
