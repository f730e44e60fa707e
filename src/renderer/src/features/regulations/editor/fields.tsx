import { ActionIcon, NumberInput, Select, type NumberInputProps } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { DOSSIER_ROLES, type Role } from '../../../../../shared/roles.ts'

type RoleProps = { label: string; value: Role; onChange: (role: Role) => void; withLabel?: boolean }

/** A role that has a part in dossiers. */
export function RoleSelect({ label, value, onChange, withLabel = false }: RoleProps) {
  const { common } = useText()
  return (
    <Select
      {...(withLabel ? { label } : { 'aria-label': label })} value={value} allowDeselect={false} data={DOSSIER_ROLES.map((role) => ({ value: role, label: common.role[role] }))}
      onChange={(role) => role !== null && onChange(role)}
    />
  )
}

type WholeProps = Omit<NumberInputProps, 'onChange' | 'value'> & { value: number; onChange: (value: number) => void }

/** A whole number; an emptied field says zero, which the check then refuses where it must not be. */
export function WholeNumber({ onChange, ...props }: WholeProps) {
  return <NumberInput allowDecimal={false} allowNegative={false} clampBehavior="strict" {...props} onChange={(value) => onChange(typeof value === 'number' ? value : 0)} />
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <ActionIcon size={28} aria-label={label} onClick={onClick}><IconTrash size={16} aria-hidden /></ActionIcon>
}
