import { Button, Modal, Text as Words, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Check } from '../../../../../shared/rules/statements/check.ts'
import { useText } from '../../../app/text.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { checkSentence, wordsFor } from '../check-words.ts'
import { changeStatements, type StatementOf } from '../queries.ts'
import styles from '../statements.module.css'

type Props = { statement: StatementOf; faults: readonly Check[]; onClose: () => void }

/** Confirms a set; what does not add up wants a reason each. */
export function ConfirmDialog({ statement, faults, onClose }: Props) {
  const { statements: { dialog: words } } = useText()
  return (
    <Modal opened onClose={onClose} title={words.confirmTitle} size={faults.length > 0 ? 640 : 480}>
      <ConfirmForm statement={statement} faults={faults} onClose={onClose} />
    </Modal>
  )
}

function ConfirmForm({ statement, faults, onClose }: Props) {
  const { statements: words, common } = useText()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const isReady = faults.every(({ key }) => (reasons[key] ?? '').trim() !== '')
  const [first] = faults
  const confirm = async () => {
    await changeStatements('statements.confirm', {
      id: statement.id, version: statement.version, reasons: faults.map(({ key }) => ({ fault: key, reason: reasons[key]!.trim() })),
    })
    notifications.show({ message: words.action.confirmed })
  }
  return (
    <SaveForm action={words.action.confirm} isReady={isReady} onClose={onClose} onSave={confirm}>
      <Words fz="md">{words.dialog.confirmHint}</Words>
      {first && (
        <>
          <Words fz="md">{words.dialog.confirmFaults}</Words>
          <div className={styles.faultList}>
            {faults.map((fault, index) => {
              const sentence = checkSentence(wordsFor(words, statement.periodEnd), fault, statement.format, statement.unit)
              return (
                <div key={fault.key}>
                  <p><IconAlertTriangle size={16} stroke={1.75} aria-hidden />{sentence}</p>
                  <TextInput
                    aria-label={common.told(words.dialog.reason, sentence)} placeholder={words.dialog.reasonHint} maxLength={200} required data-autofocus={index === 0 || undefined} value={reasons[fault.key] ?? ''}
                    onChange={(event) => setReasons({ ...reasons, [fault.key]: event.currentTarget.value })}
                    rightSectionWidth={index === 0 && faults.length > 1 ? 96 : undefined}
                    rightSection={index === 0 && faults.length > 1 && (reasons[first.key] ?? '').trim() !== '' && (
                      <Button size="compact-xs" variant="subtle" onClick={() => setReasons(Object.fromEntries(faults.map(({ key }) => [key, reasons[key]?.trim() || reasons[first.key]!])))}>{words.dialog.same}</Button>
                    )}
                  />
                </div>
              )
            })}
          </div>
        </>
      )}
    </SaveForm>
  )
}
