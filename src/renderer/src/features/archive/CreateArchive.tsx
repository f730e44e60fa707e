import { Button, Group, Stack, Stepper } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { archiveStateQuery } from '../../app/session.tsx'
import { lookAgain } from '../../app/sitting.ts'
import { RecoveryCode } from '../../app/start/RecoveryCode.tsx'
import { StartShell } from '../../app/start/StartShell.tsx'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CompanyStep, FolderStep } from './CompanyStep.tsx'
import { DepartmentsStep } from './DepartmentsStep.tsx'
import { isStepDone, STEPS, toInput, type Draft, type Step } from './draft.ts'
import { PeopleStep } from './PeopleStep.tsx'

/** What a wise default is where the company has not chosen yet: the general version of the regulation. */
const DEFAULT_REGULATION = 'S22'

/** Founds an archive in four steps, then shows its recovery code, once. */
export function CreateArchive({ onBack }: { onBack: () => void }) {
  const { archive, common } = useText()
  const regulations = useQuery(archiveStateQuery).data?.regulations ?? []
  const [draft, setDraft] = useState<Draft>(() => ({
    company: '',
    regulation: regulations.some(({ id }) => id === DEFAULT_REGULATION) ? DEFAULT_REGULATION : (regulations[0]?.id ?? ''),
    departments: [],
    people: [{ key: 1, name: '', login: '', password: '', roles: ['systemAdministrator', 'creditAdministrator'] }],
  }))
  const [step, setStep] = useState(0)
  const [isShowingFaults, setShowingFaults] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)

  if (recoveryCode !== null) {
    return (
      <StartShell title={archive.code.title} width={520}>
        <RecoveryCode code={recoveryCode} company={draft.company.trim()} onDone={() => void lookAgain()} />
      </StartShell>
    )
  }
  const name: Step = STEPS[step] ?? 'company'
  const isLast = step === STEPS.length - 1
  const goTo = (next: number) => {
    setShowingFaults(false)
    setError(null)
    setStep(next)
  }
  const create = async () => {
    setRunning(true)
    setError(null)
    try {
      setRecoveryCode((await call('archive.create', toInput(draft))).recoveryCode)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setRunning(false)
    }
  }
  const onNext = () => {
    if (!isStepDone(name, draft, archive)) setShowingFaults(true)
    else if (isLast) void create()
    else goTo(step + 1)
  }
  const shared = { draft, onChange: setDraft, isShowingFaults }
  return (
    <StartShell title={archive.create.title} width={860}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isRunning) onNext()
        }}
      >
        <Stack gap="xl">
          <Stepper active={step} onStepClick={goTo} size="xs" allowNextStepsSelect={false}>
            {STEPS.map((one) => <Stepper.Step key={one} label={archive.create.steps[one]} />)}
          </Stepper>
          {name === 'company' && <CompanyStep {...shared} />}
          {name === 'departments' && <DepartmentsStep {...shared} />}
          {name === 'people' && <PeopleStep {...shared} />}
          {name === 'folder' && <FolderStep draft={draft} />}
          <Refusal error={error} />
          <Group justify="space-between">
            <Button onClick={step === 0 ? onBack : () => goTo(step - 1)}>{common.back}</Button>
            <Button type="submit" variant="filled" loading={isRunning}>{isLast ? archive.create.action : common.next}</Button>
          </Group>
        </Stack>
      </form>
    </StartShell>
  )
}
