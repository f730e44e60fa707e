import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput, DateTimePicker } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { INCIDENT_KINDS } from '../../../../shared/contract/incidents.ts'
import { call } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import type { Asked } from './asked.ts'
import { People } from './People.tsx'
import { answerableQuery, instantOf, type Kind } from './queries.ts'
import styles from './incidents.module.css'

/** A new incident: what, when, and, while one writes, who answered for the folder then. */
export function OpenIncidentDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { incidents: text, common } = useText()
  const words = text.open
  const command = useRoomCommand()
  const [, navigate] = useLocation()
  const today = useQuery(statusQuery).data?.today
  const [kind, setKind] = useState<Kind>(asked.kind ?? 'missing')
  const [found, setFound] = useState<{ id: number; number: string; title: string } | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const given = useQuery({ queryKey: ['cabinet.folder', asked.dossierId ?? 0], queryFn: () => call('cabinet.folder', { dossierId: asked.dossierId ?? 0 }), enabled: asked.dossierId !== undefined })
  const dossier = found ?? (given.data ? { id: given.data.dossierId, number: given.data.number, title: given.data.partyName } : null)
  const [start] = useState(() => localMinute(asked.at ?? new Date().toISOString()))
  const [from, setFrom] = useState<string | null>(`${start}:00`)
  const [to, setTo] = useState<string | null>(null)
  const [foundOn, setFoundOn] = useState<string | null>(null)
  const [what, setWhat] = useState(asked.what ?? '')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const happenedFrom = asked.at && from === `${start}:00` ? asked.at : instantOf(from)
  const happenedTo = to === null ? happenedFrom : instantOf(to)
  const isBad = happenedFrom !== null && happenedTo !== null && happenedFrom > happenedTo
  const time = dossier && happenedFrom && happenedTo && !isBad ? { dossierId: dossier.id, happenedFrom, happenedTo } : null
  const people = useQuery({ ...answerableQuery(time ?? { dossierId: 0, happenedFrom: '', happenedTo: '' }), enabled: time !== null, placeholderData: keepPreviousData })

  const look = async () => {
    setProblem(null)
    try {
      const { dossierId } = await call('lookups.find', { code: code.trim() })
      const folder = dossierId === null ? null : await call('cabinet.folder', { dossierId })
      if (!folder) return setProblem(words.noDossier(code.trim()))
      setFound({ id: folder.dossierId, number: folder.number, title: folder.partyName })
      setCode('')
    } catch {
      setProblem(words.noDossier(code.trim()))
    }
  }
  const submit = async () => {
    if (!time) return
    setRunning(true)
    setRefusal(null)
    try {
      const { id, number } = await command('incidents.open', {
        kind, ...time, what: what.trim(), findingId: asked.findingId ?? null, slipId: asked.slipId ?? null, readingSeq: asked.readingSeq ?? null, ...(foundOn && { foundOn }),
      })
      notifications.show({ message: words.opened(number) })
      navigate(paths.incident(id), { replace: asked.dossierId !== undefined })
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={620} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (time && what.trim() !== '' && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <SegmentedControl aria-label={words.kind} value={kind} onChange={(value) => setKind(value)} data={INCIDENT_KINDS.map((value) => ({ value, label: text.kind[value] }))} />
          {dossier
            ? <div className={styles.about}><strong>{dossier.number}</strong><span title={dossier.title}>{dossier.title}</span></div>
            : (
              <TextInput
                label={words.dossier} description={words.dossierHint} value={code} error={problem} data-autofocus autoComplete="off" onChange={(event) => setCode(event.currentTarget.value)}
                onBlur={() => code.trim() !== '' && void look()}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                  event.preventDefault()
                  void look()
                }}
              />
            )}
          <Group grow align="flex-start">
            <DateTimePicker label={words.from} required valueFormat="YYYY-MM-DD HH:mm" value={from} onChange={setFrom} />
            <DateTimePicker label={words.to} description={words.whenHint} inputWrapperOrder={['label', 'input', 'description', 'error']} valueFormat="YYYY-MM-DD HH:mm" clearable value={to} onChange={setTo} error={isBad ? words.badTime : null} />
            <DateInput label={words.foundOn} valueFormat="YYYY-MM-DD" value={foundOn ?? today ?? null} onChange={setFoundOn} {...(today !== undefined && { maxDate: today })} />
          </Group>
          <Textarea label={words.what} required autosize minRows={2} maxLength={300} value={what} onChange={(event) => setWhat(event.currentTarget.value.replaceAll('\n', ' '))} {...(asked.dossierId !== undefined && { 'data-autofocus': true })} />
          <section aria-label={words.people} className={styles.preview}>
            <div className={styles.previewHead}><strong>{words.people}</strong><span className={styles.quiet}>{words.peopleHint}</span></div>
            {time === null ? null : people.data?.length === 0 ? <p className={styles.quiet}>{words.nobody}</p> : <People people={people.data ?? []} />}
          </section>
          <Refusal error={refusal ?? given.error} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={time === null || what.trim() === ''}>{words.confirm}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
