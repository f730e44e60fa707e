import { ActionIcon, MultiSelect, NumberInput, Select, TextInput, type NumberInputProps } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../app/text.tsx'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import { DOSSIER_ROLES, type Role } from '../../../../../shared/roles.ts'
import { fenFromWan, wanFromFen } from '../../../ui/capital.ts'
import type { Regulation } from '../queries.ts'
import styles from './editor.module.css'

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

type WholeProps = Omit<NumberInputProps, 'onChange' | 'value'> & { value: number | ''; onChange: (value: number) => void }

/** A whole number; an emptied field says zero, which the check then refuses where it must not be. */
export function WholeNumber({ onChange, ...props }: WholeProps) {
  return <NumberInput allowDecimal={false} allowNegative={false} clampBehavior="strict" {...props} onChange={(value) => onChange(typeof value === 'number' ? value : 0)} />
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <ActionIcon size={28} aria-label={label} onClick={onClick}><IconTrash size={16} aria-hidden /></ActionIcon>
}

type RolesProps = { label: string; value: readonly Role[]; onChange: (roles: Role[]) => void }

/** Any of several roles may do it; an emptied field is refused by the check. */
export function RolesSelect({ label, value, onChange }: RolesProps) {
  const { common } = useText()
  return <MultiSelect label={label} value={[...value]} data={DOSSIER_ROLES.map((role) => ({ value: role, label: common.role[role] }))} onChange={(roles) => onChange(roles)} />
}

/** The clause that a part follows: one of the text, or the company's own rule. */
export function ClauseSelect({ body, value, onChange }: { body: Regulation; value: string; onChange: (clause: string) => void }) {
  const { regulations } = useText()
  const words = regulations.edit
  const ids = [OWN_RULE, ...body.clauses.map(({ id }) => id)]
  return (
    <Select
      label={words.clause} value={value} searchable allowDeselect={false} maxDropdownHeight={320}
      data={[...new Set([value, ...ids])].map((id) => ({ value: id, label: id === OWN_RULE ? words.ownRule : id }))}
      onChange={(clause) => clause !== null && onChange(clause)}
    />
  )
}

/** The clause that a part follows, where it is only shown. */
export function ClauseSays({ clause }: { clause: string }) {
  const { regulations } = useText()
  return <span className={styles.clause}>{clause === OWN_RULE ? regulations.edit.ownRule : regulations.edit.clauseOf(clause)}</span>
}

/** An amount typed in 万元 and kept in fen; what cannot be read is said and not taken. Empty: any amount. */
export function AmountInput({ label, fen, onChange }: { label: string; fen: number | null; onChange: (fen: number | null) => void }) {
  const { contracts: { filter: words }, common } = useText()
  const [typed, setTyped] = useState(fen === null ? '' : wanFromFen(fen))
  return (
    <TextInput
      label={label} inputMode="decimal" placeholder={common.all} value={typed} error={'refused' in fenFromWan(typed) && words.badAmount}
      rightSection={words.wan} rightSectionWidth={words.wan.length * 13 + 12} rightSectionProps={{ className: styles.unit }}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const amount = fenFromWan(text)
        if (!('refused' in amount)) onChange(amount.fen)
      }}
    />
  )
}
