import { Code, Modal } from '@mantine/core'
import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import type { Scheme } from '../../../../shared/rules/schemes/schema.ts'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { type FileRefused, formulaAt } from './file.ts'
import styles from './schemes.module.css'
import { faultText, placeText } from './words.ts'

/** So many are listed; of the rest the number is told. */
const MOST = 20

/** Why a file is not taken in: what it is instead, or every place in it that does not hold. */
export function RefusedFile({ file, onClose }: { file: FileRefused; onClose: () => void }) {
  const text = useText()
  const { file: words } = text.schemes
  if (file.refused !== 'faults') {
    const told = file.refused === 'no-json' ? (file.at === null ? words.cutOff : words.noJson(file.at.line, file.at.column)) : file.refused === 'newer' ? words.newer(file.format, file.known) : words.noScheme
    return <Modal opened onClose={onClose} title={words.refused[file.refused]} size={480}><p className={styles.refusedFile}>{told}</p></Modal>
  }
  const { body, faults } = file
  const name: unknown = (body as Partial<Scheme> | null | undefined)?.name
  return (
    <Modal opened onClose={onClose} title={words.faults(typeof name === 'string' ? name : '', faults.length)} size={560}>
      <p className={styles.refusedFile}>{words.mend}</p>
      <ul className={styles.faults}>
        {faults.slice(0, MOST).map((fault) => {
          const formula = formulaAt(body, fault)
          return (
            <li key={`${fault.place.join('.')} ${fault.code} ${Object.values(fault.values).join(' ')}`} className={styles.fault}>
              <span className={styles.quiet}>{placeIn(text, body, fault)}</span>
              <span>{saidOf(text, body, fault)}</span>
              {formula !== null && <Code className={styles.faultFormula}>{formula}</Code>}
            </li>
          )
        })}
      </ul>
      {faults.length > MOST && <p className={styles.refusedFile}>{words.more(faults.length - MOST)}</p>}
    </Modal>
  )
}

/** The place in words, where the form lets it be named, and the key in the file; else the path. */
function placeIn(text: Text, body: Scheme, fault: SchemeFault): string {
  const key = fault.place.findLast((step) => typeof step === 'string')
  try {
    const place = placeText(text, body, fault).trim()
    return place === '' ? fault.place.join('.') : `${place}${fault.code.startsWith('form-') && key !== undefined ? ` · ${key}` : ''}`
  } catch {
    return fault.place.join('.')
  }
}

function saidOf(text: Text, body: Scheme, fault: SchemeFault): string {
  try {
    return faultText(text, body, fault)
  } catch {
    return text.schemes.faultOf(fault.code, fault.values)
  }
}
