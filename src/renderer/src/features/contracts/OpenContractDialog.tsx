import { Input, Modal, SegmentedControl, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLocation } from 'wouter'
import { LEVELS } from '../../../../shared/contract/dossiers.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type ContractValues, emptyContract, fieldsOf, type Missing } from './contract-values.ts'
import { ContractFields } from './ContractFields.tsx'
import { PartyChoice } from './PartyChoice.tsx'
import { contractsChanged, departmentsQuery } from './queries.ts'
import styles from './Contracts.module.css'

type Party = { id: number; name: string; kind?: 'customer' | 'supplier' | 'both'; departmentId?: number | null }
type Props = { /** Chosen already, on a party's own page. */ party?: Party; onClose: () => void }

/** Opens the folder of one contract and enters the contract. */
export function OpenContractDialog({ party, onClose }: Props) {
  const { contracts: { dialog } } = useText()
  return <Modal opened onClose={onClose} title={dialog.open} size={720}><Form party={party} onClose={onClose} /></Modal>
}

function Form({ party, onClose }: { party: Party | undefined; onClose: () => void }) {
  const { contracts: { field, dialog, opened }, common } = useText()
  const client = useQueryClient()
  const [, go] = useLocation()
  const person = useSession()
  const levelLabel = useId()
  const today = useQuery(statusQuery).data?.today
  const departments = (useQuery(departmentsQuery).data ?? []).filter(({ isActive }) => isActive)
  const [chosen, setChosen] = useState<{ name: string; id: number | null }>({ name: party?.name ?? '', id: party?.id ?? null })
  const [department, setDepartment] = useState<string | null>(null)
  const [signedOn, setSignedOn] = useState<string | null>(null)
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('internal')
  const isHandler = person?.roles.includes('salesperson') ?? false
  const [values, setValues] = useState<ContractValues>({
    ...emptyContract, direction: party?.kind === 'supplier' ? 'purchase' : 'sale', handlerId: isHandler && person ? String(person.personId) : null,
  })
  const [missing, setMissing] = useState<ReadonlySet<Missing | 'party' | 'department'>>(new Set())
  // The department of the person who opens it, else that of the party.
  const usual = person?.departmentId ?? party?.departmentId ?? null
  const departmentId = department ?? (departments.some(({ id }) => id === usual) ? String(usual) : null)

  const save = async () => {
    const answer = fieldsOf(values)
    const toCorrect = new Set<Missing | 'party' | 'department'>('missing' in answer ? answer.missing : [])
    if (chosen.id === null) toCorrect.add('party')
    if (departmentId === null) toCorrect.add('department')
    setMissing(toCorrect)
    if (!('fields' in answer) || chosen.id === null || departmentId === null) return false
    const { id, number } = await call('contracts.open', { partyId: chosen.id, departmentId: Number(departmentId), level, signedOn, ...answer.fields })
    await contractsChanged(client)
    notifications.show({ message: opened(number) })
    go(paths.contract(id))
    return true
  }
  return (
    <SaveForm action={dialog.submit} isReady onClose={onClose} onSave={save}>
      <div className={styles.pair}>
        {party === undefined && (
          <PartyChoice
            label={field.party} placeholder={field.partyHint} isRequired isFirst value={chosen.name} partyId={chosen.id} error={missing.has('party') && field.chooseParty}
            onChange={(name, id) => setChosen({ name, id })}
          />
        )}
        <Select
          label={field.department} required searchable openOnFocus={false} value={departmentId} onChange={setDepartment} error={missing.has('department') && common.needed}
          data={departments.map(({ id, name, code }) => ({ value: String(id), label: `${name}　${code}` }))}
        />
        {party !== undefined && <DayInput label={field.signedOn} placeholder={field.signedHint} maxDate={today} value={signedOn} onChange={setSignedOn} />}
      </div>
      <ContractFields
        values={values} change={(part) => setValues((was) => ({ ...was, ...part }))} departmentId={departmentId === null ? null : Number(departmentId)}
        missing={missing as ReadonlySet<Missing>} isFirst={party !== undefined}
      />
      <div className={styles.pair}>
        {party === undefined && <DayInput label={field.signedOn} placeholder={field.signedHint} maxDate={today} value={signedOn} onChange={setSignedOn} />}
        <div>
          <Input.Label component="span" id={levelLabel}>{field.level}</Input.Label>
          <SegmentedControl fullWidth aria-labelledby={levelLabel} value={level} onChange={setLevel} data={LEVELS.map((value) => ({ value, label: common.level[value] }))} />
        </div>
      </div>
    </SaveForm>
  )
}
