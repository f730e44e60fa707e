import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Login } from '../../../../shared/contract/archive.ts'
import { ROLES, type Role } from '../../../../shared/roles.ts'
import { rolesConflict } from '../../../../shared/rules/people/password.ts'
import { useText } from '../../app/text.tsx'
import { generatePassword } from '../../ui/generate-password.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { AccountActions } from './AccountActions.tsx'
import { changePeople, departmentsQuery, type Person } from './queries.ts'
import { TemporaryPassword } from './TemporaryPassword.tsx'

/** Adds a person, or changes one; what concerns the account alone (password, disabling) stands below. */
export function PersonDialog({ opened, onClose }: { opened: Person | 'new' | null; onClose: () => void }) {
  const { people: text } = useText()
  return (
    <Modal opened={opened !== null} onClose={onClose} title={opened === 'new' || opened === null ? text.add : `${text.change} · ${opened.name}`} size={480}>
      {opened !== null && <PersonForm person={opened === 'new' ? null : opened} onClose={onClose} />}
    </Modal>
  )
}

function PersonForm({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const { people: text, common } = useText()
  const departments = useQuery(departmentsQuery).data ?? []
  const [login, setLogin] = useState(person?.login ?? '')
  const [name, setName] = useState(person?.name ?? '')
  const [phone, setPhone] = useState(person?.phone ?? '')
  const [roles, setRoles] = useState<Role[]>(person?.roles ?? [])
  const [departmentId, setDepartmentId] = useState(person?.departmentId ?? null)
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const [handed, setHanded] = useState<string | null>(null)

  const isLoginGood = Login.safeParse(login).success
  const isReady = isLoginGood && name.trim() !== '' && roles.length > 0 && rolesConflict(roles) === null
  const save = async () => {
    setSaving(true)
    setError(null)
    const fields = { name: name.trim(), phone: phone.trim() || null, roles, departmentId }
    try {
      if (person) {
        await changePeople('people.change', { id: person.id, ...fields })
        notifications.show({ message: text.changed })
        onClose()
      } else {
        const temporaryPassword = generatePassword()
        await changePeople('people.add', { login: login.trim(), ...fields, temporaryPassword })
        setHanded(temporaryPassword)
      }
    } catch (refusal) {
      setError(refusal)
    } finally {
      setSaving(false)
    }
  }

  if (handed !== null) return <TemporaryPassword name={name.trim()} password={handed} onDone={onClose} />
  return (
    <Stack gap="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isSaving) void save()
        }}
      >
        <Stack gap="md">
          <Group grow align="flex-start">
            <TextInput label={text.name} required value={name} maxLength={40} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput
              label={text.login} required value={login} maxLength={40} disabled={person !== null} spellCheck={false} description={person ? undefined : text.loginHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              error={login !== '' && !isLoginGood && text.loginBad} onChange={(event) => setLogin(event.currentTarget.value)}
            />
          </Group>
          <MultiSelect
            label={text.roles} required description={text.rolesHint} data={ROLES.map((role) => ({ value: role, label: common.role[role] }))}
            value={roles} onChange={setRoles} hidePickedOptions searchable
            error={rolesConflict(roles) !== null && text.rolesHint} inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <Group grow align="flex-start">
            <Select
              label={text.department} placeholder={text.noDepartment} clearable value={departmentId === null ? null : String(departmentId)}
              data={departments.filter((one) => one.isActive || one.id === departmentId).map((one) => ({ value: String(one.id), label: `${one.code} ${one.name}` }))}
              onChange={(value) => setDepartmentId(value === null ? null : Number(value))}
            />
            <TextInput label={text.phone} value={phone} maxLength={40} onChange={(event) => setPhone(event.currentTarget.value)} />
          </Group>
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" disabled={!isReady} loading={isSaving}>{person ? common.save : text.add}</Button>
          </Group>
        </Stack>
      </form>
      {person && <AccountActions person={person} onClose={onClose} />}
    </Stack>
  )
}
