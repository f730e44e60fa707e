import { Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { fenFromWan, wanFromFen } from '../../ui/capital.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import styles from './limits.module.css'
import { forgetLists, matrixQuery } from './queries.ts'

/** Up to which sum an office director decides. */
export function MatrixDialog({ onClose }: { onClose: () => void }) {
  const { limits } = useText()
  const words = limits.matrix
  const { data } = useQuery(matrixQuery)
  const [typed, setTyped] = useState<string | null>(null)
  const value = typed ?? (data ? wanFromFen(data.directorFen) : '')
  const read = fenFromWan(value)
  const fen = 'fen' in read ? read.fen : null
  const save = async () => {
    await call('limits.setMatrix', { directorFen: fen! })
    await forgetLists()
  }
  return (
    <Modal opened onClose={onClose} size={420} title={words.title}>
      <SaveForm action={words.save} isReady={fen !== null} onClose={onClose} onSave={save}>
        <TextInput label={words.director} inputMode="decimal" classNames={{ input: styles.right }} rightSection={<span className={styles.unit}>{limits.wan}</span>} rightSectionWidth={52} data-autofocus value={value} error={'refused' in read} onChange={(event) => setTyped(event.currentTarget.value)} />
        <p className={styles.told}>{words.hint}</p>
      </SaveForm>
    </Modal>
  )
}
