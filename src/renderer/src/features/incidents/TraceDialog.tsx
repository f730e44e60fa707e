import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { localSecond } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import type { Asked } from './asked.ts'
import styles from './incidents.module.css'

type Trace = Output<'incidents.trace'>

/** From the watermark on a leaked page to the slip and the reading that made it. */
export function TraceDialog({ onClose, onOpen }: { onClose: () => void; onOpen: ((leak: Asked) => void) | null }) {
  const { incidents: { trace: words } } = useText()
  const [watermark, setWatermark] = useState('')
  const [trace, setTrace] = useState<Trace | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const look = async () => {
    setTrace(null)
    setProblem(null)
    setRefusal(null)
    try {
      setTrace(await call('incidents.trace', { watermark: watermark.trim() }))
    } catch (error) {
      if (error instanceof CallError && error.code === 'bad-input') setProblem(words.bad)
      else setRefusal(error)
    }
  }
  return (
    <Modal opened onClose={onClose} size={620} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (watermark.trim() !== '') void look()
        }}
      >
        <Stack gap="md">
          <TextInput
            label={words.field} description={words.hint} data-autofocus value={watermark} error={problem} maxLength={120} onChange={(event) => setWatermark(event.currentTarget.value)}
            rightSectionWidth={92} rightSection={<Button type="submit" size="xs" leftSection={<IconFingerprint size={14} aria-hidden />} disabled={watermark.trim() === ''}>{words.search}</Button>}
          />
          <Refusal error={refusal} />
          {trace && (
            <section className={styles.preview} aria-label={words.readings} role="status">
              <div className={styles.previewHead}>
                <strong><Link className={styles.link ?? ''} to={paths.slip(trace.slip.id)}>{trace.slip.number}</Link></strong><span>{trace.slip.applicantName}　{trace.slip.unit}</span><span className={styles.quiet}>{trace.slip.purpose}</span>
              </div>
              {trace.readings.length === 0 && <p className={styles.quiet}>{words.none}</p>}
              <ul className={styles.people}>
                {trace.readings.map((reading) => (
                  <li key={reading.seq}>
                    <strong>{reading.personName}</strong>
                    <span className={reading.isNamed ? styles.chip : `${styles.chip} ${styles.leaked}`}>{reading.isNamed ? words.named : words.other}</span>
                    <span>{reading.dossierNumber}　{reading.attachment}</span><span className={styles.quiet}>{localSecond(reading.at)}　#{reading.seq}</span>
                    {onOpen && (
                      <Button
                        size="xs" ml="auto"
                        onClick={() => onOpen({
                          dossierId: reading.dossierId, kind: 'leaked', slipId: trace.slip.id, readingSeq: reading.seq, at: reading.at, what: words.leaked(watermark.trim()),
                        })}
                      >
                        {words.openIncident}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Stack>
      </form>
    </Modal>
  )
}
