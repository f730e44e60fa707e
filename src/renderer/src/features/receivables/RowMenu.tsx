import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowsSplit2, IconDots, IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { changeReceivables } from './queries.ts'

/** What may be done with one row: struck with a reason, and a receipt paid out otherwise. */
export function RowMenu({ what, id, name, onReallocate, mayStrike = true }: { what: 'receivable' | 'receipt' | 'promise'; id: number; name: string; onReallocate?: (() => void) | undefined; mayStrike?: boolean }) {
  const { receivables: text } = useText()
  const [isStriking, setStriking] = useState(false)
  const strike = async (reason: string) => {
    await changeReceivables('receivables.strike', { what, id, reason })
    notifications.show({ message: text.struckDone })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="subtle" color="gray" size={22} aria-label={text.actions(name)}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {onReallocate && <Menu.Item leftSection={<IconArrowsSplit2 size={16} stroke={1.5} aria-hidden />} onClick={onReallocate}>{text.reallocate}</Menu.Item>}
          {mayStrike && <Menu.Item color="seal" leftSection={<IconEraser size={16} stroke={1.5} aria-hidden />} onClick={() => setStriking(true)}>{text.strike}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal opened={isStriking} onClose={() => setStriking(false)} title={`${text.strikeTitle[what]} · ${name}`} action={text.strike} isDangerous reasonLabel={text.reason} onConfirm={strike}>{text.strikeHint[what]}</ConfirmModal>
    </>
  )
}
