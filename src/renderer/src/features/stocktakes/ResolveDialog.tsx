import { Button, Group, Modal, NumberInput, Radio, Select, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { CONDITIONS } from '../../../../shared/contract/lookups.ts'
import { needsRemarks, type Resolution } from '../../../../shared/rules/stocktakes/ways.ts'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import type { Finding, Stocktake } from './queries.ts'
import styles from './stocktakes.module.css'

/** What is done about one finding: only what fits it is offered, and what needs words or a count of pages asks for them. */
export function ResolveDialog({ stocktake, finding, onClose }: { stocktake: Stocktake; finding: Finding; onClose: () => void }) {
  const { stocktakes: text, lookups, common } = useText()
  const words = text.finding
  const command = useRoomCommand()
  const [way, setWay] = useState<Resolution>(finding.ways[0] ?? 'explained')
  const [remarks, setRemarks] = useState('')
  const [pages, setPages] = useState<number | ''>(finding.loan?.pagesOut ?? '')
  const [condition, setCondition] = useState<(typeof CONDITIONS)[number]>('good')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const isOff = way === 'takenBack' && (pages !== finding.loan?.pagesOut || condition !== 'good')
  const mustSay = needsRemarks(way) || isOff
  const isReady = (!mustSay || remarks.trim() !== '') && (way !== 'takenBack' || pages !== '')
  const submit = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const { unresolved } = await command('stocktakes.resolve', {
        id: stocktake.id, findingId: finding.id, resolution: way, remarks: remarks.trim() || null, ...(way === 'takenBack' ? { counted: { pages: Number(pages), condition } } : {}),
      })
      notifications.show({ message: `${words.resolved(finding.code)}　${words.left(unresolved)}` })
      onClose()
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={520} title={`${text.kind[finding.kind]}　${finding.code}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <div className={styles.note}>{[finding.title, text.kindHint[finding.kind], finding.loan && words.lent(finding.loan.slipNumber, finding.loan.pagesOut)].filter(Boolean).join('　')}</div>
          <Radio.Group label={words.way} value={way} onChange={setWay}>
            <Stack gap={6} mt={6}>
              {finding.ways.map((one, index) => <Radio key={one} value={one} label={text.resolution[one]} description={text.resolutionHint[one]} {...(index === 0 && { 'data-autofocus': true })} />)}
            </Stack>
          </Radio.Group>
          {way === 'takenBack' && (
            <Group grow>
              <NumberInput label={words.pages} value={pages} min={0} max={100_000} allowDecimal={false} allowNegative={false} onChange={(value) => setPages(value === '' ? '' : Number(value))} />
              <Select
                label={words.condition} value={condition} allowDeselect={false} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))}
                onChange={(value) => setCondition(value ?? 'good')}
              />
            </Group>
          )}
          <TextInput label={mustSay ? words.remarksNeeded : words.remarks} required={mustSay} maxLength={200} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
          <Refusal error={refusal} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{words.confirm}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
