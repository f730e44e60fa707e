import { IconSignature } from '@tabler/icons-react'
import { MANNERS } from '../../../../shared/contract/lookups.ts'
import { useText } from '../../app/text.tsx'
import { QrCode } from '../../ui/paper/Code.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import { Tick } from '../../ui/paper/Tick.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { localMinute } from '../../ui/format.ts'
import type { Slip, SlipDossier } from './queries.ts'
import styles from './slip.module.css'

/** The slip as the paper form that it is: white in the dark as well, and filled in as far as it has got. */
export function PaperSlip({ slip }: { slip: Slip }) {
  const { lookups, common } = useText()
  const words = lookups.slip
  const handedBy = slip.dossiers.find(({ loan }) => loan)?.loan?.handedByName
  return (
    <article className={styles.paper} aria-label={words.form(slip.number)}>
      <div className={styles.paperHead}>
        <h2 className={styles.paperTitle}>{words.title}</h2>
        <QrCode text={slip.number} className={styles.qr ?? ''} />
        <div className={styles.paperNumber}>{words.number} {slip.number}</div>
        <div className={styles.paperDay}><DayText day={slip.filledOn} as="form" /></div>
      </div>
      <table className={styles.form}>
        <colgroup><col style={{ width: 76 }} /><col /><col style={{ width: 66 }} /><col style={{ width: '27%' }} /></colgroup>
        <tbody>
          <tr>
            <th scope="row"><Spread>{words.applicant}</Spread></th><td>{slip.applicantName}</td>
            <th scope="row"><Spread>{words.unit}</Spread></th><td>{slip.unit}</td>
          </tr>
          <tr><th scope="row"><Spread>{words.party}</Spread></th><td colSpan={3}>{slip.partyName}</td></tr>
          <tr>
            <th scope="row"><Spread>{words.dossier}</Spread></th>
            <td colSpan={3}>
              {slip.dossiers.length === 0
                ? <span className={styles.faint}>{words.byRoom}</span>
                : <ul className={styles.dossiers}>{slip.dossiers.map((dossier) => <DossierItem key={dossier.dossierId} dossier={dossier} />)}</ul>}
            </td>
          </tr>
          <tr><th scope="row"><Spread>{words.purpose}</Spread></th><td colSpan={3}>{slip.purpose}</td></tr>
          <tr>
            <th scope="row"><Spread>{words.manner}</Spread></th>
            <td colSpan={3}>
              <span className={styles.manners}>
                {MANNERS.map((manner) => (
                  <Tick key={manner} ticked={slip.manner === manner}>
                    {lookups.manner[manner]}{manner === slip.manner && slip.copyPages !== null && ` ${words.copyPages(slip.copyPages)}`}
                  </Tick>
                ))}
              </span>
            </td>
          </tr>
          <tr>
            <th scope="row">{words.until}</th><td><DayText day={slip.dueOn ?? slip.untilOn} /></td>
            <th scope="row"><Spread>{words.level}</Spread></th><td>{slip.dossiers.length > 0 && common.level[slip.level]}</td>
          </tr>
          {slip.signers.map((signer) => (
            <tr key={signer.role}>
              <th scope="row">{common.role[signer.role]}<br /><Spread>{words.signature}</Spread></th>
              <td colSpan={3} className={styles.signing}><Signing signer={signer} state={slip.state} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.paperFoot}>
        <span>{handedBy ? `${common.role.archivist}　${handedBy}` : words.filledBy(slip.filledByName)}</span>
        <span>{words.printed(slip.prints)}</span>
      </div>
    </article>
  )
}

function DossierItem({ dossier }: { dossier: SlipDossier }) {
  const { lookups } = useText()
  const { place } = dossier
  return (
    <li title={dossier.title}>
      <span>{dossier.number}</span>
      <span>{lookups.slip.amount(dossier.documents, dossier.pages)}</span>
      <span className={styles.faint}>{place ? lookups.slip.placed(place.cabinetCode, place.drawerNo, place.slot) : lookups.slip.unplaced}</span>
    </li>
  )
}

function Signing({ signer, state }: { signer: Slip['signers'][number]; state: Slip['state'] }) {
  const { lookups } = useText()
  const words = lookups.slip
  const { signature } = signer
  if (signature) {
    const isRefused = signature.decision === 'refused'
    return (
      <>
        <div className={styles.signed}>
          <span className={isRefused ? styles.refusedWord : undefined}>{words[signature.decision]}</span>
          <span className={styles.signedName}>{signature.signerName}</span>
          <span className={styles.signedWhen}>
            {localMinute(signature.at)}<br />
            {signature.onPaper ? words.onPaper : signature.onTheSpot ? words.onSpot : words.inSession} · {words.digest(signature.textHash.slice(0, 8).toUpperCase())}
          </span>
        </div>
        {signature.reason && <div className={isRefused ? styles.reason : undefined}>{signature.reason}</div>}
      </>
    )
  }
  if (state !== 'submitted' && state !== 'signed') return <div className={styles.empty} />
  const names = signer.candidates.map(({ name }) => name)
  return (
    <div className={styles.waiting}>
      <IconSignature size={18} stroke={1.6} aria-hidden />
      {names.length === 0 ? words.nobody : words.waiting(names.slice(0, 3).join('、'))}
    </div>
  )
}
