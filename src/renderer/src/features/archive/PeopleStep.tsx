import { ActionIcon, Button, Group, MultiSelect, NumberInput, Select, Stack, Text as Words, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconRefresh, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ROLES } from '../../../../shared/roles.ts'
import { DEGREES } from '../../../../shared/rules/qualifications/standing.ts'
import { archiveStateQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { generatePassword } from '../../ui/generate-password.ts'
import type { StepProps } from './CompanyStep.tsx'
import { hasAdministrator, NOTHING_SHOWN, personFaults, type DraftPerson, type PersonFaults } from './draft.ts'
import styles from './StartPage.module.css'

/** The first people with their roles and passwords; one of them keeps the system. */
export function PeopleStep({ draft, onChange, isShowingFaults }: StepProps) {
  const { archive, common } = useText()
  const { people } = draft
  const asksQualification = useQuery(archiveStateQuery).data?.regulations.some(({ id, asksQualification: asks }) => asks && id === draft.regulation) ?? false
  const set = (next: DraftPerson[]) => onChange({ ...draft, people: next })
  return (
    <Stack gap="sm">
      <Words c="dimmed" fz="sm">{archive.create.peopleHint}</Words>
      <div className={`${styles.row} ${styles.personRow} ${styles.heads}`} aria-hidden>
        <span>{archive.create.person}</span><span>{archive.create.login}</span><span>{archive.create.password}</span><span>{archive.create.roles}</span>
      </div>
      {people.map((person) => (
        <PersonRow
          key={person.key} person={person} asksQualification={asksQualification} faults={isShowingFaults ? personFaults(person, people, archive, common.needed) : {}}
          onChange={(part) => set(people.map((one) => (one.key === person.key ? { ...one, ...part } : one)))}
          onRemove={people.length > 1 ? () => set(people.filter((one) => one.key !== person.key)) : undefined}
        />
      ))}
      {isShowingFaults && !hasAdministrator(draft) && <p className={styles.problem} role="alert">{archive.create.noAdministrator}</p>}
      <Group>
        <Button
          leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => set([...people, { key: Math.max(...people.map((one) => one.key)) + 1, name: '', login: '', password: generatePassword(), roles: [] }])}
        >
          {archive.create.addPerson}
        </Button>
      </Group>
    </Stack>
  )
}

function PersonRow({ person, asksQualification, faults, onChange, onRemove }: {
  person: DraftPerson; asksQualification: boolean; faults: PersonFaults; onChange: (part: Partial<DraftPerson>) => void; onRemove?: () => void
}) {
  const { archive, common } = useText()
  return (
    <div className={`${styles.row} ${styles.personRow}`}>
      <TextInput aria-label={archive.create.person} value={person.name} maxLength={40} error={faults.name} onChange={(event) => onChange({ name: event.currentTarget.value })} />
      <TextInput
        aria-label={archive.create.login} value={person.login} maxLength={40} error={faults.login} spellCheck={false} autoComplete="off"
        onChange={(event) => onChange({ login: event.currentTarget.value })}
      />
      <TextInput
        aria-label={archive.create.password} value={person.password} maxLength={200} error={faults.password} spellCheck={false} autoComplete="off" ff="monospace"
        onChange={(event) => onChange({ password: event.currentTarget.value })}
        rightSection={(
          <Tooltip label={archive.password.generate}>
            <ActionIcon size={24} aria-label={archive.password.generate} onClick={() => onChange({ password: generatePassword() })}>
              <IconRefresh size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      />
      <MultiSelect
        aria-label={archive.create.roles} value={person.roles} error={faults.roles} hidePickedOptions searchable
        styles={{ inputField: { minWidth: 24 } }}
        data={ROLES.map((role) => ({ value: role, label: common.role[role] }))} onChange={(roles) => onChange({ roles })}
      />
      {onRemove && (
        <ActionIcon size={32} aria-label={archive.create.removePerson(person.name || person.login)} onClick={onRemove}>
          <IconX size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
      {asksQualification && person.roles.includes('archivist') && <ShownRow person={person} fault={faults.shown} onChange={onChange} />}
    </div>
  )
}

/** What an archivist can show already; left empty, the role rests until it is recorded. */
function ShownRow({ person, fault, onChange }: { person: DraftPerson; fault: string | undefined; onChange: (part: Partial<DraftPerson>) => void }) {
  const { archive, qualifications } = useText()
  const shown = person.shown ?? NOTHING_SHOWN
  const set = (part: Partial<typeof shown>) => onChange({ shown: { ...shown, ...part } })
  return (
    <div className={styles.shown} role="group" aria-label={archive.create.shown}>
      <span className={styles.shownHint}>{archive.create.shownHint}</span>
      <Select
        aria-label={qualifications.degreeLabel} placeholder={qualifications.degreeLabel} clearable value={shown.degree}
        data={DEGREES.map((value) => ({ value, label: qualifications.degree[value] }))} onChange={(degree) => set({ degree })}
      />
      <DayInput aria-label={archive.create.examinedOn} placeholder={archive.create.examinedOn} value={shown.examinedOn} onChange={(examinedOn) => set({ examinedOn })} />
      <NumberInput
        aria-label={qualifications.score} placeholder={qualifications.score} min={0} max={100} decimalScale={1} allowNegative={false} clampBehavior="strict" hideControls
        value={shown.score} onChange={(score) => set({ score: typeof score === 'number' ? score : '' })}
      />
      {fault && <p className={styles.problem} role="alert">{fault}</p>}
    </div>
  )
}
