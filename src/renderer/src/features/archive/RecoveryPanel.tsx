import { Button, Group, Modal, Text as Words } from '@mantine/core'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { RecoveryCode } from '../../app/start/RecoveryCode.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** A new recovery code, shown once; the old one is void from then on. */
export function RecoveryPanel() {
  const { archive } = useText()
  const text = archive.settings
  const [isAsking, setAsking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  return (
    <Panel title={text.recovery}>
      <Group justify="space-between" wrap="nowrap">
        <Words c="dimmed">{text.recoveryHint}</Words>
        <Button flex="none" onClick={() => setAsking(true)}>{text.renew}</Button>
      </Group>
      <ConfirmModal
        opened={isAsking} onClose={() => setAsking(false)} title={text.renew} action={text.renew} isDangerous
        onConfirm={async () => setCode((await call('people.renewRecoveryCode', {})).recoveryCode)}
      >
        <Words>{text.renewConfirm}</Words>
      </ConfirmModal>
      <Modal
        opened={code !== null} onClose={() => setCode(null)} title={archive.code.title} size={520}
        withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false}
      >
        {code !== null && <RecoveryCode code={code} onDone={() => setCode(null)} />}
      </Modal>
    </Panel>
  )
}
