import { Modal, Table } from '@mantine/core'
import type { Output } from '../../../../shared/contract/index.ts'
import { useText } from '../../app/text.tsx'
import { factName } from '../../ui/facts.ts'
import { factTold } from './words.ts'

export type Change = Output<'ratings.refresh'>['changes'][number]

/** Facts beside what they were. */
export function ChangesDialog({ changes, onClose }: { changes: readonly Change[]; onClose: () => void }) {
  const { ratings: { changes: words }, facts } = useText()
  return (
    <Modal opened onClose={onClose} size={560} title={words.title}>
      <Table>
        <Table.Thead><Table.Tr><Table.Th>{words.name}</Table.Th><Table.Th>{words.before}</Table.Th><Table.Th>{words.after}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>{changes.map(({ name, before, after }) => <Table.Tr key={name}><Table.Td>{factName(facts, name)}</Table.Td><Table.Td>{factTold(facts, name, before)}</Table.Td><Table.Td>{factTold(facts, name, after)}</Table.Td></Table.Tr>)}</Table.Tbody>
      </Table>
    </Modal>
  )
}
