import { ActionIcon, Autocomplete, Button, Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { PARTY_KINDS, SIZE_CLASSES } from '../../../../shared/contract/parties.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { CreditCodeField } from './CreditCodeField.tsx'
import { PARTY_GROUPS, type PartyField } from './party-groups.ts'
import type { PartyValues } from './party-values.ts'
import { PROVINCES } from './provinces.ts'
import { departmentsQuery, directoryQuery } from './queries.ts'
import styles from './PartyPage.module.css'

export type PartyFormOf = UseFormReturnType<PartyValues>

/** Everything about a party to be filled in, in the same groups and order as it is read. */
export function PartyForm({ form, isNew }: { form: PartyFormOf; isNew: boolean }) {
  const { parties: text } = useText()
  return (
    <div className={styles.card}>
      {PARTY_GROUPS.map((group) => (
        <section key={group.name} aria-labelledby={`group-${group.name}`} className={styles.group}>
          <h2 id={`group-${group.name}`}>{text.groups[group.name]}</h2>
          <div className={styles.inputs}>
            {group.fields.map(({ name, room }) => (
              <div key={name} className={room && styles[room]}><Field name={name} form={form} isNew={isNew} /></div>
            ))}
          </div>
          {group.lines === 'contacts' && <ContactLines form={form} />}
          {group.lines === 'banks' && <BankLines form={form} />}
        </section>
      ))}
    </div>
  )
}

const MULTILINE: readonly PartyField[] = ['scope', 'remarks']

function Field({ name, form, isNew }: { name: PartyField; form: PartyFormOf; isNew: boolean }): ReactNode {
  const { parties: text, common } = useText()
  const label = text.labels[name]
  const kindLabel = useId()
  const departments = useQuery(departmentsQuery)
  const directory = useQuery(directoryQuery)
  const today = useQuery(statusQuery).data?.today
  const props = form.getInputProps(name)
  const typed = { label, ...props }
  if (name === 'kind') {
    return (
      <>
        <Input.Label component="span" id={kindLabel}>{label}</Input.Label>
        <SegmentedControl fullWidth aria-labelledby={kindLabel} {...props} data={PARTY_KINDS.map((value) => ({ value, label: text.kind[value] }))} />
      </>
    )
  }
  if (name === 'creditCode') {
    return <CreditCodeField label={label} error={props.error} value={form.values.creditCode} onChange={(value) => form.setFieldValue('creditCode', value)} />
  }
  if (name === 'foundedOn' || name === 'firstBusinessOn') {
    return <DayInput {...typed} maxDate={today} />
  }
  if (name === 'sizeClass') return <Select {...typed} clearable data={SIZE_CLASSES.map((value) => ({ value, label: text.size[value] }))} />
  if (name === 'province') return <Autocomplete {...typed} data={[...PROVINCES]} maxLength={40} maxDropdownHeight={280} />
  if (name === 'departmentId') {
    const open = (departments.data ?? []).filter(({ id, isActive }) => isActive || String(id) === form.values.departmentId)
    return <Select {...typed} clearable searchable nothingFoundMessage={common.none} data={open.map(({ id, name: word }) => ({ value: String(id), label: word }))} />
  }
  if (name === 'salespersonId') {
    const people = (directory.data ?? []).filter(({ id, roles }) => roles.includes('salesperson') || String(id) === form.values.salespersonId)
    return (
      <Select
        {...typed} clearable searchable nothingFoundMessage={common.none}
        data={people.map(({ id, name: word, departmentName }) => ({ value: String(id), label: departmentName === null ? word : `${word}　${departmentName}` }))}
      />
    )
  }
  if (MULTILINE.includes(name)) return <Textarea {...typed} autosize minRows={2} maxRows={10} label={name === 'remarks' ? undefined : label} aria-label={label} />
  if (name === 'registeredCapital') return <TextInput {...typed} inputMode="decimal" rightSection={text.wan} rightSectionWidth={text.wan.length * 13 + 12} rightSectionProps={{ className: styles.unit }} />
  if (name === 'marketShare') return <TextInput {...typed} inputMode="decimal" rightSection={text.percent} rightSectionProps={{ className: styles.unit }} />
  if (name === 'name') return <TextInput {...typed} required autoFocus description={!isNew && form.isDirty('name') ? text.party.nameKept : undefined} inputWrapperOrder={['label', 'input', 'description', 'error']} />
  return <TextInput {...typed} inputMode={name === 'employees' ? 'numeric' : undefined} />
}

function ContactLines({ form }: { form: PartyFormOf }) {
  const { parties: { fields, party } } = useText()
  const parts = [['name', fields.contactName], ['post', fields.contactPost], ['phone', fields.contactPhone], ['email', fields.contactEmail]] as const
  return (
    <Lines label={fields.contacts} hasHeading add={party.addContact} onAdd={() => form.insertListItem('contacts', { name: '', post: '', phone: '', email: '' })}>
      {form.values.contacts.map((contact, index) => (
        <div key={index} className={styles.editLine}>
          {parts.map(([part, label]) => (
            <TextInput key={part} aria-label={label} placeholder={label} {...form.getInputProps(`contacts.${index}.${part}`)} />
          ))}
          <Remove label={party.removeContact(contact.name)} onClick={() => form.removeListItem('contacts', index)} />
        </div>
      ))}
    </Lines>
  )
}

function BankLines({ form }: { form: PartyFormOf }) {
  const { parties: { fields, party, groups } } = useText()
  const parts = [['bank', fields.bank], ['account', fields.account]] as const
  return (
    <Lines label={groups.banks} add={party.addBank} onAdd={() => form.insertListItem('banks', { bank: '', account: '' })}>
      {form.values.banks.map((bank, index) => (
        <div key={index} className={styles.editLine}>
          {parts.map(([part, label]) => (
            <TextInput key={part} aria-label={label} placeholder={label} {...form.getInputProps(`banks.${index}.${part}`)} />
          ))}
          <Remove label={party.removeBank(bank.bank)} onClick={() => form.removeListItem('banks', index)} />
        </div>
      ))}
    </Lines>
  )
}

const Lines = ({ label, add, hasHeading = false, onAdd, children }: { label: string; add: string; hasHeading?: boolean; onAdd: () => void; children: ReactNode }) => (
  <div role="group" aria-label={label} className={styles.editLines}>
    {hasHeading && <Input.Label component="span">{label}</Input.Label>}
    {children}
    <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>{add}</Button>
  </div>
)

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <ActionIcon size={32} aria-label={label} onClick={onClick}><IconX size={16} aria-hidden /></ActionIcon>
)
