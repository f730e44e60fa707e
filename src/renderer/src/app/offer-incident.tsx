import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useLocation } from 'wouter'
import { paths } from './paths.ts'
import { useMay } from './session.tsx'
import { useText } from './text.tsx'

/** Once a folder is known to be gone, its incident can be opened from the message that says so. */
export function useOfferIncident(): (dossierId: number, number: string, slipId?: number) => void {
  const { incidents: { open: words } } = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  return (dossierId, number, slipId) => {
    if (!may('incidents.open')) return
    const to = `${paths.incidents}?dossier=${dossierId}&kind=missing${slipId === undefined ? '' : `&slip=${slipId}`}`
    const id = notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="md">
          <span>{words.offered(number)}</span>
          <Button
            size="xs" style={{ flex: 'none' }}
            onClick={() => {
              notifications.hide(id)
              navigate(to)
            }}
          >
            {words.offer}
          </Button>
        </Group>
      ),
    })
  }
}
