import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { Spread } from '../../ui/paper/Spread.tsx'
import type { PrintedSlip } from '../queries.ts'
import styles from './slip.module.css'

type Signer = Pick<PrintedSlip['signers'][number], 'role' | 'signature'>

/** A box to sign for every line that the regulation asks for, and the archivist's. Signed lines say who, when and how. */
export function SlipSignatures({ slip }: { slip: PrintedSlip | null }) {
  const { print, common } = useText()
  const signers: readonly Signer[] = slip && slip.signers.length > 0 ? slip.signers : [{ role: 'officeDirector', signature: null }]
  const loan = slip?.dossiers.find((dossier) => dossier.loan)?.loan
  return (
    <div className={`${styles.row} ${styles.signatures}`}>
      <div className={signers.length > 1 ? `${styles.signers} ${styles.several}` : styles.signers}>
        {signers.map(({ role, signature }) => (
          <div className={styles.signer} key={role}>
            <div className={styles.label} style={{ width: '22mm' }}>
              <Spread>{common.role[role]}</Spread>
              <Spread>{print.slip.signature}</Spread>
            </div>
            <div className={styles.signature}>
              {hasSealPlace(signature, signers.length) && <div className={styles.seal} aria-hidden>{print.slip.seal}</div>}
              {signature ? <Signed signature={signature} isNarrow={signers.length > 1} /> : <div className={styles.day}><FormDay day={null} /></div>}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.label} style={{ width: '20mm' }}>
        <Spread over={3}>{print.slip.archivistLines[0]}</Spread>
        <Spread over={3}>{print.slip.archivistLines[1]}</Spread>
      </div>
      <div className={styles.signature}>
        {loan && <div className={styles.name}>{loan.handedByName}</div>}
        <div className={styles.day}><FormDay day={loan ? localDay(loan.handedAt) : null} /></div>
      </div>
    </div>
  )
}

// In a narrow box what was signed in the program must stay legible; a refusal is not sealed at all.
const hasSealPlace = (signature: Signer['signature'], signers: number): boolean => signature === null || (signature.decision === 'agreed' && signers === 1)

function Signed({ signature, isNarrow }: { signature: NonNullable<Signer['signature']>; isNarrow: boolean }) {
  const { print } = useText()
  const words = print.slip
  return (
    <div className={styles.signed}>
      <div>
        <strong>{words[signature.decision]}</strong>
        {signature.decision === 'refused' && signature.reason && <span className={styles.reason}>　{signature.reason}</span>}
      </div>
      <div className={styles.name}>{signature.signerName}</div>
      <div className={isNarrow ? `${styles.signedDay} ${styles.narrow}` : styles.signedDay}>
        <FormDay day={localDay(signature.at)} /> {localMinute(signature.at).slice(11)}
      </div>
      <div className={styles.digest}>{signature.onPaper ? words.onPaper(signature.textHash.slice(0, 8).toUpperCase()) : words.inProgram(signature.textHash.slice(0, 8).toUpperCase(), signature.onTheSpot)}</div>
    </div>
  )
}
