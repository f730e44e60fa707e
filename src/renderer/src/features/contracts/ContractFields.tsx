import { ActionIcon, Button, Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { DIRECTIONS, PARTY_ROLES } from '../../../../shared/contract/contract-facts.ts'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import type { ContractValues, Missing } from './contract-values.ts'
import { PartyChoice } from './PartyChoice.tsx'
import { directoryQuery } from './queries.ts'
import styles from './Contracts.module.css'

type Props = {
  values: ContractValues
  change: (part: Partial<ContractValues>) => void
  /** Whose contract: its people can be the handler. Null while no department is chosen. */
  departmentId: number | null
  missing: ReadonlySet<Missing>
  /** Takes the focus when the dialog opens. */
  isFirst?: boolean
}

/** What is entered of a contract, the same when it is opened and when it is changed. */
export function ContractFields({ values, change, departmentId, missing, isFirst = false }: Props) {
  const { contracts: { field, direction }, common } = useText()
  const directionLabel = useId()
  const line = (name: 'counterNumber' | 'amountRemarks', most: number) => (
    <TextInput label={field[name]} maxLength={most} value={values[name]} onChange={(event) => change({ [name]: event.currentTarget.value })} />
  )
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          label={field.subject} placeholder={field.subjectHint} required maxLength={200} value={values.subject} error={missing.has('subject') && common.needed}
          {...(isFirst && { 'data-autofocus': true })} onChange={(event) => change({ subject: event.currentTarget.value })}
        />
        <div>
          <Input.Label component="span" id={directionLabel}>{field.direction}</Input.Label>
          <SegmentedControl
            fullWidth aria-labelledby={directionLabel} value={values.direction} onChange={(value) => change({ direction: value })}
            data={DIRECTIONS.map((value) => ({ value, label: direction[value] }))}
          />
        </div>
        <TextInput
          label={field.amount} placeholder={field.amountHint} inputMode="decimal" value={values.amount} error={missing.has('amount') && field.badAmount} className={styles.amount}
          rightSection={field.wan} rightSectionWidth={field.wan.length * 13 + 12} rightSectionProps={{ className: styles.unit }}
          onChange={(event) => change({ amount: event.currentTarget.value })}
        />
        {line('amountRemarks', 200)}
        <Handler values={values} change={change} departmentId={departmentId} isMissing={missing.has('handlerId')} />
        {line('counterNumber', 60)}
      </div>
      <div className={styles.triple}>
        <DayInput label={field.performFrom} value={values.performFrom} onChange={(performFrom) => change({ performFrom })} />
        <DayInput label={field.performUntil} value={values.performUntil} error={missing.has('performUntil')} minDate={values.performFrom ?? undefined} onChange={(performUntil) => change({ performUntil })} />
        <DayInput label={field.guaranteeUntil} value={values.guaranteeUntil} onChange={(guaranteeUntil) => change({ guaranteeUntil })} />
      </div>
      <Textarea label={field.paymentTerms} autosize minRows={1} maxRows={4} maxLength={500} value={values.paymentTerms} onChange={(event) => change({ paymentTerms: event.currentTarget.value })} />
      <FurtherParties values={values} change={change} />
    </>
  )
}

function Handler({ values, change, departmentId, isMissing }: Pick<Props, 'values' | 'change' | 'departmentId'> & { isMissing: boolean }) {
  const { contracts: { field }, common } = useText()
  const directory = useQuery(directoryQuery)
  const people = (directory.data ?? []).filter(({ id, roles, departmentId: of }) =>
    String(id) === values.handlerId || roles.includes('creditAdministrator')
    || (of === departmentId && departmentId !== null && (roles.includes('salesperson') || roles.includes('departmentClerk'))))
  return (
    <Select
      label={field.handler} required searchable openOnFocus={false} nothingFoundMessage={common.none} value={values.handlerId} error={isMissing && common.needed}
      onChange={(handlerId) => change({ handlerId })} data={people.map(({ id, name, departmentName }) => ({ value: String(id), label: departmentName === null ? name : `${name}　${departmentName}` }))}
    />
  )
}

function FurtherParties({ values, change }: Pick<Props, 'values' | 'change'>) {
  const { contracts: { field, partyRole } } = useText()
  const set = (index: number, part: Partial<ContractValues['parties'][number]>) =>
    change({ parties: values.parties.map((party, at) => (at === index ? { ...party, ...part } : party)) })
  return (
    <div role="group" aria-label={field.parties} className={styles.further}>
      {values.parties.length > 0 && <Input.Label component="span">{field.parties}</Input.Label>}
      {values.parties.map((party, index) => (
        <div key={index} className={styles.furtherLine}>
          <Select
            aria-label={field.role} w={112} allowDeselect={false} value={party.role} onChange={(role) => role && set(index, { role })}
            data={PARTY_ROLES.map((value) => ({ value, label: partyRole[value] }))}
          />
          <div className={styles.grows}><PartyChoice label={field.name} isLabelHidden value={party.name} partyId={party.partyId} onChange={(name, partyId) => set(index, { name, partyId })} /></div>
          <ActionIcon size={32} aria-label={field.removeParty(party.name)} onClick={() => change({ parties: values.parties.filter((_party, at) => at !== index) })}><IconX size={16} aria-hidden /></ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => change({ parties: [...values.parties, { role: 'guarantor', partyId: null, name: '' }] })}
      >
        {field.addParty}
      </Button>
    </div>
  )
}
